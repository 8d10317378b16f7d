using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>The method of an element-wise kernel, and its first stage.</summary>
internal static class ElementProgramEmitter
{
    /// <summary>The first stage, if the kernel has one.</summary>
    public static void EmitFirstStage(SourceWriter writer, LoweredKernel kernel)
    {
        ElementStage stage = kernel.FirstStage;
        if (stage.Results.IsEmpty)
        {
            return;
        }

        writer.Write("/// <inheritdoc/>").Write("public static int FirstStageResults").Open();
        writer.Write(KernelEmitter.Inline).Write($"get => {stage.Results.Length.ToString(CultureInfo.InvariantCulture)};").Close().Blank();
        writer.Write("/// <inheritdoc/>").Write(KernelEmitter.Inline);
        writer.Write($"public static void FirstStage<V>(in {KernelEmitter.Type(kernel)} kernel, in global::LossGen.Evaluation.ElementInputs<V, T> at, global::LossGen.Evaluation.StageResults<V, T> results)");
        writer.Indented(KernelEmitter.VectorConstraint).Open();
        Dictionary<Expr, string> names = [];
        VectorPrinter printer = VectorPrinter.WithNames(names);
        foreach (Step step in stage.Steps)
        {
            writer.Write($"V {step.Name} = {ReadInput(step, kernel) ?? printer.PrintDefinition(step.Value)};");
            names.Add(step.Value, step.Name);
        }

        for (int position = 0; position < stage.Results.Length; position++)
        {
            writer.Write($"results.Keep({position.ToString(CultureInfo.InvariantCulture)}, {printer.Print(stage.Results[position])});");
        }

        writer.Close().Blank();
    }

    /// <summary>Value and derivatives, with what the first stage has left.</summary>
    public static void EmitMethod(SourceWriter writer, LoweredKernel kernel, ElementProgram program)
    {
        writer.Write("/// <inheritdoc/>").Write(IsLong(program) ? KernelEmitter.NotInlined : KernelEmitter.Inline);
        writer.Write($"public static V {KernelEmitter.Method}<V, TSink>(in {KernelEmitter.Type(kernel)} kernel, in global::LossGen.Evaluation.ElementInputs<V, T> at, ref TSink sink)");
        writer.Indented(KernelEmitter.VectorConstraint).Indented("where TSink : struct, global::LossGen.Evaluation.IDerivativeSink<V>").Open();
        Dictionary<Expr, string> names = [];
        VectorPrinter printer = VectorPrinter.WithNames(names);
        OrderGuards.EmitBlocks(writer, EvaluationOrder.Value, HasAny, EmitBlock, static order => $"sink is global::LossGen.Evaluation.I{order}Sink");
        if (!program.Derivatives.IsEmpty)
        {
            writer.Blank();
        }

        writer.Write($"return {printer.Print(program.Value)};").Close();

        bool HasAny(EvaluationOrder order) => program.Steps.Any(step => step.Order == order) || program.Derivatives.Any(output => output.Order == order);

        void EmitBlock(EvaluationOrder order)
        {
            foreach (Step step in program.Steps.Where(step => step.Order == order))
            {
                writer.Write($"V {step.Name} = {ReadFirstStage(step, kernel.FirstStage) ?? ReadInput(step, kernel) ?? printer.PrintDefinition(step.Value)};");
                names.Add(step.Value, step.Name);
            }

            foreach (DerivativeOutput output in program.Derivatives.Where(output => output.Order == order))
            {
                writer.Write($"sink.{output.Order}({output.Prediction}, {printer.Print(output.Value)});");
            }
        }
    }

    private static bool IsLong(ElementProgram program) =>
        program.Steps.Length > KernelEmitter.MostLocalsOfInlined || program.Functions > KernelEmitter.MostFunctionsOfInlined;

    private static string? ReadFirstStage(Step step, ElementStage stage)
    {
        int position = stage.Results.IndexOf(step.Value);
        return position < 0 ? null : $"at.FirstStage({position.ToString(CultureInfo.InvariantCulture)})";
    }

    /// <summary>How an input or a field of the kernel is read; null for a step that computes.</summary>
    private static string? ReadInput(Step step, LoweredKernel kernel)
    {
        foreach (KernelField field in kernel.Fields)
        {
            if (field.Value.Equals(step.Value))
            {
                return KernelEmitter.ReadField(field);
            }
        }

        return step.Value is Variable variable ? $"at.{variable.Input.Role}({variable.Input.Position})" : null;
    }
}
