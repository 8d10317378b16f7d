using System.Globalization;
using System.Security;
using System.Text;

namespace LossGen.Benchmarks.Comparison.Reports;

/// <summary>A bar of a <see cref="BarChart"/>.</summary>
/// <param name="Label">Who it is.</param>
/// <param name="Length">The number, on a logarithmic scale.</param>
/// <param name="IsOurs">Whether it is the one that the chart is about.</param>
internal sealed record Bar(string Label, double Length, bool IsOurs);

/// <summary>Bars under each other.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Bars">From top to bottom.</param>
internal sealed record BarGroup(string Title, IReadOnlyList<Bar> Bars);

/// <summary>Horizontal bars on a logarithmic scale, as an SVG that has its own background, light or dark as the reader's.</summary>
internal static class BarChart
{
    private const int Width = 760;
    private const int LabelWidth = 150;
    private const int ValueWidth = 70;
    private const int HeaderHeight = 46;
    private const int GroupHeight = 30;
    private const int BarHeight = 13;
    private const int BarPitch = 17;
    private const int FooterHeight = 40;

    private const string Style = """
          <style>
            .card { fill: #ffffff; stroke: #d0d7de; }
            text { fill: #1f2328; font: 12px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
            .heading { font-size: 15px; font-weight: 600; }
            .group { font-weight: 600; }
            .quiet { fill: #59636e; }
            .grid { stroke: #d0d7de; }
            .ours { fill: #0a6ecf; }
            .theirs { fill: #a6b1bd; }
            @media (prefers-color-scheme: dark) {
              .card { fill: #0d1117; stroke: #3d444d; }
              text { fill: #f0f6fc; }
              .quiet { fill: #9198a1; }
              .grid { stroke: #3d444d; }
              .ours { fill: #4493f8; }
              .theirs { fill: #565f6a; }
            }
          </style>
        """;

    /// <summary>Draws the chart.</summary>
    /// <param name="title">Above all groups.</param>
    /// <param name="unit">Of the numbers, under the axis.</param>
    /// <param name="groups">From top to bottom.</param>
    internal static string Draw(string title, string unit, IReadOnlyList<BarGroup> groups)
    {
        IEnumerable<double> lengths = groups.SelectMany(static group => group.Bars).Select(static bar => bar.Length);
        int first = (int)Math.Floor(Math.Log10(lengths.Min() * 0.99));
        int last = (int)Math.Ceiling(Math.Log10(lengths.Max()));
        int axis = HeaderHeight + groups.Sum(static group => GroupHeight + group.Bars.Count * BarPitch) + 8;
        var picture = new StringBuilder();
        picture.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {axis + FooterHeight}\" width=\"{Width}\" height=\"{axis + FooterHeight}\" role=\"img\" aria-label=\"{Escape(title)}\">\n{Style}\n");
        picture.Append(CultureInfo.InvariantCulture, $"  <rect class=\"card\" x=\"0.5\" y=\"0.5\" width=\"{Width - 1}\" height=\"{axis + FooterHeight - 1}\" rx=\"6\"/>\n");
        Text(16, 28, "heading", "start", title);
        for (int decade = first; decade <= last; decade++)
        {
            double x = X(Math.Pow(10, decade));
            picture.Append(CultureInfo.InvariantCulture, $"  <line class=\"grid\" x1=\"{x:0.#}\" y1=\"{HeaderHeight}\" x2=\"{x:0.#}\" y2=\"{axis}\"/>\n");
            Text(x, axis + 15, "quiet", "middle", Math.Pow(10, decade).ToString("0.###", CultureInfo.InvariantCulture));
        }

        Text((LabelWidth + Width - ValueWidth) / 2.0, axis + 31, "quiet", "middle", unit);
        int y = HeaderHeight;
        foreach (BarGroup group in groups)
        {
            Text(16, y + 20, "group", "start", group.Title);
            y += GroupHeight;
            foreach (Bar bar in group.Bars)
            {
                double end = X(bar.Length);
                Text(LabelWidth - 8, y + 11, bar.IsOurs ? "group" : "quiet", "end", bar.Label);
                picture.Append(CultureInfo.InvariantCulture, $"  <rect class=\"{(bar.IsOurs ? "ours" : "theirs")}\" x=\"{LabelWidth}\" y=\"{y}\" width=\"{end - LabelWidth:0.#}\" height=\"{BarHeight}\" rx=\"2\"/>\n");
                Text(end + 6, y + 11, bar.IsOurs ? "group" : "quiet", "start", Figures.Digits(bar.Length));
                y += BarPitch;
            }
        }

        return picture.Append("</svg>\n").ToString();

        double X(double length) => LabelWidth + (Math.Log10(length) - first) / (last - first) * (Width - LabelWidth - ValueWidth);

        void Text(double x, double baseline, string style, string anchor, string text) => picture.Append(
            CultureInfo.InvariantCulture,
            $"  <text class=\"{style}\" x=\"{x:0.#}\" y=\"{baseline:0.#}\" text-anchor=\"{anchor}\">{Escape(text)}</text>\n");
    }

    private static string Escape(string text) => SecurityElement.Escape(text);
}
