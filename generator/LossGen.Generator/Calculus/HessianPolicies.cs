using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>What the Hessian spans receive, by policy.</summary>
internal static class HessianPolicies
{
    /// <summary>The floor that XGBoost puts under the Hessian of its squared logarithmic error.</summary>
    private const double Floor = 1e-6;

    /// <summary>A residual that stands for 0 where gradient ÷ residual is wanted: so small that every distance loss is at its limit, and its square no problem in float.</summary>
    private const double NearZero = 1.0 / (1L << 50) / (1L << 50);

    public static Expr Apply(LossModel model, LossParameter prediction, Expr gradient, ExprInterner interner) => model.Options.Hessian switch
    {
        HessianPolicyKind.Constant => Build.One,
        HessianPolicyKind.Floor => Max.Of(Differentiation.HessianDiagonal(gradient, prediction.Input, interner), new Literal(Floor)),
        HessianPolicyKind.Majorizer => Majorizer(model, prediction, gradient, interner),
        HessianPolicyKind.GaussNewton => GaussNewton(model, prediction, interner),
        _ => Differentiation.HessianDiagonal(gradient, prediction.Input, interner),
    };

    /// <summary>
    /// gradient ÷ (prediction − target). A distance loss depends on its inputs by the residual only; there the quotient is taken
    /// at a residual next to 0 in place of 0/0. Other losses take their exact second derivative at 0.
    /// </summary>
    private static Expr Majorizer(LossModel model, LossParameter prediction, Expr gradient, ExprInterner interner)
    {
        LossParameter? target = model.Parameters.Items.FirstOrDefault(parameter => parameter.Input.Role is InputRole.Target or InputRole.Label);
        Expr score = Leaf(prediction);
        Expr residual = target is null ? score : score - Leaf(target);
        Expr isZero = Build.Call(Equal.Instance, residual, Build.Zero);
        Expr moved = Build.Select(isZero, new Literal(NearZero), residual);
        Expr byResidual = target is null
            ? gradient
            : Substitution.Rebuild(gradient, node => node switch
            {
                _ when node.Equals(residual) => moved,
                Call { Function: Subtract } difference when difference[0].Equals(Leaf(target)) && difference[1].Equals(score) => -moved,
                _ => null,
            });
        bool isDistance = !ExprOrder.ChildrenFirst(byResidual, node => node.Equals(moved) ? ImmutableArray<Expr>.Empty : ExprChildren.Of(node)).Contains(score);
        return isDistance
            ? byResidual / moved
            : Build.Select(isZero, Differentiation.HessianDiagonal(gradient, prediction.Input, interner), gradient / residual);
    }

    /// <summary>f″(g(x))·g′(x)²: the second derivative in the space of the formula, times the squared slope of the link.</summary>
    private static Expr GaussNewton(LossModel model, LossParameter prediction, ExprInterner interner)
    {
        EquatableArray<LossParameter> others = model.Parameters.Items
            .Select(parameter => parameter == prediction ? parameter with { Link = LinkKind.Identity } : parameter)
            .ToEquatableArray();
        Expr formula = Links.Apply(model.Value.Root, others);
        Expr outer = Differentiation.HessianDiagonal(Differentiation.Gradient(formula, prediction.Input, interner), prediction.Input, interner);
        EquatableArray<LossParameter> own = [prediction];
        Expr slope = Differentiation.HessianDiagonal(Links.Apply(Leaf(prediction), own), prediction.Input, interner);
        return Links.Apply(outer, own) * Square.Of(slope);
    }

    private static Expr Leaf(LossParameter parameter) =>
        parameter.IsRow ? new Read(parameter.Input, Column.Instance) : new Variable(parameter.Input);
}
