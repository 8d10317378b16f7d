using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Testing;

/// <summary>A source in which <c>[|…|]</c> marks where diagnostics are expected.</summary>
/// <param name="Text">The source without the marks.</param>
/// <param name="Spans">The marked spans, in order.</param>
public sealed record MarkedSource(string Text, ImmutableArray<TextSpan> Spans)
{
    public static MarkedSource Parse(string marked)
    {
        StringBuilder text = new();
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
        int start = -1;
        for (int index = 0; index < marked.Length; index++)
        {
            string pair = index + 1 < marked.Length ? marked.Substring(index, 2) : "";
            if (pair == "[|")
            {
                start = text.Length;
                index++;
            }
            else if (pair == "|]" && start >= 0)
            {
                spans.Add(TextSpan.FromBounds(start, text.Length));
                start = -1;
                index++;
            }
            else
            {
                text.Append(marked[index]);
            }
        }

        return new(text.ToString(), spans.ToImmutable());
    }
}
