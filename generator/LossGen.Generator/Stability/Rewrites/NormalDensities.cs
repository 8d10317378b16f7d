using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// e^(−x²) beside erf(x), as in the ranked probability score of a normal distribution, written e^(−½z²) and erf(z/√2): of the one function that the derivative
/// of erf is, so that the two cancel in the algebra and do not leave the rounding of two exponentials.
/// </summary>
internal static class NormalDensities
{
    /// <summary>Squares of rounded roots differ from what was meant by less.</summary>
    private const double Tolerance = 1e-14;

    public static Expr Apply(Expr formula)
    {
        List<Expr> arguments = [.. ExprOrder.ChildrenFirst(formula, ExprChildren.Of).OfType<Call>().Where(static call => call.Function is Erf or Erfc or LogErfc).Select(static call => call[0]).Distinct()];
        return arguments.Count == 0 ? formula : Substitution.Rebuild(formula, node => node is Call { Function: Exp } exp && arguments.FirstOrDefault(argument => IsMinusSquareOf(exp[0], argument)) is { } root
            ? Gaussian.Of(root)
            : null);
    }

    private static bool IsMinusSquareOf(Expr exponent, Expr root) =>
        Polynomial.Of(exponent) is { Terms: [{ Coefficient: < 0 } square] }
        && Polynomial.Of(root) is { Terms: [var factor] }
        && Math.Abs(square.Coefficient + (factor.Coefficient * factor.Coefficient)) < Tolerance * -square.Coefficient
        && factor.Times(factor).IsLike(square);
}
