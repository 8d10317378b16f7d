using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>
/// A call for rows across lanes: its row inputs and outputs are scratch that holds one block of rows, column by column; numbers per sample
/// stay where they are.
/// </summary>
internal static unsafe class TransposedCall
{
    /// <summary>Scratch is aligned to the longest vector, so that no column straddles cache lines.</summary>
    private const int Alignment = 64;

    /// <summary>The bytes that <see cref="Prepare"/> needs.</summary>
    internal static int ScratchSize<T>(EvaluationCall<T>* call, int lanes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int perPrediction = 1 + (call->GradientCount > 0 ? 1 : 0) + (call->HessianCount > 0 ? 1 : 0);
        int arrays = BitOperations.PopCount((uint)call->RowPredictions) * perPrediction + BitOperations.PopCount((uint)call->RowTargets);
        return arrays * call->Columns * lanes * sizeof(T) + Alignment;
    }

    /// <summary>Makes the transposed call.</summary>
    internal static void Prepare<T>(EvaluationCall<T>* transposed, EvaluationCall<T>* call, int lanes, byte* scratch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint next = ((nint)scratch + Alignment - 1) & -Alignment;
        nint size = (nint)call->Columns * lanes * sizeof(T);
        *transposed = *call;
        for (int rows = call->RowPredictions; rows != 0; rows &= rows - 1)
        {
            int position = BitOperations.TrailingZeroCount(rows);
            transposed->Predictions[position] = Take(ref next, size);
            if (call->GradientCount > 0)
                transposed->Gradients[position] = Take(ref next, size);
            if (call->HessianCount > 0)
                transposed->Hessians[position] = Take(ref next, size);
        }

        for (int rows = call->RowTargets; rows != 0; rows &= rows - 1)
            transposed->Targets[BitOperations.TrailingZeroCount(rows)] = Take(ref next, size);
    }

    /// <summary>Transposes the row inputs of the block that begins with a sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Load<T>(EvaluationCall<T>* transposed, EvaluationCall<T>* call, nint first, int lanes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint start = first * call->Columns;
        for (int rows = call->RowPredictions; rows != 0; rows &= rows - 1)
        {
            int position = BitOperations.TrailingZeroCount(rows);
            Transposition.RowsToColumns((T*)call->Predictions[position] + start, call->Columns, (T*)transposed->Predictions[position], lanes);
        }

        for (int rows = call->RowTargets; rows != 0; rows &= rows - 1)
        {
            int position = BitOperations.TrailingZeroCount(rows);
            Transposition.RowsToColumns((T*)call->Targets[position] + start, call->Columns, (T*)transposed->Targets[position], lanes);
        }
    }

    /// <summary>Transposes the row outputs of the block back to where they belong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreOutputs<T>(EvaluationCall<T>* transposed, EvaluationCall<T>* call, nint first, int lanes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint start = first * call->Columns;
        for (int rows = call->RowPredictions; rows != 0; rows &= rows - 1)
        {
            int position = BitOperations.TrailingZeroCount(rows);
            if (call->GradientCount > 0)
                Transposition.ColumnsToRows((T*)transposed->Gradients[position], lanes, (T*)call->Gradients[position] + start, call->Columns);
            if (call->HessianCount > 0)
                Transposition.ColumnsToRows((T*)transposed->Hessians[position], lanes, (T*)call->Hessians[position] + start, call->Columns);
        }
    }

    private static nint Take(ref nint next, nint size)
    {
        nint taken = next;
        next += size;
        return taken;
    }
}
