using System.ComponentModel;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>
/// The mathematics of a loss that is applied element by element. Generated code implements it; the evaluators own loops,
/// tails, weights, reductions and threads.
/// </summary>
/// <typeparam name="TSelf">The kernel itself: a struct whose fields are the hyperparameters.</typeparam>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IElementKernel<TSelf, T>
    where TSelf : struct, IElementKernel<TSelf, T>
    where T : unmanaged
{
    /// <summary>The number of results of <see cref="FirstStage"/>, at most four; 0 for a kernel of one stage.</summary>
    static virtual int FirstStageResults => 0;

    /// <summary>
    /// What is computed of a few neighbouring vectors of samples before the rest of the first of them begins: functions such as the exponential,
    /// with whose long chain of operations the rest would otherwise have to wait. The rest reads the results from its inputs.
    /// </summary>
    static virtual void FirstStage<V>(in TSelf kernel, in ElementInputs<V, T> at, StageResults<V, T> results)
        where V : struct, ISimdVector<V, T>
    {
    }

    /// <summary>
    /// The loss of <c>V.Count</c> samples; hands ∂loss/∂prediction to a sink that is an <see cref="IGradientSink"/>, and ∂²loss/∂prediction² to one that is an
    /// <see cref="IHessianSink"/>. What it is, is known before the loop is compiled: code for other sinks is not even looked at.
    /// </summary>
    static abstract V Evaluate<V, TSink>(in TSelf kernel, in ElementInputs<V, T> at, ref TSink sink)
        where V : struct, ISimdVector<V, T>
        where TSink : struct, IDerivativeSink<V>;
}

/// <summary>A sink of samples that wants gradients.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGradientSink;

/// <summary>A sink of samples that wants gradients and Hessians.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHessianSink : IGradientSink;

/// <summary>Takes derivatives from a kernel and stores them, scaled by weight and reduction.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IDerivativeSink<V>
    where V : struct
{
    /// <summary>∂loss/∂(prediction number <paramref name="prediction"/>), unweighted.</summary>
    void Gradient(int prediction, V derivative);

    /// <summary>∂²loss/∂(prediction number <paramref name="prediction"/>)², unweighted.</summary>
    void Hessian(int prediction, V secondDerivative);
}
