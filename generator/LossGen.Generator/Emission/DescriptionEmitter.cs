using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>The field that holds what a class knows about its formula beside the mathematics: signature and trace.</summary>
internal static class DescriptionEmitter
{
    /// <summary>The name of the field.</summary>
    public const string Field = "s_description";

    public static void Emit(SourceWriter writer, LossModel model, Derivation derivation)
    {
        writer.Blank().Write($"private static readonly global::LossGen.Explanation.LossDescription {Field} = new(");
        writer.Indented($"{SignatureOf(model)},").Indented("\"\"\"");
        TraceEmitter.EmitLines(writer, model, derivation);
        writer.Indented("\"\"\");");
    }

    /// <summary>The common shapes by a method of their own, which compiles in less time than three lists.</summary>
    private static string SignatureOf(LossModel model)
    {
        ImmutableArray<string> predictions = InputsOf(model, InputRole.Prediction);
        ImmutableArray<string> targets = InputsOf(model, InputRole.Target);
        ImmutableArray<string> labels = [.. model.OfRole(InputRole.Label).Select(static label => $"\"{label.Input.Name}\"")];
        return (predictions, targets, labels) switch
        {
            ([var prediction], [var target], []) => $"global::LossGen.LossSignature.Of({prediction}, {target})",
            ([var prediction], [], [var label]) => $"global::LossGen.LossSignature.OfLabel({prediction}, {label})",
            _ => $"new global::LossGen.LossSignature([{string.Join(", ", predictions)}], [{string.Join(", ", targets)}], [{string.Join(", ", labels)}])",
        };
    }

    private static ImmutableArray<string> InputsOf(LossModel model, InputRole role) =>
        [.. model.OfRole(role).Select(static input => $"new(\"{input.Input.Name}\", global::LossGen.InputShape.{(input.IsRow ? "Row" : "Scalar")}){LinkEmitter.FactsOf(input)}")];
}
