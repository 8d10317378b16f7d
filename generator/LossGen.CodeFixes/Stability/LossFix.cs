using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.CodeFixes.Stability;

/// <summary>An edit that mends a finding.</summary>
/// <param name="Changes">What changes in the file.</param>
/// <param name="Replacement">The new text of the first place.</param>
/// <param name="IsOneCall">Whether that is the call of one function.</param>
/// <param name="LostComments">How many comments stood in what is replaced.</param>
/// <param name="IsEquivalent">Whether the loss stays the same over the real numbers.</param>
/// <param name="Remaining">How much the analysis has to say about the loss afterwards.</param>
internal sealed record LossFix(ImmutableArray<TextChange> Changes, string Replacement, bool IsOneCall, int LostComments, bool IsEquivalent, int Remaining)
{
    private const int LongestText = 60;

    /// <summary>By how many characters the file grows.</summary>
    public int Growth => Changes.Sum(static change => change.NewText!.Length - change.Span.Length);

    public string Title
    {
        get
        {
            string text = Replacement.Length <= LongestText ? Replacement : Replacement.Substring(0, LongestText - 1) + "…";
            return $"Write '{text}' ({(IsEquivalent ? "equivalent" : "changes the value")})";
        }
    }
}
