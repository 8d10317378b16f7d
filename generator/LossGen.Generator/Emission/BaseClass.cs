using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>
/// The base class that has a loss's members already. For the shapes that most losses have, the generated part then holds mathematics only, which is quick to
/// read and to compile; other losses get members of their own.
/// </summary>
internal static class BaseClass
{
    /// <summary>The name of the base, or null if the loss needs members of its own.</summary>
    public static string? Of(LossModel model)
    {
        bool isPlain = CanDerive(model.Type)
            && model.Options is { Hessian: not HessianPolicyKind.None, Reduction: "Mean" }
            && model.SharedRows.IsEmpty
            && model.MinimumColumns <= 1
            && EvaluationEmitter.HasOptimalConstant(model);
        ImmutableArray<LossParameter> inputs = [.. model.Parameters.Items.Where(static parameter => parameter.Input.Role != InputRole.Hyperparameter)];
        return !isPlain || inputs is not [{ Input.Role: InputRole.Prediction } prediction, var given] ? null
            : (prediction.IsRow, given.IsRow, given.Input.Role) switch
            {
                (false, false, InputRole.Target) => "ScalarLoss",
                (true, true, InputRole.Target) => "RowLoss",
                (true, false, InputRole.Label) => "ClassificationLoss",
                _ => null,
            };
    }

    /// <summary>What the base asks of the generated part.</summary>
    public static void EmitOverrides(SourceWriter writer, LoweredLoss lowered)
    {
        LossModel model = lowered.Model;
        NameAllocator names = new();
        foreach (LossParameter parameter in model.Parameters)
        {
            names.Allocate(parameter.Input.Name);
        }

        string element = names.Allocate("TElement");
        string batch = names.Allocate("batch");
        writer.Write("/// <inheritdoc/>").Write("protected override global::LossGen.Explanation.LossDescription LossDescription => s_description;").Blank();
        if (!model.ScalarHyperparameters.IsEmpty)
        {
            writer.Write("/// <inheritdoc/>").Write($"protected override double[] HyperparameterValues => [{EvaluationEmitter.HyperparameterValues(model)}];").Blank();
        }

        writer.Write("/// <inheritdoc/>").Write($"protected override {element} EvaluateBatch<{element}>(scoped ref global::LossGen.Evaluation.LossBatch<{element}> {batch})").Open();
        EvaluationEmitter.EmitEvaluation(writer, lowered, element, batch);
        writer.Close();
        if (model.HasRows)
        {
            return;
        }

        string query = names.Allocate("query");
        writer.Blank().Write("/// <inheritdoc/>").Write($"protected override {element} EvaluateSample<{element}>(global::LossGen.Evaluation.SampleQuery<{element}> {query}) =>");
        writer.Indented($"{query}.Answer(new {ClassEmitter.KernelType(lowered, element)}({ClassEmitter.KernelArguments(lowered)}));");
    }

    /// <summary>The field that holds what the base wants to know about the formula.</summary>
    public static void EmitDescription(SourceWriter writer, LossModel model, Derivation derivation)
    {
        string prediction = ClassEmitter.InputOf(model.OfRole(InputRole.Prediction)[0]);
        ImmutableArray<LossParameter> targets = model.OfRole(InputRole.Target);
        string signature = targets.IsEmpty
            ? $"OfLabel({prediction}, \"{model.OfRole(InputRole.Label)[0].Input.Name}\")"
            : $"Of({prediction}, {ClassEmitter.InputOf(targets[0])})";
        writer.Blank().Write("private static readonly global::LossGen.Explanation.LossDescription s_description = new(");
        writer.Indented($"global::LossGen.LossSignature.{signature},").Indented("\"\"\"");
        TraceEmitter.EmitText(writer, model, derivation);
        writer.Indented("\"\"\");");
    }

    /// <summary>A record derives from records, a generic class would hide the type parameters of the members, and the author may have chosen a base.</summary>
    private static bool CanDerive(LossType type) =>
        type is { HasBaseClass: false, Header: { Keyword: "class", TypeParameters: "" } } && type.ContainingTypes.Items.All(static containing => containing.TypeParameters.Length == 0);
}
