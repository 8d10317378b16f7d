using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>The links of a loss: a property for each prediction, and what the signature says about it.</summary>
internal static class LinkEmitter
{
    public static void EmitProperties(SourceWriter writer, LossModel model)
    {
        ImmutableArray<LossParameter> predictions = model.OfRole(InputRole.Prediction);
        foreach (LossParameter prediction in predictions)
        {
            string name = prediction.Input.Name;
            writer.Write((prediction.Link, prediction.ScoreOf) switch
            {
                (LinkKind.Identity, LinkKind.Identity) => $"/// <summary>The formula is written on the score <c>{name}</c> itself.</summary>",
                (LinkKind.Identity, _) => $"/// <summary>The function from the raw score <c>{name}</c>, which the formula is written on, to what it predicts.</summary>",
                _ => $"/// <summary>The function from the raw score that the members take to the <c>{name}</c> that the formula is written on.</summary>",
            });
            writer.Write($"public static global::LossGen.Link {NameOf(prediction, predictions.Length)} => global::LossGen.Link.{prediction.OutputLink};").Blank();
        }
    }

    /// <summary>The name of a prediction's property.</summary>
    public static string NameOf(LossParameter prediction, int predictions) => predictions == 1 ? "Link" : $"{Identifier.Pascal(prediction.Input.Name)}Link";

    /// <summary>What the signature says of an input beside name and shape, as an object initializer.</summary>
    public static string FactsOf(LossParameter input)
    {
        if (input.Input.Role != InputRole.Prediction)
        {
            return "";
        }

        List<string> facts = [];
        if (input.OutputLink != LinkKind.Identity)
        {
            facts.Add($"Link = global::LossGen.Link.{input.OutputLink}");
        }

        if (input.Link == LinkKind.Identity)
        {
            if (!double.IsNegativeInfinity(input.Domain.Low))
            {
                facts.Add($"Minimum = {CSharpLiteral.Of(input.Domain.Low)}");
            }

            if (!double.IsPositiveInfinity(input.Domain.High))
            {
                facts.Add($"Maximum = {CSharpLiteral.Of(input.Domain.High)}");
            }
        }

        return facts.Count == 0 ? "" : $" {{ {string.Join(", ", facts)} }}";
    }
}
