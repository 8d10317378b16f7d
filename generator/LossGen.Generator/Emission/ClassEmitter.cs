using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Traits;

namespace LossGen.Generator.Emission;

/// <summary>The public class of a loss: hyperparameters, options and the members for both element types.</summary>
internal static class ClassEmitter
{
    private static readonly ImmutableArray<string> ElementTypes = ["float", "double"];

    public static void Emit(SourceWriter writer, LoweredLoss lowered, Derivation derivation, ProvenTraits traits)
    {
        LossModel model = lowered.Model;
        LossType type = model.Type;
        DocsEmitter.EmitClassDocs(writer, model, derivation, traits);
        string modifiers = type.CompletesPartialType ? "partial" : $"{type.Header.Accessibility} sealed partial";
        string? baseClass = BaseClass.Of(model);
        string derivesFrom = baseClass is null ? "global::LossGen.ILoss<float>, global::LossGen.ILoss<double>" : $"global::LossGen.{baseClass}";
        writer.Write($"{modifiers} {type.Header.Keyword} {type.Header.Name}{type.Header.TypeParameters} : {derivesFrom}").Open();
        EmitHyperparameters(writer, model);
        TraitsEmitter.EmitProperty(writer, traits);
        LinkEmitter.EmitProperties(writer, model);
        if (baseClass is null)
        {
            EmitMembers(writer, lowered);
        }
        else
        {
            OverridesEmitter.Emit(writer, lowered);
        }

        DescriptionEmitter.Emit(writer, model, derivation);
        writer.Blank();
        foreach (LoweredKernel kernel in lowered.Kernels)
        {
            if (kernel.Number > 1)
            {
                writer.Blank();
            }

            KernelEmitter.Emit(writer, kernel);
        }

        writer.Close();
    }

    /// <summary>All members, of a loss that no base class fits.</summary>
    private static void EmitMembers(SourceWriter writer, LoweredLoss lowered)
    {
        LossModel model = lowered.Model;
        EmitOptions(writer, model);
        foreach (string element in ElementTypes)
        {
            writer.Blank();
            EvaluationEmitter.Emit(writer, lowered, element);
            if (!model.HasRows)
            {
                ScalarMembersEmitter.Emit(writer, lowered, element);
            }
        }
    }

    /// <summary>How a hyperparameter is read in the members of the class.</summary>
    public static string HyperparameterName(LossModel model, Input hyperparameter) =>
        model.Type.CompletesPartialType ? Identifier.Escape(hyperparameter.Name) : Identifier.Pascal(hyperparameter.Name);

    /// <summary>How a hyperparameter is read as a number.</summary>
    public static string HyperparameterValue(LossModel model, LossParameter parameter)
    {
        string name = HyperparameterName(model, parameter.Input);
        return parameter.Type == "bool" ? $"{name} ? 1.0 : 0.0" : name;
    }

    /// <summary>A new class gets a constructor and properties; the author of a partial type has written a primary constructor.</summary>
    private static void EmitHyperparameters(SourceWriter writer, LossModel model)
    {
        ImmutableArray<LossParameter> hyperparameters = model.OfRole(InputRole.Hyperparameter);
        if (model.Type.CompletesPartialType || hyperparameters.IsEmpty)
        {
            return;
        }

        writer.Write($"/// <summary>Creates the loss with its hyperparameters.</summary>");
        foreach (LossParameter parameter in hyperparameters)
        {
            writer.Write($"/// <param name=\"{parameter.Input.Name}\">The formula's <c>{parameter.Input.Name}</c>{DocsEmitter.DomainOf(parameter)}.</param>");
        }

        string parameters = string.Join(", ", hyperparameters.Select(static parameter =>
            $"{TypeOf(parameter)} {Identifier.Escape(parameter.Input.Name)}{(parameter.DefaultValue is { } value ? $" = {value}" : "")}"));
        writer.Write($"public {model.Type.Header.Name}({parameters})").Open();
        foreach (LossParameter parameter in hyperparameters)
        {
            writer.Write($"{Identifier.Pascal(parameter.Input.Name)} = {Identifier.Escape(parameter.Input.Name)};");
        }

        writer.Close();
        foreach (LossParameter parameter in hyperparameters)
        {
            writer.Blank();
            writer.Write($"/// <summary>The formula's <c>{parameter.Input.Name}</c>{DocsEmitter.DomainOf(parameter)}.</summary>");
            writer.Write($"public {TypeOf(parameter)} {Identifier.Pascal(parameter.Input.Name)} {{ get; }}");
        }

        writer.Blank();
    }

    private static string TypeOf(LossParameter parameter) => parameter.IsRow ? "global::LossGen.Row" : parameter.Type;

    /// <summary>What labels say about the weights of samples.</summary>
    private static void EmitClassOptions(SourceWriter writer, LossModel model)
    {
        writer.Blank().Write("/// <summary>The label that marks samples to leave out, as if their weight were 0; null if there is none. All other labels must be classes.</summary>");
        writer.Write("public int? IgnoredLabel { get; init; }");
        if (!model.HasClassWeightsInFormula)
        {
            writer.Blank().Write("/// <summary>One weight per class, by which the weight of each sample is multiplied; without elements, all classes weigh the same.</summary>");
            writer.Write("public global::LossGen.Row ClassWeights { get; init; }");
        }
    }

    private static void EmitOptions(SourceWriter writer, LossModel model)
    {
        writer.Write("/// <summary>How the losses of a batch's samples become one number.</summary>");
        writer.Write($"public global::LossGen.Reduction Reduction {{ get; init; }} = global::LossGen.Reduction.{model.Options.Reduction};").Blank();
        writer.Write("/// <summary>The largest number of threads, at least 1. The results do not depend on it.</summary>");
        writer.Write("public int MaxDegreeOfParallelism { get; init; } = 1;");
        if (model.HasClasses)
        {
            EmitClassOptions(writer, model);
        }
    }
}
