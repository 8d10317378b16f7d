using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>The members that take a batch as spans, for one element type.</summary>
internal static class EvaluationEmitter
{
    /// <summary>The exponents that have kernels of their own, and the type of the others.</summary>
    private static readonly ImmutableArray<(string Value, string Type)> Exponents =
    [
        ("0.0", "ExponentZero"),
        ("0.5", "ExponentHalf"),
        ("1.0", "ExponentOne"),
        ("2.0", "ExponentTwo"),
        ("3.0", "ExponentThree"),
        ("_", "AnyExponent"),
    ];

    public static void Emit(SourceWriter writer, LoweredLoss lowered, string element)
    {
        LossModel model = lowered.Model;
        SpanNames names = new(model);
        EmitMember(writer, model, element, names, "Value", "The reduced loss of a batch.", [], returnsValue: true);
        writer.Blank();
        EmitMember(writer, model, element, names, "ValueAndGradient", "The reduced loss of a batch and its gradient.", names.Gradients, returnsValue: true);
        if (model.Options.Hessian != HessianPolicyKind.None)
        {
            writer.Blank();
            EmitMember(
                writer, model, element, names, "ValueGradientAndHessian", "The reduced loss of a batch, its gradient and the diagonal of its Hessian.", [.. names.Gradients, .. names.Hessians], returnsValue: true);
        }

        writer.Blank();
        EmitMember(writer, model, element, names, "Values", "The loss of every sample, neither weighted nor reduced.", [names.Values], returnsValue: false);
        writer.Blank();
        EmitContract(writer, lowered, element, names.Batch);
    }

    private static void EmitMember(
        SourceWriter writer, LossModel model, string element, SpanNames names, string member, string summary, ImmutableArray<SpanOutput> outputs, bool returnsValue)
    {
        List<string> parameters = [];
        writer.Write($"/// <summary>{summary}</summary>");
        foreach (LossParameter input in model.Parameters.Items.Where(static input => input.Input.Role != InputRole.Hyperparameter))
        {
            string type = input.Input.Role == InputRole.Label ? "int" : element;
            parameters.Add($"global::System.ReadOnlySpan<{type}> {Identifier.Escape(input.Input.Name)}");
            writer.Write($"/// <param name=\"{input.Input.Name}\">{DocsEmitter.SpanOf(input)}</param>");
        }

        if (model.HasRows)
        {
            parameters.Add($"int {names.Columns}");
            writer.Write($"/// <param name=\"{names.Columns}\">The number of columns of every row.</param>");
        }

        foreach (SpanOutput output in outputs)
        {
            parameters.Add($"global::System.Span<{element}> {Identifier.Escape(output.Name)}");
            writer.Write($"/// <param name=\"{output.Name}\">{output.Description}</param>");
        }

        if (returnsValue)
        {
            parameters.Add($"global::System.ReadOnlySpan<{element}> {names.Weights} = default");
            writer.Write($"/// <param name=\"{names.Weights}\">One non-negative weight per sample, or empty for equal weights.</param>");
            writer.Write("/// <returns>The loss, reduced as <see cref=\"Reduction\"/> says.</returns>");
        }

        writer.Write("/// <exception cref=\"global::System.ArgumentException\">The batch is empty, lengths differ, a label is out of range or a weight is negative. Nothing has been written.</exception>");
        writer.Write($"public {(returnsValue ? element : "void")} {member}({string.Join(", ", parameters)})").Open();
        string weights = returnsValue ? names.Weights : "default";
        writer.Write($"var {names.Batch} = new global::LossGen.Evaluation.LossBatch<{element}>(this.Reduction, {weights}, {(model.HasRows ? names.Columns : "0")}, this.MaxDegreeOfParallelism);");
        foreach (LossParameter input in model.Parameters.Items.Where(static input => input.Input.Role != InputRole.Hyperparameter))
        {
            string shape = input.IsRow ? ", global::LossGen.InputShape.Row" : "";
            string method = input.Input.Role == InputRole.Label ? "AddLabels" : $"Add{input.Input.Role}";
            writer.Write($"{names.Batch}.{method}({Identifier.Escape(input.Input.Name)}, \"{input.Input.Name}\"{shape});");
        }

        foreach (SpanOutput output in outputs)
        {
            writer.Write($"{names.Batch}.{output.Method}({Identifier.Escape(output.Name)}, \"{output.Name}\");");
        }

        writer.Write($"{(returnsValue ? "return " : "")}((global::LossGen.ILoss<{element}>)this).Evaluate(ref {names.Batch});").Close();
    }

    private static void EmitContract(SourceWriter writer, LoweredLoss lowered, string element, string batch)
    {
        LossModel model = lowered.Model;
        string evaluator = model.HasRows ? "RowEvaluator" : "ElementEvaluator";
        writer.Write($"global::LossGen.LossSignature global::LossGen.ILoss<{element}>.Signature => s_signature;").Blank();
        writer.Write($"{element} global::LossGen.ILoss<{element}>.Evaluate(scoped ref global::LossGen.Evaluation.LossBatch<{element}> {batch})").Open();
        writer.Write($"{batch}.RequireInputs(s_signature);");
        if (model.Options.Hessian == HessianPolicyKind.None)
        {
            writer.Write($"{batch}.ForbidHessian();");
        }

        if (model.MinimumColumns > 1)
        {
            writer.Write($"{batch}.RequireColumns({model.MinimumColumns});");
        }

        if (lowered.Exponent is not { } exponent)
        {
            writer.Write($"return {Evaluate("")};").Close();
            return;
        }

        writer.Write($"return (double){ClassEmitter.HyperparameterName(model, exponent)} switch").Write("{");
        foreach ((string value, string type) in Exponents)
        {
            writer.Indented($"{value} => {Evaluate(type)},");
        }

        writer.Write("};").Close();

        string Evaluate(string exponentType)
        {
            string kernel = ClassEmitter.KernelType(lowered, element, exponentType);
            return $"global::LossGen.Evaluation.{evaluator}.Evaluate<{kernel}, {element}>(new {kernel}({ClassEmitter.KernelArguments(lowered)}), ref {batch})";
        }
    }

    /// <summary>A span that a member fills.</summary>
    private sealed record SpanOutput(string Name, string Method, string Description);

    /// <summary>The names of the members' other parameters, none of which may be that of an input.</summary>
    private sealed class SpanNames
    {
        public SpanNames(LossModel model)
        {
            NameAllocator names = new();
            foreach (LossParameter parameter in model.Parameters)
            {
                names.Allocate(parameter.Input.Name);
            }

            Columns = names.Allocate("columns");
            Weights = names.Allocate("weights");
            Batch = names.Allocate("batch");
            Values = new(names.Allocate("values"), "SetValues", "Receives one loss per sample.");
            ImmutableArray<LossParameter> predictions = model.OfRole(InputRole.Prediction);
            Gradients =
            [
                .. predictions.Select(prediction => new SpanOutput(
                    names.Allocate(predictions.Length == 1 ? "gradient" : $"{prediction.Input.Name}Gradient"),
                    "AddGradient",
                    $"Receives the derivative of the returned value by every element of <paramref name=\"{prediction.Input.Name}\"/>.")),
            ];
            Hessians =
            [
                .. predictions.Select(prediction => new SpanOutput(
                    names.Allocate(predictions.Length == 1 ? "hessian" : $"{prediction.Input.Name}Hessian"),
                    "AddHessian",
                    $"Receives the second derivative of the returned value by every element of <paramref name=\"{prediction.Input.Name}\"/>.")),
            ];
        }

        public string Columns { get; }

        public string Weights { get; }

        public string Batch { get; }

        public SpanOutput Values { get; }

        public ImmutableArray<SpanOutput> Gradients { get; }

        public ImmutableArray<SpanOutput> Hessians { get; }
    }
}
