using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// log(softplus x), the logarithm of a rate or a scale that is kept positive: below −2½ it is x + log(log(1 + u)/u) with u = eˣ, by the series in u, which neither
/// underflows nor leaves differences of quotients to its derivatives.
/// </summary>
internal static class LogarithmOfSoftplus
{
    /// <summary>
    /// Below it, terms of the series that are left out change the second derivative by less than 2e-15 of it; above, in float, the quotients of the derivatives keep
    /// their digits.
    /// </summary>
    private const double LeastArgument = -2.5;

    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: Log } log when log[0] is Call { Function: Softplus } softplus => Of(softplus),
        Call { Function: XLogY } entropy when entropy[1] is Call { Function: Softplus } softplus => entropy[0] * Of(softplus),
        _ => null,
    };

    private static Expr Of(Call softplus)
    {
        Expr x = softplus[0];
        return Build.Select(LessThan.Of(x, LeastArgument), x + Series(Exp.Of(x)), new Call(Log.Instance, [softplus]));
    }

    /// <summary>log(log(1 + u)/u) = −u/2 + 5u²/24 − u³/8 + 251u⁴/2880 − …: the logarithm of the series 1 − u/2 + u²/3 − …, by mpmath with 60 digits.</summary>
    private static Expr Series(Expr u)
    {
        double[] coefficients =
        [
            -0.5, 5.0 / 24, -0.125, 251.0 / 2880, -19.0 / 288, 19087.0 / 362880, -751.0 / 17280, 0.036858500055114638448, -0.031886160714285714286, 0.028018959644393672171,
            -0.024933230911963550852, 0.022419070564470731193, -0.020334719105123577676, 0.018581171151971502638, -0.017087299771625943501,
        ];
        Expr sum = coefficients[coefficients.Length - 1];
        for (int power = coefficients.Length - 2; power >= 0; power--)
        {
            sum = coefficients[power] + (u * sum);
        }

        return u * sum;
    }
}
