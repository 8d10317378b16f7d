using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>The members that take a batch as spans, for one element type.</summary>
internal static class EvaluationEmitter
{
    /// <summary>The private method that collects the inputs of a call.</summary>
    public const string BatchMethod = "BatchOf";

    /// <summary>The exponents that have kernels of their own, and the type of the others.</summary>
    private static readonly ImmutableArray<(double Value, string Type)> Exponents =
    [
        (0, "ExponentZero"),
        (0.5, "ExponentHalf"),
        (1, "ExponentOne"),
        (2, "ExponentTwo"),
        (3, "ExponentThree"),
    ];

    public static void Emit(SourceWriter writer, LoweredLoss lowered, string element)
    {
        LossModel model = lowered.Model;
        SpanNames names = new(model);
        EmitMember(writer, model, element, names, "Value", "The reduced loss of a batch.", [], Member.Loss);
        writer.Blank();
        EmitMember(writer, model, element, names, "ValueAndGradient", "The reduced loss of a batch and its gradient.", names.Gradients, Member.Loss);
        if (model.Options.Hessian != HessianPolicyKind.None)
        {
            writer.Blank();
            EmitMember(
                writer, model, element, names, "ValueGradientAndHessian", "The reduced loss of a batch, its gradient and the diagonal of its Hessian.", [.. names.Gradients, .. names.Hessians], Member.Loss);
        }

        writer.Blank();
        EmitMember(writer, model, element, names, "Values", "The loss of every sample, neither weighted nor reduced.", [names.Values], Member.Values);
        writer.Blank();
        EmitMember(writer, model, element, names, "Explain", "Says why a loss or a gradient of the batch is not finite, or which input is outside of its declared domain. Slow: for finding out.", [], Member.Explanation);
        writer.Blank();
        if (HasOptimalConstant(model))
        {
            EmitMember(
                writer, model, element, names, "OptimalConstant", $"The raw score{(IsOneNumber(model) ? "" : "s")} that, given to every sample of the batch, make{(IsOneNumber(model) ? "s" : "")} the loss smallest: where boosting starts.",
                IsOneNumber(model) ? [] : [names.Constants], Member.Constant);
            writer.Blank();
        }

        EmitBatch(writer, model, element, names);
        EmitContract(writer, lowered, element, names.Batch);
    }

    /// <summary>The batch of a call, which all members but the one for a constant make alike.</summary>
    private static void EmitBatch(SourceWriter writer, LossModel model, string element, SpanNames names)
    {
        ImmutableArray<LossParameter> inputs = [.. model.Parameters.Items.Where(static input => input.Input.Role != InputRole.Hyperparameter)];
        ImmutableArray<string> parameters =
        [
            .. inputs.Select(input => SpanParameter(input, element)),
            .. model.HasRows ? ImmutableArray.Create($"int {names.Columns}") : [],
            $"global::System.ReadOnlySpan<{element}> {names.Weights}",
        ];
        writer.Write($"private global::LossGen.Evaluation.LossBatch<{element}> {BatchMethod}({string.Join(", ", parameters)})").Open();
        EmitInputs(writer, model, element, names, inputs, names.Weights);
        writer.Write($"return {names.Batch};").Close().Blank();
    }

    private static void EmitInputs(SourceWriter writer, LossModel model, string element, SpanNames names, ImmutableArray<LossParameter> inputs, string weights)
    {
        writer.Write($"var {names.Batch} = new global::LossGen.Evaluation.LossBatch<{element}>(this.Reduction, {weights}, {(model.HasRows ? names.Columns : "0")}, this.MaxDegreeOfParallelism);");
        foreach (LossParameter input in inputs)
        {
            string shape = input.IsRow ? ", global::LossGen.InputShape.Row" : "";
            string method = input.Input.Role == InputRole.Label ? "AddLabels" : $"Add{input.Input.Role}";
            writer.Write($"{names.Batch}.{method}({Identifier.Escape(input.Input.Name)}, \"{input.Input.Name}\"{shape});");
        }
    }

    private static string SpanParameter(LossParameter input, string element) =>
        $"global::System.ReadOnlySpan<{(input.Input.Role == InputRole.Label ? "int" : element)}> {Identifier.Escape(input.Input.Name)}";

    private static void EmitMember(
        SourceWriter writer, LossModel model, string element, SpanNames names, string member, string summary, ImmutableArray<SpanOutput> outputs, Member kind)
    {
        List<string> parameters = [];
        writer.Write($"/// <summary>{summary}</summary>");
        ImmutableArray<LossParameter> inputs =
        [
            .. model.Parameters.Items.Where(input => input.Input.Role != InputRole.Hyperparameter && (kind != Member.Constant || input.Input.Role != InputRole.Prediction)),
        ];
        foreach (LossParameter input in inputs)
        {
            parameters.Add(SpanParameter(input, element));
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

        if (kind != Member.Values)
        {
            parameters.Add($"global::System.ReadOnlySpan<{element}> {names.Weights} = default");
            writer.Write($"/// <param name=\"{names.Weights}\">One non-negative weight per sample, or empty for equal weights.</param>");
        }

        if (ReturnsOf(model, kind) is { } returns)
        {
            writer.Write($"/// <returns>{returns}</returns>");
        }

        writer.Write("/// <exception cref=\"global::System.ArgumentException\">The batch is empty, lengths differ, a label is out of range or a weight is negative. Nothing has been written.</exception>");
        string returned = kind switch
        {
            Member.Loss => element,
            Member.Constant when IsOneNumber(model) => element,
            Member.Values or Member.Constant => "void",
            _ => "global::LossGen.LossExplanation?",
        };
        if (kind == Member.Constant && element == "double" && IsOneNumber(model) && model.OfRole(InputRole.Target).IsEmpty)
        {
            // Labels are integers for both element types, so that without weights nothing else tells the overloads apart.
            writer.Write("[global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)]");
        }

        writer.Write($"public {returned} {member}({string.Join(", ", parameters)})").Open();
        if (kind == Member.Constant)
        {
            EmitInputs(writer, model, element, names, inputs, names.Weights);
        }
        else
        {
            ImmutableArray<string> arguments =
            [
                .. inputs.Select(static input => Identifier.Escape(input.Input.Name)),
                .. model.HasRows ? ImmutableArray.Create(names.Columns) : [],
                kind == Member.Values ? "default" : names.Weights,
            ];
            writer.Write($"var {names.Batch} = this.{BatchMethod}({string.Join(", ", arguments)});");
        }

        foreach (SpanOutput output in outputs.Where(static output => output.Method.Length > 0))
        {
            writer.Write($"{names.Batch}.{output.Method}({Identifier.Escape(output.Name)}, \"{output.Name}\");");
        }

        string call = kind switch
        {
            Member.Explanation => $"Explain(ref {names.Batch})",
            Member.Constant => $"OptimalConstant({string.Join(", ", [$"ref {names.Batch}", .. outputs.Select(static output => output.Name)])})",
            _ => $"Evaluate(ref {names.Batch})",
        };
        writer.Write($"{(returned == "void" ? "" : "return ")}((global::LossGen.ILoss<{element}>)this).{call};").Close();
    }

    private static string? ReturnsOf(LossModel model, Member kind) => kind switch
    {
        Member.Loss => "The loss, reduced as <see cref=\"Reduction\"/> says.",
        Member.Explanation => "The first such sample and the subexpression where it begins; null if there is none.",
        Member.Constant when IsOneNumber(model) => "The score; the middle, where the minimum is an interval; infinite where the loss falls for ever.",
        _ => null,
    };

    /// <summary>Whether a constant can be fitted: to targets, and by predictions that need not sum to 1.</summary>
    public static bool HasOptimalConstant(LossModel model) =>
        model.Parameters.Items.Any(static parameter => parameter.Input.Role is InputRole.Target or InputRole.Label)
        && !model.Parameters.Items.Any(static parameter => parameter.Input.Role == InputRole.Prediction && parameter.Domain.IsSimplex);

    private static bool IsOneNumber(LossModel model) => model.OfRole(InputRole.Prediction) is [{ IsRow: false }];

    private static void EmitContract(SourceWriter writer, LoweredLoss lowered, string element, string batch)
    {
        LossModel model = lowered.Model;
        writer.Write($"global::LossGen.LossSignature global::LossGen.ILoss<{element}>.Signature => {DescriptionEmitter.Field}.Signature;").Blank();
        writer.Write($"global::LossGen.LossExplanation? global::LossGen.ILoss<{element}>.Explain(scoped ref global::LossGen.Evaluation.LossBatch<{element}> {batch})").Open();
        EmitRequirements(writer, model, batch);
        writer.Write($"return {DescriptionEmitter.Field}.Trace.Explain(in {batch}, [{HyperparameterValues(model)}]);").Close().Blank();
        writer.Write($"{element} global::LossGen.ILoss<{element}>.Evaluate(scoped ref global::LossGen.Evaluation.LossBatch<{element}> {batch})").Open();
        EmitRequirements(writer, model, batch);
        EmitEvaluation(writer, lowered, element, batch);
        writer.Close();
    }

    /// <summary>The hyperparameters as numbers, separated by commas.</summary>
    public static string HyperparameterValues(LossModel model) => string.Join(", ", model.ScalarHyperparameters.Select(parameter => ClassEmitter.HyperparameterValue(model, parameter)));

    /// <summary>The statements that evaluate a batch by the kernel for the hyperparameters.</summary>
    public static void EmitEvaluation(SourceWriter writer, LoweredLoss lowered, string element, string batch) =>
        KernelChoiceEmitter.EmitReturns(writer, lowered, kernel => EmitReturn(writer, kernel, element, batch));

    /// <summary>The statement that evaluates a batch by a kernel, in the variant for the exponent's value.</summary>
    private static void EmitReturn(SourceWriter writer, LoweredKernel kernel, string element, string batch)
    {
        string evaluator = kernel.Model.HasRows ? "RowEvaluator" : "ElementEvaluator";
        if (kernel.Exponent is not { } exponent)
        {
            writer.Write($"return {Evaluate("")};");
            return;
        }

        writer.Write($"return (double){ClassEmitter.HyperparameterName(kernel.Model, exponent)} switch").Write("{");
        foreach ((double value, string type) in Exponents.Where(variant => !kernel.Case.Excludes(exponent, variant.Value)))
        {
            writer.Indented($"{CSharpLiteral.Of(value)} => {Evaluate($"global::LossGen.Evaluation.{type}")},");
        }

        writer.Indented($"_ => {Evaluate(KernelEmitter.AnyExponent)},").Write("};");

        string Evaluate(string exponentType)
        {
            string type = KernelEmitter.TypeOf(kernel, element, exponentType);
            return $"global::LossGen.Evaluation.{evaluator}.Evaluate<{type}, {element}>(new {type}({KernelChoiceEmitter.ArgumentsOf(kernel)}), ref {batch})";
        }
    }

    private static void EmitRequirements(SourceWriter writer, LossModel model, string batch)
    {
        writer.Write($"{batch}.RequireInputs({DescriptionEmitter.Field}.Signature);");
        if (model.Options.Hessian == HessianPolicyKind.None)
        {
            writer.Write($"{batch}.ForbidHessian();");
        }

        foreach (LossParameter row in model.SharedRows)
        {
            writer.Write($"{batch}.SetHyperparameter({row.Input.Position}, {ClassEmitter.HyperparameterName(model, row.Input)}, \"{row.Input.Name}\");");
        }

        if (model.HasClasses)
        {
            LossParameter? weights = model.SharedRows.FirstOrDefault(static row => row.HoldsClassWeights);
            writer.Write($"{batch}.IgnoreLabel(this.IgnoredLabel);");
            writer.Write($"{batch}.WeighClasses({(weights is null ? "this.ClassWeights" : $"{ClassEmitter.HyperparameterName(model, weights.Input)}, areInFormula: true")});");
        }

        if (model.HasFixedColumns)
        {
            writer.Write($"{batch}.RequireExactColumns({model.MinimumColumns});");
        }
        else if (model.MinimumColumns > 1)
        {
            writer.Write($"{batch}.RequireColumns({model.MinimumColumns});");
        }
    }

    /// <summary>What a member is for.</summary>
    private enum Member
    {
        Loss,
        Values,
        Explanation,
        Constant,
    }

    /// <summary>A span that a member fills, and the batch's method that takes it; empty where it is not part of the batch.</summary>
    private sealed record SpanOutput(string Name, string Method, string Description);

    /// <summary>The names of the members' other parameters, none of which may be that of an input.</summary>
    private sealed class SpanNames
    {
        public SpanNames(LossModel model)
        {
            NameAllocator names = NameAllocator.Beside(model);
            Columns = names.Allocate("columns");
            Weights = names.Allocate("weights");
            Batch = names.Allocate("batch");
            Values = new(names.Allocate("values"), "SetValues", "Receives one loss per sample.");
            ImmutableArray<LossParameter> predictions = model.OfRole(InputRole.Prediction);
            Constants = new(
                names.Allocate("constants"),
                "",
                predictions.Length == 1
                    ? "Receives one score per column; infinite ones where the loss falls for ever, and with sum 0 where only their differences matter."
                    : "Receives the scores, prediction by prediction; infinite ones where the loss falls for ever.");
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

        public SpanOutput Constants { get; }

        public ImmutableArray<SpanOutput> Gradients { get; }

        public ImmutableArray<SpanOutput> Hessians { get; }
    }
}
