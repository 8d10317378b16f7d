using LossGen.CodeFixes.Stability;
using LossGen.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace LossGen.Generator.Tests.CodeFixes.Stability;

/// <summary>The first fix that each stability rule offers, in an attribute's string and in a method.</summary>
public sealed class StabilityFixTests
{
    public static TheoryData<string, string, string, string> Fixes => new()
    {
        { "LG1001", "Row z, int y", "Log(Sum(Exp(z))) - z[y]", "LogSumExp(z) - z[y]" },
        { "LG1001", "[Range(0, 1)] float p, [AllowedValues(1)] float y", "-y * Log(p)", "-y * Log(Max(p, 1e-7f))" },
        { "LG1001", "Row z, int y", "-Log((Exp(z) / Sum(Exp(z)))[y])", "-LogSoftMax(z)[y]" },
        { "LG1002", "[Range(0, 1)] Row p, [Range(0, 1)] Row y", "1 - 2 * Dot(p, y) / (Sum(p) + Sum(y))", "1 - 2 * Dot(p, y) / (Sum(p) + Sum(y) + 1e-7f)" },
        { "LG1003", "Row p, Row y", "Sqrt(Sum(Square(p - y)))", "Norm(p - y)" },
        { "LG1003", "float p, float y", "Sqrt((p - y) * (p - y))", "Abs(p - y)" },
        { "LG1004", "[Range(-2, 2)] float p, float y", "Square(Acos(p) - y)", "Square(Acos(Clamp(p, -0.999999f, 0.999999f)) - y)" },
        { "LG1005", "float x, float y", "Log(1 + Exp(x - y)) * 2", "Softplus(x - y) * 2" },
        { "LG1005", "float x, float y", "Log(Exp(x) + Exp(y))", "LogAddExp(x, y)" },
        { "LG1005", "Row z, Row y", "Sum(Select(y > Other(y), Log(1 + Exp(Other(z) - z)), 0))", "Sum(Select(y > Other(y), Softplus(Other(z) - z), 0))" },
        { "LG1005", "float x, float y", "Log((Exp(x - y) + Exp(-(x - y))) / 2)", "LogCosh(x - y)" },
        { "LG1006", "float p, float y", "1 - Cos(p - y)", "2 * Square(Sin(0.5f * (p - y)))" },
        { "LG1006", "Row z", "Mean(z * z) - Mean(z) * Mean(z)", "Variance(z)" },
        { "LG1006", "float p, float y", "Sqrt(Square(p - y) + 1) - 1", "Square(p - y) / (Sqrt(Square(p - y) + 1) + 1)" },
        { "LG1007", "[Simplex] Row p", "-Sum(p * Log(p))", "-Sum(XLogY(p, p))" },
        { "LG1008", "[Range(0, 1)] float p, [AllowedValues(1)] float y", "-y * Log(p + 1e-50f)", "-y * Log(p + 1e-7f)" },
        { "LG1009", "[Range(0, 10)] float p, [Range(0, 10)] float y", "Square(Log(1 + p) - y)", "Square(LogP1(p) - y)" },
        { "LG1010", "float x, float y", "Square(1 / (1 + Exp(-x)) - y)", "Square(Sigmoid(x) - y)" },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task InAnAttributesString(string rule, string parameters, string before, string after) =>
        Assert.Equal(Lambda(parameters, after), await CodeFixRunner.ApplyFirstAsync(FixOf(rule), Lambda(parameters, before), TestContext.Current.CancellationToken));

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task InAMethod(string rule, string parameters, string before, string after) =>
        Assert.Equal(Method(parameters, $"=> {after};"), await CodeFixRunner.ApplyFirstAsync(FixOf(rule), Method(parameters, $"=> {before};"), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("LG1005", "Write 'Softplus(x)' (equivalent)", "Write 'Exp(Min(x, 80))' (changes the value)")]
    public async Task Titles_SayWhetherTheValueChanges(string rule, params string[] titles) => Assert.Equal(
        titles, await CodeFixRunner.OffersAsync(FixOf(rule), Lambda("x, y", "Log(1 + Exp(x)) - x * y"), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("[Range(-1, 1)] float p, float y", "Square(y / p)")]
    [InlineData("[Range(-10, 10)] float p, [Range(0.5, 10)] float y", "Abs(p - y) / (p + y)")]
    public async Task DivisorThatPassesThroughZero_IsNotGuardedByAddingToIt(string parameters, string formula) => Assert.Empty(
        await CodeFixRunner.OffersAsync(FixOf("LG1002"), Lambda(parameters, formula), TestContext.Current.CancellationToken));

    [Fact]
    public async Task DivisorThatIsNotPositive_IsKeptNegative() => Assert.Equal(
        Lambda("[Range(1, 2)] float p, float y", "y / Min(1 - p, -1e-7f)"),
        await CodeFixRunner.ApplyFirstAsync(FixOf("LG1002"), Lambda("[Range(1, 2)] float p, float y", "y / (1 - p)"), TestContext.Current.CancellationToken));

    [Fact]
    public async Task ThroughALocal_TheExpressionAroundItIsReplaced() => Assert.Equal(
        Method("float x, float y", "{ var odds = Exp(x); return Softplus(x) - y * x; }"),
        await CodeFixRunner.ApplyFirstAsync(
            FixOf("LG1005"), Method("float x, float y", "{ var odds = Exp(x); return Log(1 + odds) - y * x; }"), TestContext.Current.CancellationToken));

    [Fact]
    public async Task EpsilonInALocal_IsReplacedWhereItStands() => Assert.Equal(
        Method("[Range(0, 1)] float p, [AllowedValues(0, 1)] float y", "{ var q = Clamp(p, 1e-6f, 1 - 1e-6f); return -(y * Log(q) + (1 - y) * Log(1 - q)); }"),
        await CodeFixRunner.ApplyFirstAsync(
            FixOf("LG1008"),
            Method("[Range(0, 1)] float p, [AllowedValues(0, 1)] float y", "{ var q = Clamp(p, 1e-8f, 1 - 1e-8f); return -(y * Log(q) + (1 - y) * Log(1 - q)); }"),
            TestContext.Current.CancellationToken));

    [Fact]
    public async Task Comments_StayWhereTheFixNeedNotTouchThem() => Assert.Equal(
        Method("Row z, int y", "=> LogSumExp(z) /* normaliser */ - z[y];"),
        await CodeFixRunner.ApplyFirstAsync(FixOf("LG1005"), Method("Row z, int y", "=> Log(Sum(Exp(z))) /* normaliser */ - z[y];"), TestContext.Current.CancellationToken));

    [Fact]
    public async Task WithoutAUsingOfLossMath_TheNameIsQualified()
    {
        const string Source = "static class L { [LossGen.Loss(Stabilize = false)] static float F(float x, float y) => System.MathF.Log(1 + System.MathF.Exp(x)) - y * x; }";
        Assert.Equal(
            Source.Replace("System.MathF.Log(1 + System.MathF.Exp(x))", "LossGen.LossMath.Softplus(x)"),
            await CodeFixRunner.ApplyFirstAsync(FixOf("LG1005"), Source, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task InADouble_LiteralsAreDoubles()
    {
        const string Source = TestCompilation.Usings + "static class L { [Loss(Stabilize = false)] static double F([Range(0, 1)] double p, [AllowedValues(1)] double y) => -y * Log(p); }";
        Assert.Equal(Source.Replace("Log(p)", "Log(Max(p, 1e-7))"), await CodeFixRunner.ApplyFirstAsync(FixOf("LG1001"), Source, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("\\u0028x, y) => Log(1 + Exp(x)) - y * x", "\\u0028x, y) => Softplus(x) - y * x")]
    [InlineData("(x, y) => \" + \"Log(1 + Exp(x)) - y * x", "(x, y) => \" + \"Softplus(x) - y * x")]
    public async Task InAStringWithEscapesOrSums_ThePlainPartsAreEdited(string before, string after)
    {
        string Source(string lambda) => $"{TestCompilation.Usings}[Loss(\"{lambda}\", Stabilize = false)] public sealed partial class Tested;\n";
        Assert.Equal(Source(after), await CodeFixRunner.ApplyFirstAsync(FixOf("LG1005"), Source(before), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WhereTheStringIsJoinedInsideOfTheFormula_NothingIsBroken() => Assert.Empty(await CodeFixRunner.OffersAsync(
        FixOf("LG1005"),
        $"{TestCompilation.Usings}[Loss(\"(x, y) => Log(1 + E\" + \"xp(x)) - y * x\", Stabilize = false)] public sealed partial class Tested;\n",
        TestContext.Current.CancellationToken));

    [Fact]
    public async Task FixAll_MendsEveryLossOfTheFile_InBothForms()
    {
        string Source(string cross, string share, string second) => TestCompilation.Usings + $$"""
            [Loss("([Range(0, 1)] p, [AllowedValues(0, 1)] y) => {{cross}}", Stabilize = false)]
            public sealed partial class CrossEntropy;

            public static class Losses
            {
                [Loss(Stabilize = false)]
                public static float Share([Range(0, 1)] float p, [Range(0, 1)] float q) => {{share}};

                [Loss(Stabilize = false)]
                public static float Fine(float p, float y) => Square(p - y);

                [Loss(Stabilize = false)]
                public static float Second([Range(0, 1)] float p, [AllowedValues(1)] float y)
                {
                    var odds = {{second}};
                    return -y * odds;
                }
            }
            """;

        Assert.Equal(
            Source("-(y * Log(Max(p, 1e-7f)) + (1 - y) * Log(Max(1 - p, 1e-7f)))", "-Log(Max(p, 1e-7f)) - Log(Max(q, 1e-7f))", "Log(Max(p, 1e-7f))"),
            await CodeFixRunner.ApplyAllAsync(FixOf("LG1001"), Source("-(y * Log(p) + (1 - y) * Log(1 - p))", "-Log(p) - Log(q)", "Log(p)"), TestContext.Current.CancellationToken));
    }

    private static CodeFixProvider FixOf(string rule) => typeof(StabilityFix).Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(StabilityFix)))
        .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)
        .Single(fix => fix.FixableDiagnosticIds.Contains(rule));

    private static string Lambda(string parameters, string formula) =>
        $"{TestCompilation.Usings}[Loss(\"({parameters}) => {formula}\", Stabilize = false)] public sealed partial class Tested;\n";

    private static string Method(string parameters, string body) =>
        $"{TestCompilation.Usings}public static class Losses {{ [Loss(Stabilize = false)] public static float Tested({parameters}) {body} }}\n";
}
