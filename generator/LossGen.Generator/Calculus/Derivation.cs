using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Rewrites;

namespace LossGen.Generator.Calculus;

/// <summary>What calculus makes of a loss: its value, for each prediction the first and second derivative, and what the author's locals have become.</summary>
internal sealed record Derivation(Expr Value, ImmutableArray<PredictionDerivatives> Derivatives, ImmutableArray<NamedExpr> Locals)
{
    public static Derivation Of(LossModel model)
    {
        ExprInterner interner = new();
        bool rewrites = model.Options.Stabilize;
        Expr value = Compose(model.Value);
        return new(
            rewrites ? Finish(GammaLogarithms.Collect(value)) : value,
            [.. model.OfRole(InputRole.Prediction).Select(Differentiate)],
            [.. model.Locals.Items.Select(local => new NamedExpr(local.Name, rewrites ? Finish(Compose(local.Value)) : Compose(local.Value)))]);

        // The Hessian is taken of the gradient as it comes out of calculus: stable forms of the gradient, such as another expression
        // for the label's own column, need not have stable derivatives.
        PredictionDerivatives Differentiate(LossParameter prediction)
        {
            Expr gradient = interner.Intern(Simplification.Simplify(Differentiation.Gradient(rewrites ? GammaLogarithms.ForDerivativeBy(value, prediction.Input) : value, prediction.Input, interner)));
            Expr? hessian = model.Options.Hessian == HessianPolicyKind.None ? null : Finish(HessianPolicies.Apply(model, prediction, gradient, interner));
            return new(prediction, Finish(gradient), hessian);
        }

        // As written, nothing is left out but what constants alone compute. Derivatives have no author: they are simplified either way.
        Expr Compose(Formula formula) => rewrites
            ? Stabilize(Links.Apply(formula.Root, model.Parameters), Rewriter.Stabilize)
            : interner.Intern(Written.FoldConstants(Links.ApplyAsWritten(formula.Root, model.Parameters)));

        Expr Finish(Expr expression) => Stabilize(expression, Rewriter.Finish);

        Expr Stabilize(Expr expression, Func<Expr, Expr> rewrite)
        {
            Expr simplified = Simplification.Simplify(expression);
            return interner.Intern(rewrites ? rewrite(simplified) : simplified);
        }
    }
}

/// <summary>A subexpression that the author gave a name.</summary>
internal sealed record NamedExpr(string Name, Expr Value);

/// <summary>The derivatives of a loss by one prediction: expressions of the column if the prediction is a row. No Hessian under the policy <c>None</c>.</summary>
internal sealed record PredictionDerivatives(LossParameter Prediction, Expr Gradient, Expr? Hessian);
