using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses.Tapes;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>
/// Whether the digits that a difference loses could have been kept. eˣ − 1, √(x + 1) − √x and 1 − cos x have forms that keep them; of
/// a loss that merely is small where it is least (a divergence, a smoothed overlap), nobody wants the digits of the small.
/// </summary>
internal static class CancellationForms
{
    public static bool IsAvoidable(Culprit culprit, Tape tape)
    {
        if (culprit.Step.Operation is not (TapeOperation.Add or TapeOperation.Subtract))
        {
            return false;
        }

        List<Expr> terms = [];
        Collect(culprit.Step.Source, terms);
        return !IsOfTanh(culprit.Step.Source, tape)
            && (terms.Exists(static term => term is Literal) ? terms.TrueForAll(static term => term is Literal || MeetsItsConstant(term)) && terms.Exists(static term => term is not Literal)
                : terms.TrueForAll(HasAdditionTheorem) || AreSquares(terms));
    }

    /// <summary>
    /// Whether a difference is one of products that have inputs in common, as E[xy] − E[x]·E[y] and a·a − 2·a·b + b·b: it can be written with
    /// differences of the inputs, which are exact. Where it only loses digits of small numbers that is too much to ask.
    /// </summary>
    public static bool IsOfRelatedProducts(Culprit culprit)
    {
        List<Expr> terms = [];
        Collect(culprit.Step.Source, terms);
        return AreSquares(terms) || (terms.TrueForAll(static term => IsProduct(WithoutSum(term))) && terms.TrueForAll(term => terms.Exists(other => !ReferenceEquals(term, other) && HaveInputInCommon(term, other))));
    }

    /// <summary>The terms of a sum, without signs and constant factors.</summary>
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

    /// <summary>f(a) − f(b) that can be written with a − b.</summary>
    private static bool HasAdditionTheorem(Expr term) => term is Call { Function: Sin or Tan or Sinh or Hypot } || MeetsItsConstant(term);

    /// <summary>Functions that come close to a constant where their argument is 0, and from there start with its first power or its square.</summary>
    private static bool MeetsItsConstant(Expr term) => term switch
    {
        Call { Function: Exp or Exp2 or Sqrt or Cbrt or Pow or Cos or Cosh } => true,
        Call { Function: Divide } reciprocal => reciprocal[0] is Literal,
        _ => false,
    };

    /// <summary>x² − y², E[x²] − E[x]².</summary>
    private static bool AreSquares(List<Expr> terms) => terms.Count == 2 && terms.TrueForAll(static term => IsSquare(WithoutSum(term)));

    private static Expr WithoutSum(Expr term) => term is Reduce { Kind: ReductionKind.Sum } sum ? sum.Body : term;

    private static bool IsProduct(Expr term) => term is Call { Function: Multiply or Square };

    private static bool HaveInputInCommon(Expr left, Expr right) => InputsOf(left).Overlaps(InputsOf(right));

    private static HashSet<Input> InputsOf(Expr expression) => [.. ExprOrder.ChildrenFirst(expression, ExprChildren.Of).Select(static node => node switch
    {
        Variable variable => variable.Input,
        Read read => read.Row,
        _ => null,
    }).OfType<Input>()];

    private static bool IsSquare(Expr term) => term switch
    {
        Call { Function: Square } => true,
        Call { Function: Multiply } product => product[0].Equals(product[1]),
        Call { Function: Pow } power => power[1] is Literal { Value: 2 },
        _ => false,
    };

    /// <summary>(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ), whose numbers are never large: it has a name, which is another rule's.</summary>
    private static bool IsOfTanh(Expr difference, Tape tape) => difference is Call { Function: Subtract } numerator
        && tape.Steps.Any(step => step.Source is Call { Function: Divide } quotient
            && quotient[0].Equals(numerator)
            && quotient[1] is Call { Function: Add } sum && sum[0].Equals(numerator[0]) && sum[1].Equals(numerator[1]));
}
