namespace LossGen;

/// <summary>
/// What a generated class hands out as the second derivative. Newton steps and gradient boosting divide by it, so the exact one
/// is not always the useful one: it is 0 for the absolute error and negative in the tails of robust losses.
/// </summary>
/// <remarks>
/// Of a loss over rows it is the diagonal, one number per column. Libraries differ silently here: for logistic regression over
/// classes, XGBoost takes 2p(1 − p), LightGBM C/(C − 1)·p(1 − p), and the exact diagonal is p(1 − p).
/// </remarks>
public enum HessianPolicy
{
    /// <summary>The second derivative of the formula: ∂²loss/∂prediction². May be zero or negative.</summary>
    Exact,

    /// <summary>1 everywhere: the step is that of gradient descent. What LightGBM does for the absolute and the quantile loss.</summary>
    Constant,

    /// <summary>The exact second derivative, but at least 10⁻⁶ (as XGBoost does for the squared logarithmic error): positive everywhere.</summary>
    Floor,

    /// <summary>
    /// gradient / residual, where the residual is prediction − target: the curvature of the parabola that touches the loss here
    /// and lies above it when the loss is even in the residual and its weight falls with the residual's size. Newton's method
    /// with it is iteratively reweighted least squares, and never takes the loss up. At a residual of 0 it is the limit. The loss must have
    /// one prediction, without a link, and a target of the same shape; without targets the residual is the prediction.
    /// </summary>
    Majorizer,

    /// <summary>
    /// The curvature of the outer function alone, times the square of the inner function's slope: what is left of the exact one
    /// when the link is taken as linear. Never negative for a convex loss behind a non-linear link; equals the expected
    /// (Fisher) information when the link is the canonical one. Without a link it is the exact one; a softmax link does not have it, for its
    /// Jacobian is not diagonal.
    /// </summary>
    GaussNewton,

    /// <summary>No second derivative: the members that would return it are not generated.</summary>
    None,
}
