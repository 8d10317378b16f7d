using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>x to a whole power times x to another one that is an expression.</summary>
internal sealed record BasePower(int Whole, Expr? Exponent)
{
    /// <summary>By how much the exponent is larger, if that is a whole number that is known.</summary>
    public int? Above(BasePower other) => (Exponent, other.Exponent) switch
    {
        (null, null) => Whole - other.Whole,
        ({ } one, { } another) when SumForm.Simplify(one - another) is Literal { Value: >= -8 and <= 8 } difference && difference.Value == (int)difference.Value =>
            Whole - other.Whole + (int)difference.Value,
        _ => null,
    };

    public Expr Times(Expr factor, Expr @base)
    {
        Expr product = Exponent is null ? factor : factor * Pow.Of(@base, Exponent);
        for (int division = 0; division > Whole; division--)
        {
            product /= @base;
        }

        return Whole > 0 ? product * ProductForm.Power(@base, Whole) : product;
    }
}
