using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using LossGen.Generator.Model;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace LossGen.Generator.Tests.Parsing;

public sealed class ModelTests
{
    private const string Source = TestCompilation.Usings + """
        public static partial class Losses
        {
            /// <summary>Robust.</summary>
            [Loss] public static float Huber([Prediction(Link = Link.Exp)] float p, [Range(0, 1)] float y, float delta = 1f)
            {
                var error = Abs(p - y);
                return error <= delta ? 0.5f * error * error : Tail(error, delta);
            }

            [LossFunction] private static float Tail(float error, float delta) => delta * (error - 0.5f * delta);

            [Loss("([AllowedValues(0, 1)] Row scores, int label) => LogSumExp(scores) - scores[label] + weight * Norm(scores)")]
            public sealed partial class SoftmaxCrossEntropy(float weight = 0);
        }
        """;

    [Fact]
    public void EqualSources_GiveEqualModels()
    {
        ImmutableArray<LossModel?> first = ParsedLoss.AllOf(TestCompilation.Create(Source), null);
        ImmutableArray<LossModel?> second = ParsedLoss.AllOf(TestCompilation.Create($"// elsewhere\n{Source}", "class Unrelated;"), null);

        Assert.Equal(2, first.Length);
        Assert.DoesNotContain(null, first);
        Assert.Equal(first, second);
        Assert.Equal(first.Select(static model => model!.GetHashCode()), second.Select(static model => model!.GetHashCode()));
    }

    [Theory]
    [InlineData("0.5f * error", "0.25f * error")]
    [InlineData("delta = 1f", "delta = 2f")]
    [InlineData("Range(0, 1)", "Range(0, 2)")]
    [InlineData("Link.Exp", "Link.Tanh")]
    [InlineData("Robust.", "Very robust.")]
    public void EditOfOneLoss_ChangesItsModelAlone(string before, string after)
    {
        ImmutableArray<LossModel?> first = ParsedLoss.AllOf(TestCompilation.Create(Source), null);
        ImmutableArray<LossModel?> second = ParsedLoss.AllOf(TestCompilation.Create(Source.Replace(before, after)), null);

        Assert.NotEqual(first[0], second[0]);
        Assert.Equal(first[1], second[1]);
    }

    [Fact]
    public void Model_HoldsNeitherSymbolsNorSyntaxNorLocations()
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        foreach (LossModel? model in ParsedLoss.AllOf(TestCompilation.Create(Source), null))
        {
            Walk(model, seen);
        }

        Assert.True(seen.Count > 50);
        Assert.DoesNotContain(seen, static item => item is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel or SourceText or AttributeData);
    }

    private static void Walk(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Walk(item, seen);
            }
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(static field => !field.FieldType.IsPointer))
            {
                Walk(field.GetValue(value), seen);
            }
        }
    }
}
