using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>The structs of the loops over the other column of a pair, and their use in a pass. Passes share loops that are alike.</summary>
internal static class PairLoopEmitter
{
    /// <summary>The passes of all programs, in their order.</summary>
    public static IEnumerable<Pass> PassesOf(LoweredLoss loss) =>
        loss.RowPrograms.SelectMany(static program => program.Stages).Select(static stage => stage.Pass).OfType<Pass>();

    /// <summary>The different bodies of loops, in order of first use. A loop's number is its place here.</summary>
    public static ImmutableArray<string> LoopTexts(LoweredLoss loss) => [.. LoopsOf(loss).Select(static loop => loop.Key)];

    public static void EmitLoops(SourceWriter writer, LoweredLoss loss)
    {
        int number = 0;
        foreach (IGrouping<string, PairLoop> loop in LoopsOf(loss))
        {
            string name = $"{Name(loss.Model, ++number)}<V, T>";
            writer.Blank();
            writer.Write("/// <summary>What a column has to do with all others: a loop inside of one over the columns.</summary>");
            writer.Write($"file struct {name} : global::LossGen.Evaluation.IRowPairs<{name}, V, T>");
            writer.Indented(KernelEmitter.VectorConstraint).Indented(KernelEmitter.ElementConstraint);
            writer.Open().Write(loop.Key).Blank();
            writer.Write("/// <inheritdoc/>").Write(KernelEmitter.Inline);
            writer.Write($"public void Add(in {name} sums)").Open();
            foreach (string field in loop.First().Sums.Select(static sum => Identifier.Field(sum.Name)))
            {
                writer.Write($"{field} = {field} + sums.{field};");
            }

            writer.Close().Close();
        }
    }

    /// <summary>Fills a loop, runs it and names its sums.</summary>
    public static void EmitRun(SourceWriter writer, LossModel model, PairLoop loop, ImmutableArray<string> loops, Dictionary<Expr, string> names)
    {
        string initial = string.Join(", ", loop.Captures.Select(capture => $"{Identifier.Field(capture.Name)} = {names[capture.Value]}"));
        writer.Write($"var pairs = new {Name(model, loops.IndexOf(LoopText(loop)) + 1)}<V, T>{(initial.Length == 0 ? "()" : $" {{ {initial} }}")};");
        writer.Write("at.RunOthers(ref pairs);");
        foreach (PairSum sum in loop.Sums)
        {
            writer.Write($"V {sum.Name} = pairs.{Identifier.Field(sum.Name)};");
            names.Add(sum.Sum, sum.Name);
        }
    }

    private static IEnumerable<IGrouping<string, PairLoop>> LoopsOf(LoweredLoss loss) =>
        PassesOf(loss).Select(static pass => pass.Pairs).OfType<PairLoop>().GroupBy(LoopText, StringComparer.Ordinal);

    private static string Name(LossModel model, int number) => $"{KernelEmitter.Name(model.Type)}Pairs{number}";

    private static string LoopText(PairLoop loop)
    {
        SourceWriter writer = new();
        foreach (string field in loop.Captures.Select(static capture => capture.Name).Concat(loop.Sums.Select(static sum => sum.Name)))
        {
            writer.Write($"public V {Identifier.Field(field)};");
        }

        writer.Blank().Write("/// <inheritdoc/>").Write(KernelEmitter.Inline);
        writer.Write("public void Step<TOther>(in TOther at)").Indented("where TOther : struct, global::LossGen.Evaluation.IRowColumn<V, T>").Open();
        Dictionary<Expr, string> names = loop.Captures.ToDictionary(static capture => capture.Value, static capture => Identifier.Field(capture.Name));
        VectorPrinter printer = VectorPrinter.WithNames(names);
        foreach (Step step in loop.Steps)
        {
            writer.Write($"V {step.Name} = {Read(step.Value) ?? printer.PrintDefinition(step.Value)};");
            names.Add(step.Value, step.Name);
        }

        foreach (PairSum sum in loop.Sums)
        {
            string field = Identifier.Field(sum.Name);
            writer.Write($"{field} = {field} + {printer.PrintAddend(sum.Sum.Body)};");
        }

        return writer.Close().ToString().TrimEnd('\n');
    }

    private static string? Read(Expr expression) => expression switch
    {
        Read read => $"at.{read.Row.Role}({read.Row.Position})",
        OtherColumn => "at.Column",
        _ => null,
    };
}
