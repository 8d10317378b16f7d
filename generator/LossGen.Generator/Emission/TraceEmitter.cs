using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;

namespace LossGen.Generator.Emission;

/// <summary>The trace of a loss: value and gradient as a list of operations with their texts, by which <c>Explain</c> finds where NaN and infinities begin.</summary>
internal static class TraceEmitter
{
    /// <summary>The number of operations from which a part of a subexpression is left out of its text.</summary>
    private const int LongPart = 16;

    public static void EmitLines(SourceWriter writer, LossModel model, Derivation derivation)
    {
        ImmutableArray<Expr> roots = [derivation.Value, .. derivation.Derivatives.Select(static derivatives => derivatives.Gradient)];
        Dictionary<Expr, int> places = [];
        foreach (Expr node in ExprOrder.ChildrenFirst(roots, ExprChildren.Of))
        {
            writer.Indented(Print(node));
            places.Add(node, places.Count);
        }

        writer.Indented($"loss {places[derivation.Value]}");
        foreach (PredictionDerivatives derivatives in derivation.Derivatives)
        {
            writer.Indented($"gradient {places[derivatives.Gradient]} {derivatives.Prediction.Input.Name}");
        }

        string Print(Expr node) => node switch
        {
            Literal literal => $"Constant {NumberText(literal.Value)}",
            Truth truth => $"Constant {(truth.Value ? "1" : "0")}",
            Variable variable => $"{variable.Input.Role} {variable.Input.Position} {variable.Input.Name}{DomainOf(variable.Input)}",
            Read read => $"{read.Row.Role}At {read.Row.Position} {read.Row.Name} {places[read.Index]}{DomainOf(read.Row)}",
            Column => "Column",
            OtherColumn => "OtherColumn",
            SumOverOthers sum => $"SumOverOthers {places[sum.Body]} : {TextOf(sum)}",
            ColumnCount => "Columns",
            Select select => $"Choice {places[select.Condition]} {places[select.WhenTrue]} {places[select.WhenFalse]} : {TextOf(select)}",
            Reduce reduce => $"Reduce {reduce.Kind} {places[reduce.Body]} : {TextOf(reduce)}",
            _ => PrintCall((Call)node),
        };

        string PrintCall(Call call) => $"{call.Function.Name}{string.Concat(call.Arguments.Items.Select(argument => $" {places[argument]}"))} : {TextOf(call)}";

        string TextOf(Expr node) => MathPrinter.Print(node, part => !ReferenceEquals(part, node) && part.Size >= LongPart ? "…" : null);

        // With a link, the author's domain is that of the prediction, and the input is the raw score.
        string DomainOf(Input input)
        {
            LossParameter parameter = model.Parameters.Items.First(parameter => parameter.Input == input);
            Domain domain = parameter.Domain;
            return input.Role is not (InputRole.Prediction or InputRole.Target) || parameter.Link != LinkKind.Identity || !domain.IsDeclared ? ""
                : domain.AllowedValues.Count > 0 ? $" of {string.Join(" ", domain.AllowedValues.Items.Select(NumberText))}"
                : $" in {NumberText(domain.Low)} {NumberText(domain.High)}";
        }
    }

    private static string NumberText(double value) => double.IsInfinity(value) ? value > 0 ? "∞" : "-∞" : double.IsNaN(value) ? "NaN" : CSharpLiteral.Of(value);
}
