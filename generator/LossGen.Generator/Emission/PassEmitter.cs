using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>The structs of a kernel's passes over the columns.</summary>
internal static class PassEmitter
{
    public static void Emit(SourceWriter writer, RowProgram program)
    {
        for (int position = 0; position < program.Passes.Length; position++)
        {
            Pass pass = program.Passes[position];
            string number = RowProgramEmitter.Number(position);
            if (pass.Pairs is { } pairs)
            {
                writer.Blank();
                PairLoopEmitter.EmitStruct(writer, pairs, pass.Order, number);
            }

            writer.Blank();
            writer.Write("/// <summary>One loop over the columns.</summary>");
            writer.Write($"private struct Pass{number}<V> : global::LossGen.Evaluation.IRowPass<Pass{number}<V>, V, T>").Indented(KernelEmitter.VectorConstraint).Open();
            EmitMembers(writer, pass, number);
            EmitTakeResults(writer, pass, number);
            writer.Close();
        }
    }

    private static void EmitMembers(SourceWriter writer, Pass pass, string number)
    {
        foreach (string field in pass.Captures.Select(static capture => capture.Name).Concat(pass.Accumulators.Select(static accumulator => accumulator.Name)))
        {
            writer.Write($"public V {Identifier.Field(field)};");
        }

        if (pass.NextRowOf is { } next)
        {
            writer.Blank().Write("/// <inheritdoc/>").Write($"public static int NextRowOf => {next.Position};");
        }

        writer.Blank().Write("/// <inheritdoc/>").Write(KernelEmitter.Inline);
        writer.Write("public void Step<TOrder, TElement>(TOrder order, in TElement at)");
        writer.Indented(OrderGuards.Constraint).Indented("where TElement : struct, global::LossGen.Evaluation.IRowElement<V, T>").Open();
        Dictionary<Expr, string> names = pass.Captures.ToDictionary(static capture => capture.Value, static capture => Identifier.Field(capture.Name));
        VectorPrinter printer = VectorPrinter.WithNames(names);
        foreach (Step step in pass.StepsBeforePairs)
        {
            EmitStep(step, pass.Order);
        }

        if (pass.Pairs is { } pairs)
        {
            PairLoopEmitter.EmitRun(writer, pairs, pass.Order, number, names);
        }

        OrderGuards.EmitBlocks(
            writer,
            pass.Order,
            order => pass.Steps.Any(step => BlockOf(step) == order) || pass.Accumulators.Any(accumulator => accumulator.Order == order)
                || pass.Keeps.Any(kept => OrderOf(kept) == order) || pass.Derivatives.Any(output => output.Order == order),
            EmitBlock);
        writer.Close();

        // Where the gradient is stored in place of a kept number, that is read before.
        EvaluationOrder BlockOf(Step step) =>
            step.Order == EvaluationOrder.Hessian && pass.Reads.Any(kept => kept.Value.Equals(step.Value) && pass.Derivatives.Any(output => output.Order == EvaluationOrder.Gradient && output.Prediction == kept.Prediction))
                ? EvaluationOrder.Gradient
                : step.Order;

        // An evaluation of a lower order does not run the pass.
        EvaluationOrder OrderOf(Kept kept) => kept.Order < pass.Order ? pass.Order : kept.Order;

        void EmitBlock(EvaluationOrder order)
        {
            foreach (Step step in pass.Steps.Where(step => BlockOf(step) == order))
            {
                EmitStep(step, order);
            }

            foreach (Accumulator accumulator in pass.Accumulators.Where(accumulator => accumulator.Order == order))
            {
                string field = Identifier.Field(accumulator.Name);
                writer.Write($"{field} = at.{accumulator.Reduce.Kind}({field}, {printer.Print(accumulator.Reduce.Body)});");
            }

            foreach (Kept kept in pass.Keeps.Where(kept => OrderOf(kept) == order))
            {
                writer.Write($"at.Keep({kept.Prediction}, {printer.Print(kept.Value)});");
            }

            foreach (DerivativeOutput output in pass.Derivatives.Where(output => output.Order == order))
            {
                writer.Write($"at.{output.Order}({output.Prediction}, {printer.Print(output.Value)});");
            }
        }

        void EmitStep(Step step, EvaluationOrder known)
        {
            writer.Write($"V {step.Name} = {OrderGuards.Guarded(Definition(step, known), step.Order, known)};");
            names.Add(step.Value, step.Name);
        }

        string Definition(Step step, EvaluationOrder known)
        {
            string? read = Read(step.Value, pass.Reads, out EvaluationOrder order);
            if (read is not null && order <= (step.Order > known ? step.Order : known))
            {
                return read;
            }

            string computed = printer.PrintDefinition(step.Value);
            return read is null ? computed : $"{OrderGuards.Condition(order)} ? {read} : {computed}";
        }
    }

    private static void EmitTakeResults(SourceWriter writer, Pass pass, string number)
    {
        writer.Blank().Write("/// <inheritdoc/>").Write(KernelEmitter.Inline);
        writer.Write($"public void TakeResults<TOrder>(TOrder order, in Pass{number}<V> run)").Indented(OrderGuards.Constraint).Open();
        OrderGuards.EmitBlocks(writer, pass.Order, order => pass.Accumulators.Any(accumulator => accumulator.Order == order), order =>
        {
            foreach (string field in pass.Accumulators.Where(accumulator => accumulator.Order == order).Select(static accumulator => Identifier.Field(accumulator.Name)))
            {
                writer.Write($"{field} = run.{field};");
            }
        });
        writer.Close();
    }

    /// <summary>How something of a column is read, and from which order of evaluation on; null if it must be computed.</summary>
    private static string? Read(Expr expression, ImmutableArray<Kept> kept, out EvaluationOrder order)
    {
        order = EvaluationOrder.Value;
        if (kept.FirstOrDefault(column => column.Value.Equals(expression)) is { } known)
        {
            order = known.Order;
            return $"at.Kept({known.Prediction})";
        }

        return expression switch
        {
            Read read => $"at.{read.Row.Role}({read.Row.Position})",
            Column => "at.Column",
            _ => null,
        };
    }
}
