using System.Globalization;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Tests.Oracles;
using Xunit;

namespace LossGen.Generator.Tests.Stability;

/// <summary>A loss of one prediction x and one target y, rewritten and then differentiated twice as the generator does.</summary>
internal static class RewrittenLoss
{
    public static readonly Variable X = new(new Input(InputRole.Prediction, 0, "x"));
    public static readonly Variable Y = new(new Input(InputRole.Target, 0, "y"));

    public static void AssertDerivatives(Expr formula, double x, double y, double value, double gradient, double curvature, params (Variable Variable, double Value)[] hyperparameters)
    {
        ExprInterner interner = new();
        Expr loss = Rewriter.Stabilize(formula);
        Expr first = Simplification.Simplify(Differentiation.Gradient(loss, X.Input, interner));
        Expr second = Simplification.Simplify(Differentiation.Gradient(first, X.Input, interner));

        AssertIs(value, loss);
        AssertIs(gradient, first);
        AssertIs(curvature, second);

        void AssertIs(double expected, Expr derivative)
        {
            double actual = FormulaEvaluator.Evaluate(Rewriter.Finish(derivative), [(X, x), (Y, y), .. hyperparameters]);
            Assert.True(actual.Equals(expected) || Math.Abs(actual - expected) <= 1e-12 * Math.Abs(expected), string.Create(CultureInfo.InvariantCulture, $"{actual} instead of {expected}"));
        }
    }
}
