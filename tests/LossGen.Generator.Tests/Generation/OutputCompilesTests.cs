using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LossGen.Generator.Tests.Generation;

/// <summary>The C# compiler never has anything to say about generated files, whatever the project's options and wherever the loss stands.</summary>
public sealed class OutputCompilesTests
{
    private const string Losses = """
        using LossGen;
        using System.ComponentModel.DataAnnotations;
        using static LossGen.LossMath;

        namespace Outer.@event
        {
            /// <summary>Robust losses.</summary>
            public static class Robust
            {
                /// <summary>Less than &lt; quadratic.</summary>
                [Loss]
                public static double Huber(double prediction, double target, double delta = 1, bool half = true, int power = 2)
                {
                    var error = Abs(prediction - target);
                    if (half)
                    {
                        return error <= delta ? 0.5 * Pow(error, power) : delta * (error - 0.5 * delta);
                    }

                    return error;
                }
            }

            /// <summary>A generic place.</summary>
            public partial class Generic<T, V>
                where T : class
            {
                /// <summary>A record around a loss.</summary>
                public partial record Inner
                {
                    /// <summary>Names that could clash.</summary>
                    [Loss("([Prediction] kernel, at, V, int sink, double @class) => Square(kernel - at) + sink * Abs(kernel - V) + @class * kernel")]
                    public sealed partial class Clash;
                }

                /// <summary>Names that generated code gives itself.</summary>
                [Loss("([Prediction] Row order, [Prediction] Row loss, Row pass1, double pass, double pairs1, double run) => Sum(Exp(order - loss) * pass1) * pass + pairs1 * LogSumExp(order) + run * Sum(Other(order) * lossKernel * order) + step * Sum(takeResults * order) + add")]
                public sealed partial class NamedLikeItsKernel(float lossKernel = 1, float step = 2, float takeResults = 3, float add = 4);

                /// <summary>A loss that is a record.</summary>
                [Loss("(Row scores, int label) => LogSumExp(scores) - scores[label] + weight * Sum(Square(scores))")]
                public sealed partial record Recorded(float weight = 0.5f);
            }

            internal static class Hidden
            {
                [Loss]
                internal static float Rows(Row prediction, Row target, float columns = 1, float gradient = 2, float weights = 3) =>
                    columns * Sum(Abs(prediction - target)) + gradient * Norm(prediction) + weights * Max(target);
            }
        }

        /// <summary>In the global namespace, with a user's own types of hostile names.</summary>
        [Loss("([Prediction(Link = Link.Sigmoid)] gradient, hessian) => -hessian * Log(gradient) - (1 - hessian) * Log(1 - gradient)")]
        public sealed partial class Global;

        /// <summary>Pairs, and the names of type parameters.</summary>
        [Loss("(Row x, Row X, Row t, float v, Row pairs) => Sum(Select(t > Other(t), Relu(T * x - Other(X) + v), Other(pairs) * x))")]
        public sealed partial class Pairs(float T = 1f);

        /// <summary>Formulas that hyperparameters choose between, over elements, with members of its own.</summary>
        [Loss("([Prediction] x, [Prediction] y) => full ? (order == 2 ? Square(x - y) : Pow(Abs(x - y), order)) : (power != 0 ? Exp(x) : Log(y))")]
        public sealed partial class ManyFormulas(bool full = true, int order = 2, float power = 1f);

        /// <summary>The same over rows.</summary>
        [Loss("(Row x, Row y) => full ? LogSumExp(x - y) : order == 2 ? Sum(Square(x - y)) : Sum(Pow(Abs(x - y), order))")]
        public sealed partial class ManyFormulasOfRows(bool full = true, double order = 2);

        /// <summary>A base of the author's.</summary>
        public abstract class Base;

        /// <summary>A loss with a base of the author's, and derived from.</summary>
        [Loss("(p, y) => Square(p - y)")]
        public partial class Derived : Base;

        /// <summary>Shadows.</summary>
        public class Pairs1;

        /// <summary>Shadows.</summary>
        public class Kernel;

        /// <summary>Shadows.</summary>
        public class Pass1;

        namespace Outer
        {
            /// <summary>Shadows.</summary>
            public class System;

            /// <summary>Shadows.</summary>
            public class LossGen;
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12, NullableContextOptions.Enable, true)]
    [InlineData(LanguageVersion.CSharp12, NullableContextOptions.Disable, false)]
    [InlineData(LanguageVersion.CSharp13, NullableContextOptions.Enable, false)]
    [InlineData(LanguageVersion.Latest, NullableContextOptions.Enable, true)]
    [InlineData(LanguageVersion.Latest, NullableContextOptions.Disable, true)]
    [InlineData(LanguageVersion.Preview, NullableContextOptions.Annotations, false)]
    public void Output_UnderStrictOptions_HasNoDiagnostics(LanguageVersion version, NullableContextOptions nullable, bool checkOverflow)
    {
        CSharpCompilation compilation = TestCompilation.Create(new CSharpParseOptions(version, DocumentationMode.Diagnose), Losses);
        compilation = compilation.WithOptions(compilation.Options
            .WithNullableContextOptions(nullable)
            .WithOverflowChecks(checkOverflow)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithWarningLevel(9999));

        (Compilation output, var files) = GeneratorRun.Generate(compilation);

        Assert.Equal(10, files.Length);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("t")]
    [InlineData("T")]
    [InlineData("v")]
    [InlineData("tRow")]
    [InlineData("tElement")]
    [InlineData("tSink")]
    [InlineData("tExponent")]
    [InlineData("value")]
    [InlineData("Delta")]
    [InlineData("batch")]
    [InlineData("query")]
    [InlineData("lossDescription")]
    [InlineData("hyperparameterValues")]
    [InlineData("scalarLoss")]
    [InlineData("valueAndGradient")]
    [InlineData("firstStage")]
    [InlineData("step")]
    [InlineData("equals")]
    [InlineData("toString")]
    [InlineData("row")]
    [InlineData("at")]
    [InlineData("kernel")]
    [InlineData("pass1")]
    public void NamesOfInputs_MeetNoneOfGeneratedCode(string name)
    {
        string source = $$"""
            {{TestCompilation.Usings}}
            [Loss("(z0, y) => Pow(Abs(z0 - y), {{name}}) + Exp(-y / {{name}})")] public sealed partial class Elements(float {{name}} = 2);
            [Loss("({{name}}, y) => Pow(Abs({{name}} - y), 3) * Exp({{name}})")] public sealed partial class Predictions;
            [Loss("(Row z0, int label) => LogSumExp(z0 / {{name}}) - z0[label] / {{name}}")] public sealed partial class Rows(float {{name}} = 0.5f);
            [Loss("([Prediction] Row z0, [Prediction] {{name}}) => LogSumExp(z0 / {{name}}) - Mean(z0) * {{name}}")] public sealed partial class Mixed;
            """;
        CSharpCompilation compilation = TestCompilation.Create(source);

        (Compilation output, var files) = GeneratorRun.Generate(compilation);

        Assert.Equal(4, files.Length);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }
}
