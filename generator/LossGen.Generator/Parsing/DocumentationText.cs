using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>The author's XML summary as plain text. It is read from the source, because a compilation without documentation output has no documentation.</summary>
internal static class DocumentationText
{
    private const string Marker = "///";

    public static string? SummaryOf(SyntaxNode declaration)
    {
        SyntaxTriviaList trivia = declaration.GetLeadingTrivia();
        if (!trivia.Any(static item => item.ToFullString().StartsWith(Marker, System.StringComparison.Ordinal)))
        {
            return null;
        }

        StringBuilder xml = new("<doc>");
        foreach (string line in trivia.ToFullString().Split('\n').Select(static line => line.TrimStart()).Where(static line => line.StartsWith(Marker, System.StringComparison.Ordinal)))
        {
            xml.Append(line.Substring(Marker.Length)).Append('\n');
        }

        try
        {
            return XElement.Parse(xml.Append("</doc>").ToString()).Element("summary") is { } summary ? Plain(summary) : null;
        }
        catch (XmlException)
        {
            // The compiler reports malformed documentation, where it is asked to read it.
            return null;
        }
    }

    private static string? Plain(XElement summary)
    {
        string text = Regex.Replace(string.Concat(summary.Nodes().Select(Plain)), @"\s+", " ").Trim();
        return text.Length == 0 ? null : text;
    }

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when element.Nodes().Any() => string.Concat(element.Nodes().Select(Plain)),
        XElement element => (string?)element.Attribute("cref") ?? (string?)element.Attribute("name") ?? (string?)element.Attribute("langword") ?? " ",
        _ => string.Empty,
    };
}
