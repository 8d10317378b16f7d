using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using LossGen.Generator.Calculus;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>What a finished formula reads.</summary>
internal static class FormulaInputs
{
    /// <summary>Reports parameters that the formula does not depend on, and columns without a row that has them.</summary>
    public static void Check(ParseSession session, LossDeclaration loss, ImmutableArray<LossParameter> parameters, Expr formula)
    {
        bool hasRows = parameters.Any(static parameter => parameter.IsRow && parameter.Input.Role != InputRole.Hyperparameter);
        bool hasSharedRow = parameters.Any(static parameter => parameter.IsRow && parameter.Input.Role == InputRole.Hyperparameter);
        if (!hasRows && (hasSharedRow || NodesOf(formula).Any(static node => node is ColumnCount or Column or OtherColumn or Reduce)))
        {
            session.Report(
                DiagnosticDescriptors.ShapeMismatch,
                () => loss.Source.Locate(loss.Body.Span),
                hasSharedRow ? "A hyperparameter of type Row" : "A function on rows",
                $"{(hasSharedRow ? "a prediction or target" : "a parameter")} of type Row, which says how many columns there are",
                "a loss of numbers alone");
        }

        HashSet<Input> used = [.. NodesOf(formula).Select(static node => node switch
        {
            Variable variable => variable.Input,
            Read read => read.Row,
            _ => null,
        }).OfType<Input>()];
        foreach ((LossParameter parameter, ParameterDeclaration declaration) in parameters.Zip(loss.Parameters, static (parameter, declaration) => (parameter, declaration)))
        {
            if (!used.Contains(parameter.Input))
            {
                DiagnosticDescriptor rule = parameter.Input.Role == InputRole.Prediction ? DiagnosticDescriptors.UnusedPrediction : DiagnosticDescriptors.UnusedParameter;
                session.Report(rule, () => declaration.Source.Locate(declaration.Syntax.Identifier.Span), parameter.Input.Name);
            }
        }
    }

    /// <summary>The number of columns that constant indices need.</summary>
    public static int MinimumColumns(Expr formula) => NodesOf(formula).Select(static node => node switch
    {
        Read { Index: Literal index } => (int)index.Value + 1,
        Read { Index: Call { Function: Subtract } fromEnd } when fromEnd[0] is ColumnCount && fromEnd[1] is Literal offset => (int)offset.Value,
        _ => 0,
    }).DefaultIfEmpty(0).Max();

    /// <summary>
    /// Whether rows are read at constant indices, counted from the front, and in no other way. Where there are classes, or columns that a softmax link or a simplex ties together, a
    /// column matters without being read.
    /// </summary>
    public static bool HasFixedColumns(ImmutableArray<LossParameter> parameters, Expr formula) =>
        parameters.Any(static parameter => parameter.IsRow)
        && !parameters.Any(static parameter => parameter.Input.Role == InputRole.Label || parameter.OutputLink == LinkKind.SoftMax || parameter.Domain.IsSimplex)
        && NodesOf(formula).Any(static node => node is Read)
        && NodesOf(formula).All(static node => node is not (ColumnCount or Column or OtherColumn or Reduce or SumOverOthers or Read { Index: not Literal }));

    private static IEnumerable<Expr> NodesOf(Expr formula)
    {
        HashSet<Expr> seen = new(ReferenceComparer.Instance);
        Stack<Expr> waiting = new([formula]);
        while (waiting.Count > 0)
        {
            Expr node = waiting.Pop();
            if (seen.Add(node))
            {
                yield return node;
                foreach (Expr child in ExprChildren.Of(node))
                {
                    waiting.Push(child);
                }
            }
        }
    }

    private sealed class ReferenceComparer : IEqualityComparer<Expr>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(Expr? x, Expr? y) => ReferenceEquals(x, y);

        public int GetHashCode(Expr obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
