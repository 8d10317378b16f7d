using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// log(softplus x), the logarithm of a rate or a scale that is kept positive: below −5 it is x + log(log(1 + u)/u) with u = eˣ, by the series in u, which neither
/// underflows nor leaves differences of quotients to its derivatives.
/// </summary>
internal static class LogarithmOfSoftplus
{
    /// <summary>Below it, terms of the series that are left out change the second derivative by less than 1e-14 of it.</summary>
    private const double LeastArgument = -5;

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

    /// <summary>log(log(1 + u)/u) = −u/2 + 5u²/24 − u³/8 + 251u⁴/2880 − 19u⁵/288 + 19087u⁶/362880 − 751u⁷/17280 + …</summary>
    private static Expr Series(Expr u)
    {
        double[] coefficients = [-0.5, 5.0 / 24, -0.125, 251.0 / 2880, -19.0 / 288, 19087.0 / 362880, -751.0 / 17280];
        Expr sum = coefficients[coefficients.Length - 1];
        for (int power = coefficients.Length - 2; power >= 0; power--)
        {
            sum = coefficients[power] + (u * sum);
        }

        return u * sum;
    }
}
