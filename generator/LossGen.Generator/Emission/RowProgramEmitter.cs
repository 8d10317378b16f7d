using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>The methods of a kernel over rows, and the structs of its passes. Programs share passes that are alike.</summary>
internal static class RowProgramEmitter
{
    public static void EmitMethods(SourceWriter writer, LoweredLoss loss)
    {
        ImmutableArray<string> loops = PairLoopEmitter.LoopTexts(loss);
        ImmutableArray<string> passes = PassTexts(loss, loops);
        for (int method = 0; method < KernelEmitter.Methods.Length; method++)
        {
            EmitMethod(writer, loss, method, pass => passes.IndexOf(PassText(pass, loss.Model, loops)) + 1);
            if (method + 1 < KernelEmitter.Methods.Length)
            {
                writer.Blank();
            }
        }
    }

    public static void EmitPasses(SourceWriter writer, LoweredLoss loss)
    {
        ImmutableArray<string> loops = PairLoopEmitter.LoopTexts(loss);
        PairLoopEmitter.EmitLoops(writer, loss);
        ImmutableArray<string> passes = PassTexts(loss, loops);
        for (int number = 0; number < passes.Length; number++)
        {
            writer.Blank();
            writer.Write("/// <summary>One loop over the columns.</summary>");
            writer.Write($"file struct {PassName(loss.Model, number + 1)}<V, T> : global::LossGen.Evaluation.IRowPass<V, T>");
            writer.Indented(KernelEmitter.VectorConstraint).Indented(KernelEmitter.ElementConstraint);
            writer.Write(passes[number]);
        }
    }

    /// <summary>The different bodies of passes over all programs, in order of first use. A pass's number is its place here.</summary>
    private static ImmutableArray<string> PassTexts(LoweredLoss loss, ImmutableArray<string> loops) =>
        [.. PairLoopEmitter.PassesOf(loss).Select(pass => PassText(pass, loss.Model, loops)).Distinct()];

    private static string PassName(LossModel model, int number) => $"{KernelEmitter.Name(model.Type)}Pass{number}";

    private static void EmitMethod(SourceWriter writer, LoweredLoss loss, int method, Func<Pass, int> numberOf)
    {
        RowProgram program = loss.RowPrograms[method];
        writer.Write("/// <inheritdoc/>").Write(KernelEmitter.Inline);
        writer.Write($"public static V {KernelEmitter.Methods[method]}<V, TRow>(in {KernelEmitter.Type(loss)} kernel, ref TRow row)");
        writer.Indented(KernelEmitter.VectorConstraint).Indented("where TRow : struct, global::LossGen.Evaluation.IRow<V, T>").Open();
        Dictionary<Expr, string> names = [];
        VectorPrinter printer = VectorPrinter.WithNames(names);
        foreach (RowStage stage in program.Stages)
        {
            foreach (Step step in stage.Steps)
            {
                writer.Write($"V {step.Name} = {Read(step, loss.Fields, printer) ?? printer.PrintDefinition(step.Value)};");
                names.Add(step.Value, step.Name);
            }

            if (stage.Pass is { } pass)
            {
                EmitRun(writer, loss.Model, pass, numberOf(pass), names);
            }
        }

        foreach (DerivativeOutput output in program.Derivatives)
        {
            writer.Write($"row.{output.Order}({output.Prediction}, {printer.Print(output.Value)});");
        }

        writer.Write($"return {printer.Print(program.Value)};").Close();
    }

    /// <summary>Fills a pass, runs it and completes its accumulators across the lanes.</summary>
    private static void EmitRun(SourceWriter writer, LossModel model, Pass pass, int number, Dictionary<Expr, string> names)
    {
        ImmutableArray<string> initial =
        [
            .. pass.Captures.Select(capture => $"{Identifier.Field(capture.Name)} = {names[capture.Value]}"),
            .. pass.Accumulators.Where(static accumulator => accumulator.Kind != ReductionKind.Sum).Select(static accumulator => $"{Identifier.Field(accumulator.Name)} = {Neutral(accumulator.Kind)}"),
        ];
        writer.Write($"var pass{number} = new {PassName(model, number)}<V, T>{(initial.IsEmpty ? "()" : $" {{ {string.Join(", ", initial)} }}")};");
        writer.Write($"row.Run(ref pass{number});");
        foreach (Accumulator accumulator in pass.Accumulators)
        {
            writer.Write($"V {accumulator.Name} = row.{Completion(accumulator.Kind)}(pass{number}.{Identifier.Field(accumulator.Name)});");
            names.Add(new Reduce(accumulator.Kind, accumulator.Body), accumulator.Name);
        }
    }

    private static string PassText(Pass pass, LossModel model, ImmutableArray<string> loops)
    {
        SourceWriter writer = new();
        writer.Open();
        foreach (string field in pass.Captures.Select(static capture => capture.Name).Concat(pass.Accumulators.Select(static accumulator => accumulator.Name)))
        {
            writer.Write($"public V {Identifier.Field(field)};");
        }

        if (pass.NextRowOf is { } next)
        {
            writer.Blank().Write("/// <inheritdoc/>").Write($"public static int NextRowOf => {next.Position};");
        }

        writer.Blank().Write("/// <inheritdoc/>").Write(KernelEmitter.Inline);
        writer.Write("public void Step<TElement>(in TElement at)").Indented("where TElement : struct, global::LossGen.Evaluation.IRowElement<V, T>").Open();
        Dictionary<Expr, string> names = pass.Captures.ToDictionary(static capture => capture.Value, static capture => Identifier.Field(capture.Name));
        VectorPrinter printer = VectorPrinter.WithNames(names);
        EmitSteps(pass.StepsBeforePairs);
        if (pass.Pairs is { } pairs)
        {
            PairLoopEmitter.EmitRun(writer, model, pairs, loops, names);
        }

        EmitSteps(pass.Steps);
        foreach (Accumulator accumulator in pass.Accumulators)
        {
            string field = Identifier.Field(accumulator.Name);
            writer.Write($"{field} = at.{accumulator.Kind}({field}, {printer.Print(accumulator.Body)});");
        }

        foreach (Kept kept in pass.Keeps)
        {
            writer.Write($"at.Keep({kept.Prediction}, {printer.Print(kept.Value)});");
        }

        foreach (DerivativeOutput output in pass.Derivatives)
        {
            writer.Write($"at.{output.Order}({output.Prediction}, {printer.Print(output.Value)});");
        }

        return writer.Close().Close().ToString().TrimEnd('\n');

        void EmitSteps(ImmutableArray<Step> steps)
        {
            foreach (Step step in steps)
            {
                writer.Write($"V {step.Name} = {ReadElement(step.Value, pass) ?? printer.PrintDefinition(step.Value)};");
                names.Add(step.Value, step.Name);
            }
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

    private static string? ReadElement(Expr expression, Pass pass) => expression switch
    {
        _ when pass.Reads.FirstOrDefault(kept => kept.Value.Equals(expression)) is { } known => $"at.Kept({known.Prediction})",
        Read read => $"at.{read.Row.Role}({read.Row.Position})",
        Column => "at.Column",
        _ => null,
    };

    /// <summary>The member of a row that completes a reduction.</summary>
    private static ReductionKind Completion(ReductionKind kind) => kind == ReductionKind.MaxOfNumbers ? ReductionKind.Max : kind;

    private static string Neutral(ReductionKind kind) => kind switch
    {
        ReductionKind.Product => "V.Create(1.0)",
        ReductionKind.Max or ReductionKind.MaxOfNumbers => "V.Create(double.NegativeInfinity)",
        _ => "V.Create(double.PositiveInfinity)",
    };
}
