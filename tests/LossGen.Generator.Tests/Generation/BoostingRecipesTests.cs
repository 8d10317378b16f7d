using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LossGen.Generator.Tests.Generation;

/// <summary>The recipes for boosters and other libraries compile: against LossGen as it is, and against what their public documentation says of the libraries.</summary>
public sealed partial class BoostingRecipesTests
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel.DataAnnotations;
        global using System.Linq;
        """;

    /// <summary>The documented members of ML.NET and TorchSharp that the recipes use.</summary>
    private const string Libraries = """
        namespace Microsoft.ML.Trainers
        {
            public interface ILossFunction<in TOutput, in TLabel> { double Loss(TOutput output, TLabel label); }
            public interface IScalarLoss : ILossFunction<float, float> { float Derivative(float output, float label); }
            public interface IRegressionLoss : IScalarLoss;
        }

        namespace TorchSharp
        {
            public static class torch
            {
                public sealed class Tensor
                {
                    public long[] shape => [];
                    public float[] data<T>() => [];
                    public Tensor reshape(params long[] shape) => this;
                    public static Tensor operator *(Tensor left, Tensor right) => left;
                }

                public static Tensor tensor(float value) => new();
                public static Tensor tensor(float[] values) => new();

                public static class autograd
                {
                    public sealed class AutogradContext
                    {
                        public void save_for_backward(List<Tensor> vars) { }
                        public List<Tensor> get_saved_variables() => [];
                    }

                    public abstract class SingleTensorFunction<T>
                    {
                        public abstract string Name { get; }
                        public abstract Tensor forward(AutogradContext ctx, params object[] vars);
                        public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);
                        public static Tensor apply(params object[] vars) => new();
                    }
                }
            }
        }
        """;

    /// <summary>What the calls of the page's second block stand between.</summary>
    private const string Frame = """
        using LossGen.Boosting;
        public static class Calls
        {
            public static float[] Run(float[] scores, float[] targets, float[] gradient, float[] hessian)
            {
                {0}
                return start;
            }
        }
        """;

    [Fact]
    public void Recipes_Compile()
    {
        string[] blocks = [.. Block().Matches(File.ReadAllText(Page())).Select(static match => match.Groups[1].Value)];
        Assert.Equal(6, blocks.Length);
        string[] sources = [.. blocks.Select(static block => block.StartsWith("using", StringComparison.Ordinal) ? block : Frame.Replace("{0}", block, StringComparison.Ordinal))];

        GeneratedCode code = GeneratedCode.Of(TestCompilation.Create([GlobalUsings, Libraries, .. sources]));

        Assert.Empty(code.Compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    private static string Page([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "boosting.md"));

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
