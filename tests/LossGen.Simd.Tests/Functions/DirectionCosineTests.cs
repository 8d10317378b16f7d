using Xunit;

namespace LossGen.Simd.Tests.Functions;

public sealed class DirectionCosineTests
{
    [Theory]
    [InlineData(3, 5, 0.6)]
    [InlineData(-3, 5, -0.6)]
    [InlineData(0, 0, 0)]
    [InlineData(-0.0, 0, 0)]
    [InlineData(2, double.PositiveInfinity, 0)]
    [InlineData(double.NaN, double.NaN, double.NaN)]
    public void DirectionCosine_IsTheQuotient_AndZeroAtTheOrigin(double leg, double hypotenuse, double expected)
    {
        Assert.Equal(expected, Of<Vector256Double>(leg, hypotenuse));
        Assert.Equal(expected, Of<ScalarDouble>(leg, hypotenuse));
    }

    private static double Of<V>(double leg, double hypotenuse)
        where V : struct, ISimdVector<V, double> => V.MaxLanes(V.DirectionCosine(V.Create(leg), V.Create(hypotenuse)));
}
