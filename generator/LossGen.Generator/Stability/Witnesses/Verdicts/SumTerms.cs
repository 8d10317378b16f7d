using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>What a sum is made of.</summary>
internal static class SumTerms
{
    /// <summary>The terms, without signs and constant factors.</summary>
    public static List<Expr> Of(Expr sum)
    {
        List<Expr> terms = [];
        Collect(sum, terms);
        return terms;
    }

    public static HashSet<Input> InputsOf(Expr expression) => [.. ExprOrder.ChildrenFirst(expression, ExprChildren.Of).Select(static node => node switch
    {
        Variable variable => variable.Input,
        Read read => read.Row,
        _ => null,
    }).OfType<Input>()];

    public static bool HaveInputInCommon(Expr left, Expr right) => InputsOf(left).Overlaps(InputsOf(right));

    /// <summary>Whether an expression is another one's square.</summary>
    public static bool IsSquareOf(Expr term, out Expr root)
    {
        root = term is Call call ? call[0] : term;
        return term switch
        {
            Call { Function: Square } => true,
            Call { Function: Multiply } product => product[0].Equals(product[1]),
            Call { Function: Pow } power => power[1] is Literal { Value: 2 },
            _ => false,
        };
    }

    private static void Collect(Expr expression, List<Expr> terms)
    {
        switch (expression)
        {
            case Call { Function: Add or Subtract } sum:
                Collect(sum[0], terms);
                Collect(sum[1], terms);
                break;
            case Call { Function: Negate } negated:
                Collect(negated[0], terms);
                break;
            case Call { Function: Multiply } product when product[0] is Literal:
                Collect(product[1], terms);
                break;
            case Call { Function: Multiply } product when product[1] is Literal:
                Collect(product[0], terms);
                break;
            case Call { Function: Divide } quotient when quotient[1] is Literal or ColumnCount:
                Collect(quotient[0], terms);
                break;
            default:
                terms.Add(expression);
                break;
        }
    }
}
