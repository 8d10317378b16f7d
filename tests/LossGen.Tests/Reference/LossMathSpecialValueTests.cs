using Xunit;
using static LossGen.LossMath;

namespace LossGen.Tests.Reference;

/// <summary>What LossMath gives at zeros, infinities and NaN, and that <c>float</c> is <c>double</c> rounded once.</summary>
public sealed class LossMathSpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;

    public static TheoryData<string, double, double> Points => new()
    {
        { nameof(Sign), double.NaN, double.NaN },
        { nameof(Sign), -0.0, -0.0 },
        { nameof(Sign), -Infinity, -1 },
        { nameof(Round), 2.5, 2 },
        { nameof(Round), -0.5, -0.0 },
        { nameof(ExpM1), -0.0, -0.0 },
        { nameof(ExpM1), -Infinity, -1 },
        { nameof(ExpM1), Infinity, Infinity },
        { nameof(ExpM1), 1e-300, 1e-300 },
        { nameof(ExpM1), double.NaN, double.NaN },
        { nameof(LogP1), -0.0, -0.0 },
        { nameof(LogP1), -1, -Infinity },
        { nameof(LogP1), -2, double.NaN },
        { nameof(LogP1), Infinity, Infinity },
        { nameof(LogP1), 1e-300, 1e-300 },
        { nameof(Log1MExp), 0, -Infinity },
        { nameof(Log1MExp), 1, double.NaN },
        { nameof(Log1MExp), -Infinity, 0 },
        { nameof(Sigmoid), -Infinity, 0 },
        { nameof(Sigmoid), Infinity, 1 },
        { nameof(Sigmoid), double.NaN, double.NaN },
        { nameof(LogSigmoid), -Infinity, -Infinity },
        { nameof(LogSigmoid), 1000, 0 },
        { nameof(Softplus), -Infinity, 0 },
        { nameof(Softplus), Infinity, Infinity },
        { nameof(Softplus), double.NaN, double.NaN },
        { nameof(Relu), double.NaN, double.NaN },
        { nameof(LogCosh), -Infinity, Infinity },
        { nameof(LogCosh), 0, 0 },
        { nameof(Erf), -0.0, -0.0 },
        { nameof(Erf), Infinity, 1 },
        { nameof(Erf), -Infinity, -1 },
        { nameof(Erf), double.NaN, double.NaN },
        { nameof(Erfc), Infinity, 0 },
        { nameof(Erfc), -Infinity, 2 },
        { nameof(Erfc), double.NaN, double.NaN },
        { nameof(LogErfc), Infinity, -Infinity },
        { nameof(LogErfc), -Infinity, 0.6931471805599453 },
        { nameof(LogErfc), 1e200, -Infinity },
        { nameof(LogErfc), 0, 0 },
        { nameof(LogErfc), double.NaN, double.NaN },
        { nameof(LogGamma), 0, Infinity },
        { nameof(LogGamma), -3, Infinity },
        { nameof(LogGamma), 1, 0 },
        { nameof(LogGamma), 2, 0 },
        { nameof(LogGamma), -Infinity, Infinity },
        { nameof(LogGamma), double.NaN, double.NaN },
        { nameof(Digamma), 0.0, -Infinity },
        { nameof(Digamma), -0.0, Infinity },
        { nameof(Digamma), -3, double.NaN },
        { nameof(Digamma), Infinity, Infinity },
        { nameof(Digamma), double.NaN, double.NaN },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public void Function_AtSpecialPoint_HasItsLimit(string function, double argument, double expected)
    {
        Func<double, double> evaluate = function switch
        {
            nameof(Sign) => Sign,
            nameof(Round) => Round,
            nameof(ExpM1) => ExpM1,
            nameof(LogP1) => LogP1,
            nameof(Log1MExp) => Log1MExp,
            nameof(Sigmoid) => Sigmoid,
            nameof(LogSigmoid) => LogSigmoid,
            nameof(Softplus) => Softplus,
            nameof(Relu) => Relu,
            nameof(LogCosh) => LogCosh,
            nameof(Erf) => Erf,
            nameof(Erfc) => Erfc,
            nameof(LogErfc) => LogErfc,
            nameof(LogGamma) => LogGamma,
            nameof(Digamma) => Digamma,
            _ => throw new ArgumentException(function, nameof(function)),
        };

        var actual = evaluate(argument);

        Assert.Equal(expected, actual);
        if (expected == 0 && (double.IsNegative(expected) || function == nameof(Sign)))
            Assert.Equal(double.IsNegative(expected), double.IsNegative(actual));
    }

    [Fact]
    public void XLogY_OfZero_IsZeroUnlessTheOtherIsNaN()
    {
        Assert.Equal(0, XLogY(0.0, 0.0));
        Assert.Equal(0, XLogY(0.0, Infinity));
        Assert.Equal(double.NaN, XLogY(0.0, double.NaN));
        Assert.Equal(-Infinity, XLogY(2.0, 0.0));
        Assert.Equal(0, XLogP1Y(0.0, -1.0));
    }

    [Fact]
    public void LogAddExp_OfInfinities_IsTheirLimit()
    {
        Assert.Equal(-Infinity, LogAddExp(-Infinity, -Infinity));
        Assert.Equal(Infinity, LogAddExp(Infinity, Infinity));
        Assert.Equal(3, LogAddExp(3, -Infinity));
        Assert.Equal(double.NaN, LogAddExp(double.NaN, 1));
    }

    [Fact]
    public void MinMaxAndClamp_PropagateNaN()
    {
        Assert.Equal(double.NaN, Max(double.NaN, 1));
        Assert.Equal(double.NaN, Min(1, double.NaN));
        Assert.Equal(float.NaN, Clamp(float.NaN, 0, 1));
        Assert.Equal(1, Clamp(7f, 0, 1));
        Assert.Equal(1, Clamp(0f, 2, 1));
    }

    [Fact]
    public void PowAndHypot_FollowTheirConventions()
    {
        Assert.Equal(1, Pow(0.0, 0.0));
        Assert.Equal(1, Pow(double.NaN, 0));
        Assert.Equal(double.NaN, Pow(-2, 0.5));
        Assert.Equal(Infinity, Hypot(Infinity, double.NaN));
    }

    [Fact]
    public void FloatOverload_IsTheDoubleResultRoundedOnce()
    {
        // Where a float chain of 1 - Exp or Log(1 + x) would keep no digit at all.
        Assert.Equal((float)1.00000005e-7, ExpM1(1e-7f), 1e-14f);
        Assert.Equal((float)double.LogP1(0.25), LogP1(0.25f));
        Assert.Equal((float)Math.Exp(0.1f), Exp(0.1f));
        Assert.Equal((float)Math.Pow(1.1f, 33f), Pow(1.1f, 33f));
    }

    [Fact]
    public void IsFinite_TellsNumbersFromTheRest()
    {
        Assert.True(IsFinite(1f));
        Assert.False(IsFinite(Infinity));
        Assert.False(IsFinite(double.NaN));
    }
}
