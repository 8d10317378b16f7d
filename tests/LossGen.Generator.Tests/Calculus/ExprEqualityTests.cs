using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using Xunit;

namespace LossGen.Generator.Tests.Calculus;

/// <summary>Expressions are equal by what they say, whoever built them.</summary>
public sealed class ExprEqualityTests
{
    private static readonly Variable X = new(new Input(InputRole.Prediction, 0, "x"));

    /// <summary>2⁵⁰⁰ operations if written out: a comparison part by part would not end.</summary>
    [Fact]
    public void DoublingFiveHundredTimes_IsComparedAtOnce()
    {
        Assert.Equal(Doubled(X), Doubled(X));
        Assert.NotEqual(Doubled(X), Doubled(new Variable(new Input(InputRole.Prediction, 1, "x"))));
        Assert.Equal(Doubled(X).GetHashCode(), Doubled(X).GetHashCode());

        static Expr Doubled(Expr expression)
        {
            for (int level = 0; level < 500; level++)
            {
                expression = new Call(Multiply.Instance, expression, new Call(Sin.Instance, expression));
            }

            return expression;
        }
    }

    [Fact]
    public void ExpressionsThatDifferInOnePart_AreNotEqual()
    {
        Expr[] different =
        [
            X, new Variable(new Input(InputRole.Target, 0, "x")), new Variable(new Input(InputRole.Prediction, 0, "y")), new Literal(1), new Literal(-0.0), new Literal(0.0),
            new Call(Sin.Instance, X), new Call(Cos.Instance, X), new Call(Add.Instance, X, new Literal(1)), new Call(Add.Instance, new Literal(1), X),
            new Reduce(ReductionKind.Sum, X), new Reduce(ReductionKind.Max, X), Truth.True, Truth.False, Column.Instance, OtherColumn.Instance, ColumnCount.Instance,
            new SumOverOthers(OtherColumn.Instance), new SumOverOthers(Column.Instance), new Read(new Input(InputRole.Prediction, 0, "x"), Column.Instance),
            new Read(new Input(InputRole.Prediction, 0, "x"), OtherColumn.Instance),
        ];

        Assert.Equal(different.Length, different.Distinct().Count());
    }
}
