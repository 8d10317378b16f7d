using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Parsing;
using LossGen.Generator.Stability.Learning;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Analyzers;

/// <summary>What is known about one loss of a compilation.</summary>
/// <param name="Model">The loss.</param>
/// <param name="Origins">Where its parts stand.</param>
/// <param name="Findings">What the analysis has found.</param>
/// <param name="Learning">What stands in the way of learning.</param>
internal sealed record LossReport(LossModel Model, FormulaOrigins Origins, EquatableArray<Finding> Findings, EquatableArray<LearningFinding> Learning)
{
    /// <summary>The place of an expression in the file of the loss, where an IDE shows it, and the other places that matter.</summary>
    public (Location Place, ImmutableArray<Location> Others) Locate(Expr expression, ISymbol loss)
    {
        Location declared = loss.Locations[0];
        ImmutableArray<FormulaOrigin> places = PlacesOf(expression);
        if (places.FirstOrDefault(place => place.Source.Tree == declared.SourceTree) is { } here)
        {
            Location[] others =
            [
                .. here.Caller is { } call ? [call.Source.Locate(call.Node.Span)] : ImmutableArray<Location>.Empty,
                .. places.Take(1).Where(place => place.Source.Tree != declared.SourceTree).Select(static place => place.Location),
            ];
            return (here.Location, [.. others]);
        }

        return places.FirstOrDefault() is { Caller: { } caller } elsewhere
            ? (caller.Source.Locate(caller.Node.Span), [elsewhere.Location])
            : (declared, []);
    }

    /// <summary>
    /// The places of an expression, in the order of the source. An expression that has none, because the language makes it of a name, is
    /// found where the smallest expression with it stands.
    /// </summary>
    public ImmutableArray<FormulaOrigin> PlacesOf(Expr expression)
    {
        if (Origins.Of(expression) is { IsEmpty: false } own)
        {
            return own;
        }

        foreach (FormulaOrigin origin in Origins.All)
        {
            if (Contains(origin.Expression, expression))
            {
                return [origin];
            }
        }

        return [];
    }

    private static bool Contains(Expr whole, Expr part) =>
        ExprOrder.ChildrenFirst(whole, ExprChildren.Of).Any(node => node.Equals(part));
}
