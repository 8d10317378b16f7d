using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace LossGen.Generator.Functions;

/// <summary>Every function that a formula can contain.</summary>
internal static class FunctionCatalog
{
    /// <summary>The functions that a loss may call by name, that is, the scalar functions of <c>LossMath</c>. <see cref="LogSigmoid"/> is built from another and has no entry.</summary>
    public static ImmutableArray<Function> Named { get; } =
    [
        Abs.Instance,
        Acos.Instance,
        Acosh.Instance,
        Asin.Instance,
        Asinh.Instance,
        Atan.Instance,
        Atan2.Instance,
        Atanh.Instance,
        Cbrt.Instance,
        Ceiling.Instance,
        Clamp.Instance,
        Cos.Instance,
        Cosh.Instance,
        Cube.Instance,
        Digamma.Instance,
        Erf.Instance,
        Erfc.Instance,
        Exp.Instance,
        Exp2.Instance,
        ExpM1.Instance,
        Floor.Instance,
        Hypot.Instance,
        IsFinite.Instance,
        Log.Instance,
        Log10.Instance,
        Log1MExp.Instance,
        Log2.Instance,
        LogAddExp.Instance,
        LogCosh.Instance,
        LogErfc.Instance,
        LogGamma.Instance,
        LogP1.Instance,
        Max.Instance,
        Min.Instance,
        Pow.Instance,
        Relu.Instance,
        Round.Instance,
        Sigmoid.Instance,
        Sign.Instance,
        Sin.Instance,
        Sinh.Instance,
        Softplus.Instance,
        Sqrt.Instance,
        Square.Instance,
        StopGradient.Instance,
        Tan.Instance,
        Tanh.Instance,
        Truncate.Instance,
        XLogP1Y.Instance,
        XLogY.Instance,
    ];

    /// <summary>The functions that only the compiler itself calls: stable forms of sums, derivatives of others, and parts of reductions.</summary>
    public static ImmutableArray<Function> Internal { get; } =
    [
        DirectionCosine.Instance,
        ErfcHazard.Instance,
        ErfcHazardSlope.Instance,
        ExpM1MinusX.Instance,
        Gaussian.Instance,
        HalfGaussian.Instance,
        LogBeta.Instance,
        LogBetaCurvature.Instance,
        LogBetaSlope.Instance,
        LogGammaRatio.Instance,
        LogGammaRatioCurvature.Instance,
        LogGammaRatioSlope.Instance,
        LogHalfErfc.Instance,
        LogP1Excess.Instance,
        LogP1OfSquare.Instance,
        LogP1OfSquareCurvature.Instance,
        LogP1OfSquareSlope.Instance,
        LogSoftplus.Instance,
        LogSoftplusCurvature.Instance,
        LogSoftplusSlope.Instance,
        NormRoot.Instance,
        OneMinusSquare.Instance,
        ScaledLogP1.Instance,
        SechSquared.Instance,
        SoftMaxWeight.Instance,
        Tetragamma.Instance,
        Trigamma.Instance,
        XMinusLogP1.Instance,
    ];

    /// <summary>The operators and conditions, which have no name in <c>LossMath</c>.</summary>
    public static ImmutableArray<Function> Operators { get; } =
    [
        Add.Instance,
        And.Instance,
        Divide.Instance,
        Equal.Instance,
        GreaterThan.Instance,
        GreaterThanOrEqual.Instance,
        LessThan.Instance,
        LessThanOrEqual.Instance,
        Multiply.Instance,
        Negate.Instance,
        Not.Instance,
        NotEqual.Instance,
        Or.Instance,
        Remainder.Instance,
        Subtract.Instance,
    ];

    private static readonly Dictionary<string, Function> ByName = Named.ToDictionary(static function => function.Name, StringComparer.Ordinal);

    /// <summary>The function with a name of <c>LossMath</c>, or null.</summary>
    public static Function? Find(string name) => ByName.TryGetValue(name, out Function? function) ? function : null;
}
