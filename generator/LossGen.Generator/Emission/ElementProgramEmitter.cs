using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>One method of an element-wise kernel.</summary>
internal static class ElementProgramEmitter
{
    public static void EmitMethod(SourceWriter writer, string name, LoweredLoss loss, ElementProgram program)
    {
        string kernel = KernelEmitter.Type(loss);
        bool hasSink = name != KernelEmitter.Methods[0];
        writer.Write("/// <inheritdoc/>").Write(KernelEmitter.Inline);
        writer.Write(hasSink
            ? $"public static V {name}<V, TSink>(in {kernel} kernel, in global::LossGen.Evaluation.ElementInputs<V, T> at, ref TSink sink)"
            : $"public static V {name}<V>(in {kernel} kernel, in global::LossGen.Evaluation.ElementInputs<V, T> at)");
        writer.Indented(KernelEmitter.VectorConstraint);
        if (hasSink)
        {
            writer.Indented("where TSink : struct, global::LossGen.Evaluation.IDerivativeSink<V>");
        }

        writer.Open();
        Dictionary<Expr, string> names = [];
        VectorPrinter printer = VectorPrinter.WithNames(names);
        foreach (Step step in program.Steps)
        {
            writer.Write($"V {step.Name} = {Read(step, loss.Fields) ?? printer.PrintDefinition(step.Value)};");
            names.Add(step.Value, step.Name);
        }

        foreach (DerivativeOutput output in program.Derivatives)
        {
            writer.Write($"sink.{output.Order}({output.Prediction}, {printer.Print(output.Value)});");
        }

        writer.Write($"return {printer.Print(program.Value)};").Close();
        if (name != KernelEmitter.Methods[2])
        {
            writer.Blank();
        }
    }

    /// <summary>How an input or a field of the kernel is read; null for a step that computes.</summary>
    private static string? Read(Step step, ImmutableArray<KernelField> fields)
    {
        foreach (KernelField field in fields)
        {
            if (field.Value.Equals(step.Value))
            {
                return KernelEmitter.ReadField(field);
            }
        }

        return step.Value is Variable variable ? $"at.{variable.Input.Role}({variable.Input.Position})" : null;
    }
}
