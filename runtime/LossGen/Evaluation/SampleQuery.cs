using System.ComponentModel;
using System.Numerics;

namespace LossGen.Evaluation;

/// <summary>What is asked of a loss at one sample.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum SampleResult
{
    /// <summary>The loss.</summary>
    Value,

    /// <summary>∂loss/∂prediction.</summary>
    Derivative,

    /// <summary>∂²loss/∂prediction².</summary>
    SecondDerivative,
}

/// <summary>A question about a loss at one sample. Generated code answers it with its kernel.</summary>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="result">What is asked.</param>
/// <param name="prediction">The prediction.</param>
/// <param name="target">The target.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SampleQuery<T>(SampleResult result, T prediction, T target)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The answer.</summary>
    /// <typeparam name="TKernel">The mathematics of the loss.</typeparam>
    /// <param name="kernel">The hyperparameters.</param>
    public T Answer<TKernel>(in TKernel kernel)
        where TKernel : struct, IElementKernel<TKernel, T> => result switch
        {
            SampleResult.Value => ElementEvaluator.Loss(in kernel, [prediction], [target], []),
            SampleResult.Derivative => ElementEvaluator.Derivative(in kernel, [prediction], [target], [], 0),
            _ => ElementEvaluator.SecondDerivative(in kernel, [prediction], [target], [], 0),
        };
}
