using System.ComponentModel;

namespace LossGen.Evaluation;

/// <summary>
/// How much of a loss an evaluation computes. Kernels over rows ask what a struct of this kind implements, which is known before they are compiled to
/// instructions.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEvaluationOrder;

/// <summary>An evaluation of at least value and gradient.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGradientOrder : IEvaluationOrder;

/// <summary>An evaluation of value, gradient and the diagonal of the Hessian.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHessianOrder : IGradientOrder;

/// <summary>The value alone.</summary>
internal readonly struct ValueOrder : IEvaluationOrder;

/// <summary>Value and gradient.</summary>
internal readonly struct GradientOrder : IGradientOrder;

/// <summary>Value, gradient and the diagonal of the Hessian.</summary>
internal readonly struct HessianOrder : IHessianOrder;
