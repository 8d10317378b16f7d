using Xunit;

namespace LossGen.Losses.Tests;

[Loss("(p, y) => width * Square(p - y)")]
internal sealed partial class PlainParabola(double width = 1);

[Loss("(p, y) => width * Square(p - y)")]
internal sealed partial class DerivedParabola(double width = 1) : Author;

[Loss("(p, y) => Square(p - y)", Reduction = Reduction.Sum)]
internal sealed partial class SummedParabola;

[Loss("(Row p, Row y) => Sum(Square(p - y))")]
internal sealed partial class RowParabola;

internal abstract class Author
{
    public string Name { get; init; } = "Ada";
}

/// <summary>Losses of the common shapes are instances of base classes, and the others have the same members.</summary>
public sealed class GeneratedLossTests
{
    private static readonly double[] Prediction = [1, 2, 5];
    private static readonly double[] Target = [1, 0, 2];

    [Fact]
    public void CommonShapes_HaveBases()
    {
        Assert.IsAssignableFrom<ScalarLoss>(new PlainParabola());
        Assert.IsAssignableFrom<RowLoss>(new RowParabola());
        Assert.IsAssignableFrom<ClassificationLoss>(new SoftmaxCrossEntropy());
    }

    [Fact]
    public void AuthorsOwnBase_Stays()
    {
        DerivedParabola loss = new(2);

        Assert.Equal("Ada", loss.Name);
        Assert.Equal(26 / 3.0, loss.Value(Prediction, Target));
        Assert.Equal(2 * 4, loss.Loss(2, 0));
    }

    [Fact]
    public void OtherReduction_IsTheDefault() => Assert.Equal(13, new SummedParabola().Value(Prediction, Target));

    [Fact]
    public void ScalarLoss_StandsForAnyOfItsClasses()
    {
        ScalarLoss loss = new PlainParabola(2) { Reduction = Reduction.Sum, MaxDegreeOfParallelism = 2 };
        double[] gradient = new double[3];
        double[] hessian = new double[3];
        double[] values = new double[3];

        Assert.Equal(26, loss.ValueGradientAndHessian(Prediction, Target, gradient, hessian));
        Assert.Equal([0, 8, 12], gradient);
        Assert.Equal([4, 4, 4], hessian);
        Assert.Equal(26, loss.ValueAndGradient([1f, 2, 5], [1f, 0, 2], new float[3]));
        loss.Values(Prediction, Target, values);
        Assert.Equal([0, 8, 18], values);
        Assert.Equal(1, loss.OptimalConstant(Target));
        Assert.Equal((8.0, 8.0, 4.0), (loss.Loss(2, 0.0), loss.Derivative(2, 0.0), loss.SecondDerivative(2, 0.0)));
        Assert.Equal((8f, 8f, 4f), (loss.Loss(2, 0f), loss.Derivative(2, 0f), loss.SecondDerivative(2, 0f)));
        Assert.Null(loss.Explain(Prediction, Target));
        Assert.Equal(["p"], ((ILoss<double>)loss).Signature.Predictions.Select(static input => input.Name));
    }

    [Fact]
    public void HyperparameterOfTheClass_IsThatOfTheExplanation()
    {
        LossExplanation? explanation = new PlainParabola(double.NaN).Explain(Prediction, Target);

        Assert.Contains("width", explanation?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Error_NamesTheArgument()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new PlainParabola().ValueAndGradient(Prediction, Target, new double[2]));

        Assert.Contains("gradient has 2 elements but prediction has 3", error.Message, StringComparison.Ordinal);
    }
}
