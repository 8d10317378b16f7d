using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>log(1 + k·x²), with k a constant of the batch, as one function: x² may overflow, the logarithm and its slope do not.</summary>
internal static class SquareRewrites
{
    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: LogP1 } log => Of(log[0]),
        Call { Function: Log } log when log[0] is Call { Function: Add } sum => sum[0].IsOne() ? Of(sum[1]) : sum[1].IsOne() ? Of(sum[0]) : null,
        _ => null,
    };

    private static Expr? Of(Expr multiple)
    {
        Expr factor = Build.One;
        while (true)
        {
            switch (multiple)
            {
                case Call { Function: Square } square when !ProductForm.IsHyperparameter(square[0]):
                    return LogP1OfSquare.Of(factor, square[0]);
                case Call { Function: Multiply } product when IsConstant(product[0]):
                    (factor, multiple) = (factor * product[0], product[1]);
                    break;
                case Call { Function: Multiply } product when IsConstant(product[1]):
                    (factor, multiple) = (factor * product[1], product[0]);
                    break;
                case Call { Function: Divide } quotient when IsConstant(quotient[1]):
                    (factor, multiple) = (factor / quotient[1], quotient[0]);
                    break;
                default:
                    return null;
            }
        }
    }

    private static bool IsConstant(Expr factor) => factor is Literal || ProductForm.IsHyperparameter(factor);
}
