using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// Products that are 0 because of one factor, whatever number the other is: 0·log p is 0 where a target of 0 meets p = 0, and 0·eˣ is 0
/// where eˣ overflows.
/// </summary>
internal static class VanishingFactors
{
    /// <summary>y·log p is 0 for a target y = 0, and so are all its derivatives.</summary>
    public static Expr? OfLogarithm(Expr expression) => expression switch
    {
        Call { Function: Multiply } product when IsAtPole(product[1]) && Target(product[0]) is { } target => Guarded(target, product),
        Call { Function: Multiply } product when IsAtPole(product[0]) && Target(product[1]) is { } target => Guarded(target, product),
        _ => null,
    };

    /// <summary>a·eˣ, guarded against 0·∞. For lowered expressions: the guard has nothing to say about derivatives, nor to a reader.</summary>
    public static Expr GuardExponentials(Expr expression) => Substitution.Rebuild(expression, static node => node switch
    {
        Call { Function: Multiply } product when product[1] is Call { Function: Exp } && Root(product[0]) is { } root => Guarded(root, product),
        Call { Function: Multiply } product when product[0] is Call { Function: Exp } && Root(product[1]) is { } root => Guarded(root, product),
        _ => null,
    });

    /// <summary>
    /// (1 − p)ᵏ⁻¹ and (1 − p)ᵏ⁻² of a softmax p, which are derivatives of (1 − p)ᵏ, are infinite at p = 1 for k below 1 and 2. What they are multiplied with is 0 there, the probabilities of the
    /// other columns or log p, and so is the limit of the product. For lowered expressions, too.
    /// </summary>
    public static Expr GuardPoles(Expr expression) => Substitution.Rebuild(expression, static node =>
        node is Call { Function: Pow } power && power[0] is Call { Function: Negate } rest && rest[0] is Call { Function: ExpM1 } excess && power[1] is Call && IsLogarithmOfSoftMax(excess[0])
            ? Guarded(excess, power)
            : null);

    /// <summary>Only a prediction by itself, not the score behind it, comes to the pole of a logarithm or of a power.</summary>
    private static bool IsAtPole(Expr factor) => factor is Call { Function: Log or LogP1 } logarithm ? logarithm[0] is Variable or Read or Call { Function: Negate }
        : factor is Call { Function: Pow } power && power[0] is Variable { Input.Role: InputRole.Prediction } or Read { Row.Role: InputRole.Prediction } && power[1] is Call or Literal { Value: < 1 };

    /// <summary>A target or its complement among the factors: these are 0 exactly, and often.</summary>
    private static Expr? Target(Expr product) => ProductForm.Of(product).Factors.FirstOrDefault(static factor => factor switch
    {
        Variable { Input.Role: InputRole.Target } or Read { Row.Role: InputRole.Target } => true,
        Call { Function: Subtract } complement => complement[0].IsOne() && (complement[1] is Variable { Input.Role: InputRole.Target } or Read { Row.Role: InputRole.Target }),
        _ => false,
    });

    /// <summary>What is 0 where the factor is; null unless that is arithmetic on inputs: a quotient or function may be 0 because it underflows, just where eˣ overflows.</summary>
    private static Expr? Root(Expr factor) => factor switch
    {
        Call { Function: Square } square => Root(square[0]),
        Call { Function: Multiply } product when product[0] is Literal || ProductForm.IsHyperparameter(product[0]) => Root(product[1]),
        _ => IsOfInputs(factor) && !ProductForm.IsHyperparameter(factor) ? factor : null,
    };

    private static bool IsLogarithmOfSoftMax(Expr expression) => expression is Call { Function: Subtract } difference && difference[1] is Reduce { Kind: ReductionKind.LogSumExp };

    private static bool IsOfInputs(Expr factor) =>
        factor is Variable or Read || (factor is Call { Function: Add or Subtract or Multiply or Negate } call && call.Arguments.Items.All(static part => part is Literal || IsOfInputs(part)));

    private static Expr Guarded(Expr factor, Call product) => Build.Select(Equal.Of(factor, Build.Zero), Build.Zero, product);
}
