using System.Collections.Immutable;
using System.Globalization;

namespace LossGen.Benchmarks.Generation;

/// <summary>Losses as projects declare them, both ways and of both shapes; each number gives another one.</summary>
internal static class LossTemplates
{
    private static readonly ImmutableArray<string> Declarations =
    [
        "[Loss(\"(p, y) => Square(p - y) + {1} * Abs(p)\")] public sealed partial class Squared{0};",
        "[Loss(\"(p, y) => Softplus(p) - y * p + {1} * Square(p)\")] public sealed partial class Logistic{0};",
        "[Loss(\"([Prediction(Link = Link.Sigmoid)] p, [Range(0, 1)] y) => -{1} * (y * Log(p) + (1 - y) * Log(1 - p))\")] public sealed partial class Entropy{0};",
        "[Loss(\"([Prediction(Link = Link.Sigmoid)] p, [AllowedValues(0, 1)] y) => -{1} * (y * Pow(1 - p, gamma) * Log(p) + (1 - y) * Pow(p, gamma) * Log(1 - p))\")] public sealed partial class Focal{0}(float gamma = 2f);",
        "[Loss(\"(p, y) => Exp(p) - {1} * y * p\")] public sealed partial class Poisson{0};",
        "[Loss(\"(p, y) => LogCosh({1} * (p - y))\")] public sealed partial class LogCosh{0};",
        "[Loss(\"(p, y) => Log(1 + Square((p - y) / scale)) * {1}\")] public sealed partial class Cauchy{0}([Range(0.1, 10)] float scale = 1f);",
        "[Loss(\"([Prediction] mean, [Prediction, Range(-20, 20)] logVariance, target) => 0.5 * (logVariance + {1} * Square(mean - target) * Exp(-logVariance))\")] public sealed partial class Gaussian{0};",
        "[Loss(\"(Row scores, int label) => {1} * (LogSumExp(scores) - scores[label])\")] public sealed partial class SoftmaxEntropy{0};",
        "[Loss(\"(Row scores, [Simplex] Row target) => -Dot(target, LogSoftMax({1} * scores))\")] public sealed partial class DistributionEntropy{0};",
        "[Loss(\"([Range(0, 1)] Row p, [AllowedValues(0, 1)] Row y) => 1 - (2 * Dot(p, y) + {1}) / (Sum(p) + Sum(y) + {1})\")] public sealed partial class Dice{0};",
        "[Loss(\"([Prediction] Row anchor, [Prediction] Row positive, [Prediction] Row negative) => Max(0, Norm(anchor - positive) - Norm(anchor - negative) + {1})\")] public sealed partial class Triplet{0};",
        "public static class Huber{0} {{ [Loss] public static float HuberOf{0}(float p, float y, float delta = {1}f) {{ var error = Abs(p - y); return error <= delta ? 0.5f * error * error : delta * (error - 0.5f * delta); }} }}",
        "public static class Quantile{0} {{ [Loss] public static double QuantileOf{0}(double p, double y, double level = 0.5) {{ double error = y - p; if (error >= 0) return {1} * level * error; return {1} * (level - 1) * error; }} }}",
        "public static class Tukey{0} {{ [Loss] public static float TukeyOf{0}(float p, float y) {{ float r = (p - y) / {1}f; if (Abs(r) > 1) return 1f / 6; float inner = 1 - r * r; return (1 - inner * inner * inner) / 6; }} }}",
        "public static class Smooth{0} {{ [Loss] public static float SmoothOf{0}(float p, float y) => {1}f * (Sqrt(1 + (p - y) * (p - y)) - 1); }}",
        "public static class Hinge{0} {{ [Loss] public static float HingeOf{0}(float p, [AllowedValues(-1, 1)] float y) => Square(Relu({1}f - y * p)); }}",
        "public static class Variance{0} {{ [Loss] public static double VarianceOf{0}(Row p, Row y) {{ Row error = p - y; return Mean(Square(error)) + {1} * Variance(error); }} }}",
        "public static class Margin{0} {{ [Loss] public static float MarginOf{0}(Row scores, int label) => Sum(Relu({1}f + scores - scores[label])) - {1}f; }}",
        "public static class Divergence{0} {{ [Loss] public static double DivergenceOf{0}([Simplex] Row p, [Simplex] Row q) => {1} * Sum(XLogY(q, q) - XLogY(q, p + 1e-3)); }}",
    ];

    /// <summary>The declaration of the loss of a number.</summary>
    public static string SourceOf(int number) =>
        string.Format(CultureInfo.InvariantCulture, Declarations[number % Declarations.Length], number, 1 + (number / Declarations.Length * 0.25));
}
