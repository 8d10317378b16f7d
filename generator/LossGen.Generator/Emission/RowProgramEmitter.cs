using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>The method of a kernel over rows.</summary>
internal static class RowProgramEmitter
{
    public static void Emit(SourceWriter writer, LoweredKernel kernel, RowProgram program)
    {
        writer.Write("/// <inheritdoc/>").Write(KernelEmitter.NotInlined);
        writer.Write($"public static V {KernelEmitter.Method}<V, TOrder, TRow>(in {KernelEmitter.Type(kernel)} kernel, TOrder order, ref TRow row)");
        writer.Indented(KernelEmitter.VectorConstraint).Indented(OrderGuards.Constraint).Indented("where TRow : struct, global::LossGen.Evaluation.IRow<V, T>").Open();
        Dictionary<Expr, string> names = [];
        VectorPrinter printer = VectorPrinter.WithNames(names);
        bool hasDerivatives = false;
        OrderGuards.EmitBlocks(writer, EvaluationOrder.Value, HasAny, EmitBlock);
        if (hasDerivatives)
        {
            writer.Blank();
        }

        writer.Write($"return {printer.Print(program.Value)};").Close();

        bool HasAny(EvaluationOrder order) => program.Blocks[(int)order] is { Stages.IsEmpty: false } or { Steps.IsEmpty: false } or { Derivatives.IsEmpty: false };

        void EmitBlock(EvaluationOrder order)
        {
            RowBlock block = program.Blocks[(int)order];
            hasDerivatives |= order > EvaluationOrder.Value;
            foreach (RowStage stage in block.Stages)
            {
                EmitSteps(stage.Steps, order);
                EmitRun(writer, stage.Pass, Number(program.Passes.IndexOf(stage.Pass)), names);
            }

            EmitSteps(block.Steps, order);
            foreach (DerivativeOutput output in block.Derivatives)
            {
                writer.Write($"row.{output.Order}({output.Prediction}, {printer.Print(output.Value)});");
            }
        }

        void EmitSteps(ImmutableArray<Step> steps, EvaluationOrder known)
        {
            foreach (Step step in steps)
            {
                writer.Write($"V {step.Name} = {OrderGuards.Guarded(Read(step, kernel.Fields, printer) ?? printer.PrintDefinition(step.Value), step.Order, known)};");
                names.Add(step.Value, step.Name);
            }
        }
    }

    /// <summary>A pass's number in the names of its struct and of the variable that holds it.</summary>
    public static string Number(int position) => (position + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Fills a pass, runs it and completes its accumulators across the lanes.</summary>
    private static void EmitRun(SourceWriter writer, Pass pass, string number, Dictionary<Expr, string> names)
    {
        ImmutableArray<string> initial =
        [
            .. pass.Captures.Select(capture => $"{Identifier.Field(capture.Name)} = {names[capture.Value]}"),
            .. pass.Accumulators.Where(static accumulator => accumulator.Reduce.Kind != ReductionKind.Sum).Select(static accumulator => $"{Identifier.Field(accumulator.Name)} = {Neutral(accumulator.Reduce.Kind)}"),
        ];
        writer.Write($"var pass{number} = new Pass{number}<V>{(initial.IsEmpty ? "()" : $" {{ {string.Join(", ", initial)} }}")};");
        writer.Write($"row.Run(order, ref pass{number});");
        foreach (Accumulator accumulator in pass.Accumulators)
        {
            string completed = $"row.{Completion(accumulator.Reduce.Kind)}(pass{number}.{Identifier.Field(accumulator.Name)})";
            writer.Write($"V {accumulator.Name} = {OrderGuards.Guarded(completed, accumulator.Order, pass.Order)};");
            names.Add(accumulator.Reduce, accumulator.Name);
        }
    }

    private static string? Read(Step step, ImmutableArray<KernelField> fields, VectorPrinter printer)
    {
        if (fields.FirstOrDefault(field => field.Value.Equals(step.Value)) is { } known)
        {
            return KernelEmitter.ReadField(known);
        }

        return step.Value switch
        {
            Variable variable => $"row.{variable.Input.Role}({variable.Input.Position})",
            Read read => $"row.{read.Row.Role}At({read.Row.Position}, {printer.Print(read.Index)})",
            ColumnCount => "row.Columns",
            _ => null,
        };
    }

    /// <summary>The member of a row that completes a reduction.</summary>
    private static ReductionKind Completion(ReductionKind kind) => kind == ReductionKind.MaxOfNumbers ? ReductionKind.Max : kind;

    private static string Neutral(ReductionKind kind) => kind switch
    {
        ReductionKind.Product => "V.Create(1.0)",
        ReductionKind.Max or ReductionKind.MaxOfNumbers => "V.Create(double.NegativeInfinity)",
        _ => "V.Create(double.PositiveInfinity)",
    };
}
