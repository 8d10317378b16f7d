using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Emission;

/// <summary>The trace of a loss: value and gradient as a list of operations with their texts, by which <c>Explain</c> finds where NaN and infinities begin.</summary>
internal static class TraceEmitter
{
    private const string Step = "global::LossGen.Explanation.TraceStep";

    /// <summary>The number of operations from which a part of a subexpression is left out of its text.</summary>
    private const int LongPart = 16;

    public static void Emit(SourceWriter writer, LossModel model, Derivation derivation)
    {
        ImmutableArray<Expr> roots = [derivation.Value, .. derivation.Derivatives.Select(static derivatives => derivatives.Gradient)];
        Dictionary<Expr, int> places = [];
        writer.Blank().Write("private static readonly global::LossGen.Explanation.LossTrace s_trace = new(").Write("[");
        foreach (Expr node in ExprOrder.ChildrenFirst(roots, ExprChildren.Of))
        {
            writer.Indented($"{Step}.{Print(node)},");
            places.Add(node, places.Count);
        }

        string gradients = string.Concat(derivation.Derivatives.Select(derivatives => $", ({Quote(derivatives.Prediction.Input.Name)}, {places[derivatives.Gradient]})"));
        writer.Write("],").Write($"{places[derivation.Value]}{gradients});");

        string Print(Expr node) => node switch
        {
            Literal literal => $"Constant({CSharpLiteral.Of(literal.Value)})",
            Truth truth => $"Constant({(truth.Value ? "1.0" : "0.0")})",
            Variable variable => $"{variable.Input.Role}({variable.Input.Position}, {Quote(variable.Input.Name)}{DomainOf(variable.Input)})",
            Read read => $"{read.Row.Role}At({read.Row.Position}, {Quote(read.Row.Name)}, {places[read.Index]}{DomainOf(read.Row)})",
            Column => "Column()",
            ColumnCount => "Columns()",
            Select select => $"Choice({TextOf(select)}, {places[select.Condition]}, {places[select.WhenTrue]}, {places[select.WhenFalse]})",
            Reduce reduce => $"Reduce({TextOf(reduce)}, global::LossGen.Explanation.TraceReduction.{reduce.Kind}, {places[reduce.Body]})",
            _ => PrintCall((Call)node),
        };

        string PrintCall(Call call)
        {
            ImmutableArray<string> arguments = [.. call.Arguments.Items.Select(static (argument, position) => argument.IsCondition ? $"(x[{position}] != 0.0)" : $"x[{position}]")];
            string result = ScalarPrinter.PrintCall(call.Function, arguments);
            return $"Call({TextOf(call)}, static x => {(call.IsCondition ? $"{result} ? 1.0 : 0.0" : result)}{string.Concat(call.Arguments.Items.Select(argument => $", {places[argument]}"))})";
        }

        string TextOf(Expr node) => Quote(MathPrinter.Print(node, part => !ReferenceEquals(part, node) && part.Size >= LongPart ? "…" : null));

        // With a link, the author's domain is that of the prediction, and the input is the raw score.
        string DomainOf(Input input)
        {
            LossParameter parameter = model.Parameters.Items.First(parameter => parameter.Input == input);
            Domain domain = parameter.Domain;
            return input.Role is not (InputRole.Prediction or InputRole.Target) || parameter.Link != LinkKind.Identity || !domain.IsDeclared ? ""
                : domain.AllowedValues.Count > 0 ? $", allowed: [{string.Join(", ", domain.AllowedValues.Items.Select(CSharpLiteral.Of))}]"
                : $", range: [{CSharpLiteral.Of(domain.Low)}, {CSharpLiteral.Of(domain.High)}]";
        }
    }

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
