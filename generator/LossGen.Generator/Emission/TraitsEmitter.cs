using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Ranges;
using LossGen.Generator.Stability.Traits;

namespace LossGen.Generator.Emission;

/// <summary>What is proven of a loss: a property of its class, and a sentence of its docs.</summary>
internal static class TraitsEmitter
{
    public static void EmitProperty(SourceWriter writer, ProvenTraits traits)
    {
        writer.Write("/// <summary>What is proven of the loss, with hyperparameters in their declared ranges or else at their defaults.</summary>");
        writer.Write("public static global::LossGen.LossTraits Traits { get; } = new(");
        string flags = $"IsConvex: {Keyword(traits.IsConvex)}, IsSmooth: {Keyword(traits.IsSmooth)}, IsSymmetric: {Keyword(traits.IsSymmetric)}, HasConstantHessian: {Keyword(traits.HasConstantHessian)}";
        string bounds = $"LipschitzBound: {CSharpLiteral.Of(traits.LipschitzBound)}, CurvatureBound: {CSharpLiteral.Of(traits.CurvatureBound)}, LowerBound: {CSharpLiteral.Of(traits.LowerBound)}";
        writer.Indented($"{flags},").Indented($"{bounds});").Blank();
    }

    /// <summary>The traits as a sentence; null if there are none.</summary>
    public static string? Describe(LossModel model, ProvenTraits traits)
    {
        List<string> parts = [];
        Add(traits.IsConvex, "convex");
        Add(traits.IsSmooth, "smooth");
        Add(traits.IsSymmetric, "symmetric in prediction and target");
        Add(traits.HasConstantHessian, "of constant curvature");
        Add(!double.IsInfinity(traits.LipschitzBound), $"gradient at most {Short(traits.LipschitzBound)} in magnitude");
        Add(!double.IsInfinity(traits.CurvatureBound) && !traits.HasConstantHessian, $"second derivative at most {Short(traits.CurvatureBound)}");
        Add(!double.IsInfinity(traits.LowerBound), $"loss at least {Turned(Short(-traits.LowerBound))}");
        string defaults = string.Join(", ", model.OfRole(InputRole.Hyperparameter)
            .Where(static parameter => InputDomains.DefaultOf(parameter) is not null)
            .Select(static parameter => $"{parameter.Input.Name} = {parameter.DefaultValue!.TrimEnd('f', 'd')}"));
        return parts.Count == 0 ? null : $"Proven{(defaults.Length > 0 ? $" for {defaults}" : "")}: {string.Join("; ", parts)}.";

        void Add(bool holds, string text)
        {
            if (holds)
            {
                parts.Add(text);
            }
        }
    }

    private static string Turned(string number) => number switch
    {
        "0" => number,
        _ when number[0] == '−' => number.Substring(1),
        _ => "−" + number,
    };

    private static string Keyword(bool value) => value ? "true" : "false";

    /// <summary>A bound in four digits, rounded up; for the negative of a lower bound, that one down.</summary>
    private static string Short(double bound)
    {
        double unit = bound == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(bound))) - 3);
        double rounded = Math.Ceiling(Math.Round(bound / unit, 6)) * unit;
        return rounded.ToString("G4", CultureInfo.InvariantCulture).Replace("-", "−");
    }
}
