using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>The struct of a pass's loop over the other column of a pair, and its use in the pass.</summary>
internal static class PairLoopEmitter
{
    /// <param name="writer">Where to.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="passOrder">The lowest order of evaluation that runs the pass.</param>
    /// <param name="number">The pass's number.</param>
    public static void EmitStruct(SourceWriter writer, PairLoop loop, EvaluationOrder passOrder, string number)
    {
        string name = $"Pairs{number}<V>";
        writer.Write("/// <summary>What a column has to do with all others: a loop inside of one over the columns.</summary>");
        writer.Write($"private struct {name} : global::LossGen.Evaluation.IRowPairs<{name}, V, T>").Indented(KernelEmitter.VectorConstraint).Open();
        foreach (string field in loop.Captures.Select(static capture => capture.Name).Concat(loop.Sums.Select(static sum => sum.Name)))
        {
            writer.Write($"public V {Identifier.Field(field)};");
        }

        EvaluationOrder known = OrderOf(loop, passOrder);
        EmitStep(writer, loop, known);
        writer.Blank().Write("/// <inheritdoc/>").Write(KernelEmitter.Inline);
        writer.Write($"public void Add<TOrder>(TOrder order, in {name} sums)").Indented(OrderGuards.Constraint).Open();
        OrderGuards.EmitBlocks(writer, known, order => loop.Sums.Any(sum => sum.Order == order), order =>
        {
            foreach (string field in loop.Sums.Where(sum => sum.Order == order).Select(static sum => Identifier.Field(sum.Name)))
            {
                writer.Write($"{field} = {field} + sums.{field};");
            }
        });
        writer.Close().Close();
    }

    /// <summary>Fills a loop, runs it and names its sums.</summary>
    public static void EmitRun(SourceWriter writer, PairLoop loop, EvaluationOrder passOrder, string number, Dictionary<Expr, string> names)
    {
        string initial = string.Join(", ", loop.Captures.Select(capture => $"{Identifier.Field(capture.Name)} = {names[capture.Value]}"));
        writer.Write($"var pairs = new Pairs{number}<V>{(initial.Length == 0 ? "()" : $" {{ {initial} }}")};");
        OrderGuards.EmitBlocks(writer, passOrder, order => order == OrderOf(loop, passOrder), _ => writer.Write("at.RunOthers(order, ref pairs);"));
        foreach (PairSum sum in loop.Sums)
        {
            writer.Write($"V {sum.Name} = pairs.{Identifier.Field(sum.Name)};");
            names.Add(sum.Sum, sum.Name);
        }
    }

    /// <summary>The lowest order of evaluation that runs the loop.</summary>
    private static EvaluationOrder OrderOf(PairLoop loop, EvaluationOrder passOrder)
    {
        EvaluationOrder order = loop.Sums.Min(static sum => sum.Order);
        return order < passOrder ? passOrder : order;
    }

    private static void EmitStep(SourceWriter writer, PairLoop loop, EvaluationOrder known)
    {
        writer.Blank().Write("/// <inheritdoc/>").Write(KernelEmitter.Inline);
        writer.Write("public void Step<TOrder, TOther>(TOrder order, in TOther at)");
        writer.Indented(OrderGuards.Constraint).Indented("where TOther : struct, global::LossGen.Evaluation.IRowColumn<V, T>").Open();
        Dictionary<Expr, string> names = loop.Captures.ToDictionary(static capture => capture.Value, static capture => Identifier.Field(capture.Name));
        VectorPrinter printer = VectorPrinter.WithNames(names);
        OrderGuards.EmitBlocks(writer, known, order => loop.Steps.Any(step => step.Order == order) || loop.Sums.Any(sum => sum.Order == order), order =>
        {
            foreach (Step step in loop.Steps.Where(step => step.Order == order))
            {
                writer.Write($"V {step.Name} = {Read(step.Value) ?? printer.PrintDefinition(step.Value)};");
                names.Add(step.Value, step.Name);
            }

            foreach (PairSum sum in loop.Sums.Where(sum => sum.Order == order))
            {
                string field = Identifier.Field(sum.Name);
                writer.Write($"{field} = {field} + {printer.PrintAddend(sum.Sum.Body)};");
            }
        });
        writer.Close();
    }

    private static string? Read(Expr expression) => expression switch
    {
        Read read => $"at.{read.Row.Role}({read.Row.Position})",
        OtherColumn => "at.Column",
        _ => null,
    };
}
