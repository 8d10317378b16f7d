using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Ranges;

namespace LossGen.Generator.Stability.Traits;

/// <summary>
/// An expression as a function of the one number through which the prediction enters it: of the residual p − y, say, or of a
/// margin y·p. That number is a variable of its own here, so that its interval can be cut into pieces.
/// </summary>
/// <param name="Function">The expression of the argument.</param>
/// <param name="Argument">The variable.</param>
/// <param name="Slope">The derivative of the argument by the prediction; the argument is affine in it.</param>
/// <param name="Domains">The domains of the inputs, with that of the argument.</param>
internal sealed record Curve(Expr Function, Variable Argument, Interval Slope, InputDomains Domains)
{
    /// <summary>A position that no parameter of a loss has.</summary>
    private const int OwnPosition = -1;

    private const int MostSteps = 3;

    public Interval Domain => Domains.Of(Argument.Input);

    /// <summary>The derivative by the argument.</summary>
    public Expr Derivative(Expr expression)
    {
        ExprInterner interner = new();
        return interner.Intern(Simplification.Simplify(Differentiation.Gradient(expression, Argument.Input, interner)));
    }

    /// <summary>The expression as a function of one number; null if predictions enter it by more than one.</summary>
    public static Curve? Of(Expr expression, InputDomains domains)
    {
        ImmutableArray<Expr> nodes = ExprOrder.ChildrenFirst(expression, ExprChildren.Of);
        ImmutableArray<Expr> leaves = [.. nodes.Where(Predictions.IsReading)];
        if (leaves.Length != 1 || nodes.Any(static node => node is Reduce or SumOverOthers && Predictions.Enter(node)) || (leaves[0] is Read read && Predictions.Enter(read.Index)))
        {
            return null;
        }

        Expr leaf = leaves[0];
        Curve curve = FromLeaf(expression, leaf, domains);
        for (int step = 0; step < MostSteps && Widen(curve, step) is { } wider; step++)
        {
            curve = wider;
        }

        return curve with { Function = new ExprInterner().Intern(curve.Function) };
    }

    private static Curve FromLeaf(Expr expression, Expr leaf, InputDomains domains)
    {
        Variable argument = NewArgument(0);
        Interval domain = leaf is Read read ? domains.Of(read.Row) : domains.Of(((Variable)leaf).Input);
        return new(
            Substitution.Rebuild(expression, node => node.Equals(leaf) ? argument : null),
            argument,
            Interval.Point(1),
            domains.With(argument.Input, domain));
    }

    private static Variable NewArgument(int step) => new(new Input(InputRole.Prediction, OwnPosition, $"t{step}"));

    /// <summary>The same function of an affine expression of its argument, if the argument enters by no other.</summary>
    private static Curve? Widen(Curve curve, int step) => ExprOrder.ChildrenFirst(curve.Function, ExprChildren.Of)
        .OfType<Call>()
        .Where(call => IsAffine(call, curve.Argument))
        .Select(call => Replace(curve, call, step))
        .FirstOrDefault(static wider => wider is not null);

    private static bool IsAffine(Call call, Variable argument) => call.Function switch
    {
        Add or Subtract or Multiply => call[0].Equals(argument) != call[1].Equals(argument) && !Predictions.Enter(call[0].Equals(argument) ? call[1] : call[0]),
        Divide => call[0].Equals(argument) && !Predictions.Enter(call[1]),
        _ => false,
    };

    private static Curve? Replace(Curve curve, Call affine, int step)
    {
        Variable argument = NewArgument(step + 1);

        // y − p is the negative of p − y, and may occur beside it.
        Expr opposite = affine.Function is Subtract ? new Call(Subtract.Instance, affine[1], affine[0]) : affine;
        bool isTurned = affine.Function is Subtract && affine[1].Equals(curve.Argument);
        Expr replaced = Substitution.Rebuild(curve.Function, node =>
            node.Equals(affine) ? isTurned ? -argument : argument
            : node.Equals(opposite) ? isTurned ? argument : -argument
            : null);
        if (ExprOrder.ChildrenFirst(replaced, ExprChildren.Of).Contains(curve.Argument))
        {
            return null;
        }

        RangeAnalysis ranges = RangeAnalysis.Create(curve.Domains, Numbers.Real);
        Interval factor = affine.Function switch
        {
            Multiply => ranges.Of(affine[0].Equals(curve.Argument) ? affine[1] : affine[0]),
            Divide => Interval.Point(1).Divide(ranges.Of(affine[1]), ElementType.Double),
            _ => Interval.Point(1),
        };
        return new(
            replaced,
            argument,
            curve.Slope.Multiply(factor, ElementType.Double) with { MayBeNaN = false },
            curve.Domains.With(argument.Input, ranges.Of(isTurned ? opposite : affine)));
    }
}
