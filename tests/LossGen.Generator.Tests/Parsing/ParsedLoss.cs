using System.Collections.Immutable;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Parsing;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Parsing;

/// <summary>Parses the losses of a source as the generator does.</summary>
internal static class ParsedLoss
{
    /// <summary>The model of the only loss of the sources; null if it has errors.</summary>
    public static LossModel? Of(params IEnumerable<string> sources) => AllOf(TestCompilation.Create(sources), null).Single();

    /// <summary>The models of all losses, in the order of declaration.</summary>
    public static ImmutableArray<LossModel?> AllOf(CSharpCompilation compilation, Action<Diagnostic>? report)
    {
        ImmutableArray<LossModel?>.Builder models = ImmutableArray.CreateBuilder<LossModel?>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel semantics = compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
            {
                if (semantics.GetDeclaredSymbol(node) is (IMethodSymbol or INamedTypeSymbol) and { } symbol
                    && LossTypes.FindAttribute(symbol) is { } attribute
                    && attribute.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent == node)
                {
                    models.Add(LossParser.Parse(node, symbol, attribute, compilation, report, CancellationToken.None));
                }
            }
        }

        return models.ToImmutable();
    }

    /// <summary>The formula of a lambda as mathematics, or the violations.</summary>
    public static string Formula(string lambda, string constructor = "", string members = "") => FormulaOf(
        $"{TestCompilation.Usings}[Loss(\"\"\"{lambda}\"\"\")] public sealed partial class Tested{(constructor.Length > 0 ? $"({constructor})" : "")} {{ {members} }}");

    /// <summary>The formula of an attributed method's parameters and body, or the violations.</summary>
    public static string MethodFormula(string parametersAndBody, string members = "") => FormulaOf(
        $"{TestCompilation.Usings}public static class Losses {{ [Loss] public static float Tested{parametersAndBody} {members} }}");

    /// <summary>The formula of the first loss of the sources, or the violations.</summary>
    public static string FormulaOf(params IEnumerable<string> sources)
    {
        List<Diagnostic> diagnostics = [];
        LossModel? model = AllOf(TestCompilation.Create(sources), diagnostics.Add)[0];
        return model is null ? string.Join("; ", diagnostics.Select(static diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(null)}")) : Simplified(model);
    }

    /// <summary>The formula as mathematics, without the operations that change nothing.</summary>
    public static string Simplified(LossModel model) => Substitution.Rebuild(model.Value.Root, static _ => null).ToString();
}
