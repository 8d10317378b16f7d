using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>The members of a loss whose base class has all others: how the base reaches the mathematics.</summary>
internal static class OverridesEmitter
{
    public static void Emit(SourceWriter writer, LoweredLoss lowered)
    {
        LossModel model = lowered.Model;
        NameAllocator names = NameAllocator.Beside(model);
        string element = names.Allocate("TElement");
        string batch = names.Allocate("batch");
        writer.Write("/// <inheritdoc/>").Write($"protected override global::LossGen.Explanation.LossDescription LossDescription => {DescriptionEmitter.Field};").Blank();
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
        writer.Blank().Write("/// <inheritdoc/>");
        KernelChoiceEmitter.EmitBody(
            writer,
            $"protected override {element} EvaluateSample<{element}>(global::LossGen.Evaluation.SampleQuery<{element}> {query})",
            lowered,
            kernel => $"{query}.Answer(new {KernelEmitter.TypeOf(kernel, element)}({KernelChoiceEmitter.ArgumentsOf(kernel)}))");
    }
}
