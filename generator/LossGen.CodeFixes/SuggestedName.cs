using System.Threading.Tasks;
using LossGen.Generator.Parsing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.CodeFixes;

/// <summary>Replaces a misspelt name by the one that the diagnostic suggests.</summary>
internal static class SuggestedName
{
    public static async Task OfferAsync(CodeFixContext context, string key)
    {
        if (context.Diagnostics[0].Properties.TryGetValue(Suggestion.PropertyName, out string? name)
            && name is not null
            && await FormulaPlace.FindAsync(context).ConfigureAwait(false) is { } place
            && SyntaxFacts.IsValidIdentifier(place.Text.TrimStart('@')))
        {
            place.Offer(context, $"Change '{place.Text}' to '{name}'", key, new TextChange(place.Span, name));
        }
    }
}
