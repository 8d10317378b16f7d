using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>The members for one element: <c>Loss</c>, <c>Derivative</c> and <c>SecondDerivative</c>.</summary>
internal static class ScalarMembersEmitter
{
    public static void Emit(SourceWriter writer, LoweredLoss lowered, string element)
    {
        LossModel model = lowered.Model;
        writer.Blank();
        EmitMember(writer, lowered, element, "Loss", "Loss", "The loss of one sample.", "");
        ImmutableArray<LossParameter> predictions = model.OfRole(InputRole.Prediction);
        for (int position = 0; position < predictions.Length; position++)
        {
            string prediction = predictions[position].Input.Name;
            string prefix = predictions.Length == 1 ? "" : Identifier.Pascal(prediction);
            writer.Blank();
            EmitMember(writer, lowered, element, $"{prefix}Derivative", "Derivative", $"∂loss/∂{prediction} of one sample.", $", {position}");
            if (model.Options.Hessian != HessianPolicyKind.None)
            {
                writer.Blank();
                EmitMember(writer, lowered, element, $"{prefix}SecondDerivative", "SecondDerivative", $"∂²loss/∂{prediction}² of one sample, or what the loss's Hessian policy has in its place.", $", {position}");
            }
        }
    }

    private static void EmitMember(SourceWriter writer, LoweredLoss lowered, string element, string name, string method, string summary, string position)
    {
        LossModel model = lowered.Model;
        ImmutableArray<LossParameter> inputs = [.. model.Parameters.Items.Where(static parameter => parameter.Input.Role != InputRole.Hyperparameter)];
        string parameters = string.Join(", ", inputs.Select(input => $"{(input.Input.Role == InputRole.Label ? "int" : element)} {Identifier.Escape(input.Input.Name)}"));
        writer.Write($"/// <summary>{summary}</summary>");
        foreach (LossParameter input in inputs)
        {
            writer.Write($"/// <param name=\"{input.Input.Name}\">{DocsEmitter.ScalarOf(input)}</param>");
        }

        KernelChoiceEmitter.EmitBody(writer, $"public {element} {name}({parameters})", lowered, Answer);

        string Answer(LoweredKernel kernel)
        {
            string type = KernelEmitter.TypeOf(kernel, element);
            return $"global::LossGen.Evaluation.ElementEvaluator.{method}<{type}, {element}>(new {type}({KernelChoiceEmitter.ArgumentsOf(kernel)}), {Values(InputRole.Prediction)}, {Values(InputRole.Target)}, {Values(InputRole.Label)}{position})";
        }

        string Values(InputRole role) => $"[{string.Join(", ", model.OfRole(role).Select(static input => Identifier.Escape(input.Input.Name)))}]";
    }
}
