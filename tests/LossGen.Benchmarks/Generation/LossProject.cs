using System.Globalization;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Benchmarks.Generation;

/// <summary>A project of 200 files with one loss each, half of them methods and half expressions in attributes, and one file without.</summary>
internal sealed class LossProject
{
    private const int Losses = 200;

    /// <summary>Coprime to the number of losses, so that successive edits visit files far apart.</summary>
    private const int Stride = 13;

    private int _edits;

    public CSharpCompilation Compilation { get; private set; } = TestCompilation.Create(
        [.. Enumerable.Range(0, Losses).Select(static number => SourceOf(number, weight: number)), "class Bystander { int Field0; int Method() => 0; }"]);

    /// <summary>Changes the formula of one loss.</summary>
    public void EditFormula()
    {
        int number = ++_edits * Stride % Losses;
        Replace(number, SourceOf(number, Losses + _edits));
    }

    /// <summary>Changes a method's body in the file that has no loss.</summary>
    public void EditBodyElsewhere() => Replace(Losses, Invariant($"class Bystander {{ int Field0; int Method() => {++_edits}; }}"));

    /// <summary>Changes a declaration in the file that has no loss: any loss could mean something else now.</summary>
    public void EditDeclarationElsewhere() => Replace(Losses, Invariant($"class Bystander {{ int Field{++_edits}; int Method() => 0; }}"));

    private static string SourceOf(int number, int weight)
    {
        string header = TestCompilation.Usings + Invariant($"namespace Namespace{number % 7};\n");
        return header + (number % 2 == 0
            ? Invariant($"[Loss(\"(p, y) => Softplus(p) - y * p + {weight} * Abs(p - y)\")] public sealed partial class Expression{number};")
            : Invariant($$"""
                public static class Container{{number}}
                {
                    [Loss]
                    public static float Method{{number}}(float p, float y, float delta = 1f)
                    {
                        var error = Abs(p - y);
                        if (error <= delta) return 0.5f * error * error;
                        return Softplus(p) - y * p + {{weight}} * error;
                    }
                }
                """));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Replace(int file, string source)
    {
        SyntaxTree old = Compilation.SyntaxTrees[file];
        Compilation = Compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)old.Options, old.FilePath));
    }
}
