using System.Collections.Generic;
using System.Linq;
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
        Expr source = culprit.Step.Source;
        if (source is SumOverOthers)
        {
            return false;
        }

        if (culprit.Step.Operation is not (TapeOperation.Add or TapeOperation.Subtract))
        {
            return IsLogarithmOfComplements(source);
        }

        if (IsOfTanh(source, tape))
        {
            return false;
        }

        List<Expr> terms = SumTerms.Of(source);
        return terms.Exists(static term => term is Literal)
            ? terms.Exists(static term => term is not Literal) && terms.TrueForAll(static term => term is Literal || MeetsItsConstant(term))
            : Moments.AreSquares(terms) || IsSmallRemainder(terms) || AreNeighbours(terms);
    }

    /// <summary>
    /// Functions that come close to a constant where their argument is 0, and from there start with its first power or its square; and
    /// powers and quotients of a sum with a constant, which do so where the rest of the sum is 0.
    /// </summary>
    private static bool MeetsItsConstant(Expr term) => term switch
    {
        Call { Function: Exp or Exp2 or Cos or Cosh } => true,
        Call { Function: Sqrt or Cbrt or Pow } power => IsBeyondConstant(power[0]),
        Call { Function: Hypot } root => root[0] is Literal || root[1] is Literal,
        Call { Function: Divide } quotient => quotient[0] is Literal && (IsBeyondConstant(quotient[1]) || MeetsItsConstant(quotient[1])),
        _ => false,
    };

    private static bool IsBeyondConstant(Expr expression) => SumTerms.Of(expression) is { Count: > 1 } terms && terms.Exists(static term => term is Literal);

    /// <summary>f(x + h) − f(x), where f has an addition theorem or a quotient of its own; not f(x) − f(y), which is small where x meets y by chance.</summary>
    private static bool AreNeighbours(List<Expr> terms) => terms.Count > 1
        && terms.TrueForAll(static term => term is Call { Function: Exp or Exp2 or Cos or Cosh or Sin or Tan or Sinh or Asin or Acos or Atan or Sqrt or Cbrt or Pow or Hypot or Log or LogP1 or Digamma } || IsReciprocal(term))
        && terms.TrueForAll(term => term is Call { Function: Log or LogP1 }
            ? terms.TrueForAll(other => SumTerms.InputsOf(term).SetEquals(SumTerms.InputsOf(other)))
            : terms.Exists(other => !ReferenceEquals(term, other) && SumTerms.HaveInputInCommon(term, other)));

    private static bool IsReciprocal(Expr term) => term is Call { Function: Divide } quotient && quotient[0] is Literal;

    /// <summary>x − sin x, and √(x² + c) − x: what is left of a function when its largest part is taken away.</summary>
    private static bool IsSmallRemainder(List<Expr> terms) => terms.Count == 2 && (IsRemainder(terms[0], terms[1]) || IsRemainder(terms[1], terms[0]));

    private static bool IsRemainder(Expr part, Expr whole) => whole switch
    {
        Call { Function: Sin or Tan or Sinh or Tanh or Asin or Atan or Asinh or Atanh or ExpM1 } call => call[0].Equals(part),
        Call { Function: Hypot } root => root[0].Equals(part) || root[1].Equals(part),
        Call { Function: Sqrt } root => part is not Literal && SumTerms.Of(root[0]).Exists(term => SumTerms.IsSquareOf(term, out Expr squared) && squared.Equals(part)),
        _ => false,
    };

    /// <summary>log((1 − x) / (1 + x)), which is −2·artanh x and near 0 where inputs have the most digits; not log(p / (1 − p)), which is near 0 at ½.</summary>
    private static bool IsLogarithmOfComplements(Expr expression) => expression is Call { Function: Log } log
        && log[0] is Call { Function: Divide } quotient
        && IsBeyondConstant(quotient[0])
        && IsBeyondConstant(quotient[1])
        && SumTerms.InputsOf(quotient[0]).Count == 1
        && SumTerms.InputsOf(quotient[0]).SetEquals(SumTerms.InputsOf(quotient[1]));

    /// <summary>(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ), whose numbers are never large: it has a name, which is another rule's.</summary>
    private static bool IsOfTanh(Expr difference, Tape tape) => difference is Call { Function: Subtract } numerator
        && tape.Steps.Any(step => step.Source is Call { Function: Divide } quotient
            && quotient[0].Equals(numerator)
            && quotient[1] is Call { Function: Add } sum && sum[0].Equals(numerator[0]) && sum[1].Equals(numerator[1]));
}
