using System.Collections.Frozen;

namespace LossGen.Explanation;

/// <summary>The functions of traces by their names, on the values of their arguments. A condition is 0 or 1.</summary>
internal static class TraceFunctions
{
    private static readonly FrozenDictionary<string, Func<double[], double>> ByName = new Dictionary<string, Func<double[], double>>
    {
        ["Add"] = static x => x[0] + x[1],
        ["Subtract"] = static x => x[0] - x[1],
        ["Multiply"] = static x => x[0] * x[1],
        ["Divide"] = static x => x[0] / x[1],
        ["Remainder"] = static x => x[0] % x[1],
        ["Negate"] = static x => -x[0],
        ["And"] = static x => Condition(x[0] != 0 && x[1] != 0),
        ["Or"] = static x => Condition(x[0] != 0 || x[1] != 0),
        ["Not"] = static x => Condition(x[0] == 0),
        ["Equal"] = static x => Condition(x[0] == x[1]),
        ["NotEqual"] = static x => Condition(x[0] != x[1]),
        ["LessThan"] = static x => Condition(x[0] < x[1]),
        ["LessThanOrEqual"] = static x => Condition(x[0] <= x[1]),
        ["GreaterThan"] = static x => Condition(x[0] > x[1]),
        ["GreaterThanOrEqual"] = static x => Condition(x[0] >= x[1]),
        ["Abs"] = Of(LossMath.Abs),
        ["Acos"] = Of(LossMath.Acos),
        ["Acosh"] = Of(LossMath.Acosh),
        ["Asin"] = Of(LossMath.Asin),
        ["Asinh"] = Of(LossMath.Asinh),
        ["Atan"] = Of(LossMath.Atan),
        ["Atan2"] = Of(LossMath.Atan2),
        ["Atanh"] = Of(LossMath.Atanh),
        ["Cbrt"] = Of(LossMath.Cbrt),
        ["Ceiling"] = Of(LossMath.Ceiling),
        ["Clamp"] = static x => LossMath.Clamp(x[0], x[1], x[2]),
        ["Cos"] = Of(LossMath.Cos),
        ["Cosh"] = Of(LossMath.Cosh),
        ["Cube"] = Of(LossMath.Cube),
        ["Digamma"] = Of(LossMath.Digamma),
        ["DirectionCosine"] = static x => x[2] == 0 ? 0 : x[0] / x[2],
        ["Erf"] = Of(LossMath.Erf),
        ["Erfc"] = Of(LossMath.Erfc),
        ["ErfcHazard"] = Of(ScalarFunctions.ErfcHazard),
        ["ErfcHazardSlope"] = Of(ScalarFunctions.ErfcHazardSlope),
        ["Exp"] = Of(LossMath.Exp),
        ["Exp2"] = Of(LossMath.Exp2),
        ["ExpM1"] = Of(LossMath.ExpM1),
        ["ExpM1MinusX"] = Of(ScalarFunctions.ExpM1MinusX),
        ["Floor"] = Of(LossMath.Floor),
        ["Gaussian"] = static x => Math.Exp(-(x[0] * x[0])),
        ["HalfGaussian"] = static x => Math.Exp(-0.5 * x[0] * x[0]),
        ["Hypot"] = Of(LossMath.Hypot),
        ["IsFinite"] = static x => Condition(double.IsFinite(x[0])),
        ["Log"] = Of(LossMath.Log),
        ["Log10"] = Of(LossMath.Log10),
        ["Log1MExp"] = Of(LossMath.Log1MExp),
        ["Log2"] = Of(LossMath.Log2),
        ["LogAddExp"] = Of(LossMath.LogAddExp),
        ["LogCosh"] = Of(LossMath.LogCosh),
        ["LogErfc"] = Of(LossMath.LogErfc),
        ["LogGamma"] = Of(LossMath.LogGamma),
        ["LogHalfErfc"] = Of(ScalarFunctions.LogHalfErfc),
        ["LogP1"] = Of(LossMath.LogP1),
        ["LogP1OfSquare"] = Of(ScalarFunctions.LogP1OfSquare),
        ["LogP1OfSquareCurvature"] = Of(ScalarFunctions.LogP1OfSquareCurvature),
        ["LogP1OfSquareSlope"] = Of(ScalarFunctions.LogP1OfSquareSlope),
        ["Max"] = Of(LossMath.Max),
        ["Min"] = Of(LossMath.Min),
        ["NormRoot"] = Of(LossMath.Sqrt),
        ["OneMinusSquare"] = static x => Math.FusedMultiplyAdd(-x[0], x[0], 1),
        ["Pow"] = Of(LossMath.Pow),
        ["Relu"] = Of(LossMath.Relu),
        ["Round"] = Of(LossMath.Round),
        ["SechSquared"] = static x => Math.Pow(Math.Cosh(x[0]), -2),
        ["Sigmoid"] = Of(LossMath.Sigmoid),
        ["Sign"] = Of(LossMath.Sign),
        ["Sin"] = Of(LossMath.Sin),
        ["Sinh"] = Of(LossMath.Sinh),
        ["SoftMaxWeight"] = static x => Math.Exp(x[0] - x[1]),
        ["Softplus"] = Of(LossMath.Softplus),
        ["Sqrt"] = Of(LossMath.Sqrt),
        ["Square"] = Of(LossMath.Square),
        ["StopGradient"] = Of(LossMath.StopGradient),
        ["Tan"] = Of(LossMath.Tan),
        ["Tanh"] = Of(LossMath.Tanh),
        ["Tetragamma"] = Of(ScalarFunctions.Tetragamma),
        ["Trigamma"] = Of(ScalarFunctions.Trigamma),
        ["Truncate"] = Of(Math.Truncate),
        ["XLogP1Y"] = Of(LossMath.XLogP1Y),
        ["XLogY"] = Of(LossMath.XLogY),
        ["XMinusLogP1"] = Of(ScalarFunctions.XMinusLogP1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The function of a name, or null.</summary>
    public static Func<double[], double>? Find(string name) => ByName.GetValueOrDefault(name);

    private static Func<double[], double> Of(Func<double, double> function) => x => function(x[0]);

    private static Func<double[], double> Of(Func<double, double, double> function) => x => function(x[0], x[1]);

    private static double Condition(bool isTrue) => isTrue ? 1 : 0;
}
