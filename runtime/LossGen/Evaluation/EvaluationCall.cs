using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>
/// A batch as the loops see it: plain pointers into pinned spans. It lives on the stack of the thread that called the loss,
/// which waits until every other thread has left it.
/// </summary>
internal unsafe struct EvaluationCall<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The address of the kernel, a struct on the caller's stack.</summary>
    internal void* Kernel;

    internal PointerSlots Predictions;
    internal PointerSlots Targets;
    internal PointerSlots Labels;
    internal PointerSlots Hyperparameters;
    internal PointerSlots Gradients;
    internal PointerSlots Hessians;

    /// <summary>One weight per sample; null for equal weights.</summary>
    internal T* Weights;

    /// <summary>Where the unreduced losses go; null if they are not wanted.</summary>
    internal T* Values;

    /// <summary>What derivatives are multiplied by: 1, 1/n or 1/Σw.</summary>
    internal T Scale;

    internal nint Samples;
    internal int Columns;
    internal int PredictionCount;
    internal int TargetCount;
    internal int LabelCount;
    internal int GradientCount;
    internal int HessianCount;

    /// <summary>Bit i is set if prediction i is a row.</summary>
    internal int RowPredictions;

    /// <summary>Bit i is set if target i is a row.</summary>
    internal int RowTargets;

    /// <summary>The smallest sample number whose weight is not valid; <see cref="nint.MaxValue"/> if there is none.</summary>
    internal nint InvalidWeight;

    /// <summary>Elements per sample of a prediction: 1, or the number of columns.</summary>
    internal readonly int PredictionStride(int position) => (RowPredictions >> position & 1) != 0 ? Columns : 1;

    /// <summary>Elements per sample of a target: 1, or the number of columns.</summary>
    internal readonly int TargetStride(int position) => (RowTargets >> position & 1) != 0 ? Columns : 1;
}

/// <summary>Eight pointers in a row, so that <c>(T**)&amp;slots</c> is an array of them.</summary>
[InlineArray(8)]
internal struct PointerSlots
{
    private nint _first;
}
