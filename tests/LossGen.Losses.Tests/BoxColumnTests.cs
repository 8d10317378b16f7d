using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>Boxes are rows of four columns: a fifth, which no loss would depend on, is refused like a missing fourth.</summary>
public sealed class BoxColumnTests
{
    private static readonly double[] s_boxes = [.. Enumerable.Range(0, 60).Select(static i => i % 5.0)];

    [Fact]
    public void FourColumns_AreTaken() => Assert.Equal(0, new BoxIouLoss(0).Value([0, 0, 2, 3, 1, 1, 2, 2], [0, 0, 2, 3, 1, 1, 2, 2], columns: 4), 1e-15);

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void OtherNumbersOfColumns_AreRefused(int columns)
    {
        double[] gradient = new double[60];
        Refused(() => new BoxIouLoss().Value(s_boxes, s_boxes, columns));
        Refused(() => new BoxLogIouLoss().Value(s_boxes, s_boxes, columns));
        Refused(() => new BoxGiouLoss().ValueAndGradient(s_boxes, s_boxes, columns, gradient));
        Refused(() => new BoxDiouLoss().ValueAndGradient(s_boxes, s_boxes, columns, gradient));
        Refused(() => new BoxCiouLoss().OptimalConstant(s_boxes, columns, new double[columns]));

        void Refused(Action action) => Assert.Contains(
            $"columns is {columns}; the loss reads 4 columns and no more or fewer.", Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
    }
}
