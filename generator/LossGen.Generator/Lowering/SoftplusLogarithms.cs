using LossGen.Generator.Functions;
using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>log(softplus x) and its derivatives by what softplus and the logistic function of x share, so that one exponential serves them all.</summary>
internal static class SoftplusLogarithms
{
    /// <summary>log(softplus x).</summary>
    public static Expr Value(Expr x) => Build.Select(IsLeast(x), x, Log.Of(LogitForms.Softplus(x)));

    /// <summary>s = σ(x)/softplus(x).</summary>
    public static Expr Slope(Expr x) => Build.Select(IsLeast(x), Build.One, LogitForms.Sigmoid(x) / LogitForms.Softplus(x));

    /// <summary>
    /// s·(σ(−x) − s), at first −½eˣ: below 0, where the difference cancels, it is −(u − log(1 + u))·σ(−x)/softplus(x) with u = eˣ.
    /// </summary>
    public static Expr Curvature(Expr x)
    {
        Expr power = LogitForms.Decay(x);
        Expr quotient = LogitForms.Sigmoid(x) / LogitForms.Softplus(x);
        Expr opposite = LogitForms.Sigmoid(-x);
        Expr below = XMinusLogP1.Of(power) * opposite / LogitForms.Softplus(x);
        return -Build.Select(IsLeast(x), Build.Half * power, quotient * Build.Select(LessThan.Of(x, Build.Zero), below, quotient - opposite));
    }

    private static Expr IsLeast(Expr x) => LessThan.Of(x, ScalarMath.LeastSoftplusArgument);
}
