using System.Numerics;

namespace LossGen.Evaluation;

/// <summary>The addresses of a kernel's loops for one vector width, by what a call wants.</summary>
/// <remarks>Each takes an <see cref="EvaluationCall{T}"/>, the first sample and the sample behind the last, and returns the sum of the weighted losses in between.</remarks>
internal readonly unsafe struct LoopSet<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal delegate*<void*, nint, nint, double> Value { get; init; }

    internal delegate*<void*, nint, nint, double> WeightedValue { get; init; }

    internal delegate*<void*, nint, nint, double> Gradient { get; init; }

    internal delegate*<void*, nint, nint, double> WeightedGradient { get; init; }

    internal delegate*<void*, nint, nint, double> Hessian { get; init; }

    internal delegate*<void*, nint, nint, double> WeightedHessian { get; init; }

    /// <summary>Checks and adds the weights.</summary>
    internal delegate*<void*, nint, nint, double> Weights { get; init; }

    /// <summary>The loop for the outputs and the weights that a call has.</summary>
    internal delegate*<void*, nint, nint, double> Select(EvaluationCall<T>* call)
    {
        if (call->HessianCount > 0)
            return call->Weights != null ? WeightedHessian : Hessian;
        if (call->GradientCount > 0)
            return call->Weights != null ? WeightedGradient : Gradient;
        return call->Weights != null ? WeightedValue : Value;
    }
}
