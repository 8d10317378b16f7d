using System.Globalization;
using System.Net;
using System.Text;

namespace LossGen.Samples.Quickstart;

/// <summary>Draws every loss with its generated gradient, as small multiples in one SVG file.</summary>
internal static class LossPicture
{
    private const int PanelWidth = 440;
    private const int PanelHeight = 300;
    private const int HeaderHeight = 72;
    private const int FooterHeight = 12;
    private const int PanelsPerRow = 2;
    private const int Samples = 400;

    // Neighbouring samples this far apart, as a part of the height, are the two sides of a jump.
    private const double Jump = 0.2;

    private const string LossColor = "#1d4ed8";
    private const string GradientColor = "#ea580c";

    private static readonly Panel[] Panels = MakePanels();

    internal static void Write(string path) => File.WriteAllText(path, Draw());

    internal static string Draw()
    {
        int rows = (Panels.Length + PanelsPerRow - 1) / PanelsPerRow;
        var (width, height) = (PanelsPerRow * PanelWidth, HeaderHeight + (rows * PanelHeight) + FooterHeight);
        var svg = new StringBuilder();
        svg.Append(Line($"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="12" fill="#1f2937">"""));
        svg.Append(Line($"<title>Four losses and their generated gradients</title>"));
        svg.Append(Line($"""<rect width="{width}" height="{height}" fill="#ffffff"/>"""));
        svg.Append(Line($"""<text x="24" y="34" font-size="20" font-weight="600">Losses and their generated gradients</text>"""));
        DrawLegend(svg);
        for (int i = 0; i < Panels.Length; i++)
        {
            var (row, column) = Math.DivRem(i, PanelsPerRow);
            svg.Append(Line($"""<g transform="translate({column * PanelWidth} {HeaderHeight + (row * PanelHeight)})">"""));
            DrawPanel(svg, Panels[i]);
            svg.Append(Line($"</g>"));
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static Panel[] MakePanels()
    {
        var squared = new SquaredErrorLoss();
        var absolute = new AbsoluteErrorLoss();
        var huber = new HuberLoss(delta: 1.345);
        var logistic = new BinaryCrossEntropy();
        const string Residual = "prediction − target";
        return
        [
            new("Squared error", "½·(p − y)²", Residual, -4, 4, x => squared.Loss(x, 0.0), x => squared.Derivative(x, 0.0)),
            new("Absolute error", "|p − y|", Residual, -4, 4, x => absolute.Loss(x, 0.0), x => absolute.Derivative(x, 0.0)),
            new("Huber, δ = 1.345", "½·r² if |r| ≤ δ, else δ·(|r| − ½·δ)", Residual, -4, 4, x => huber.Loss(x, 0.0), x => huber.Derivative(x, 0.0)),
            new("Binary cross-entropy", "−log p with p = sigmoid(score), y = 1", "score", -6, 6, x => logistic.Loss(x, 1.0), x => logistic.Derivative(x, 1.0)),
        ];
    }

    private static void DrawLegend(StringBuilder svg)
    {
        svg.Append(Line($"""<line x1="24" y1="55" x2="48" y2="55" stroke="{LossColor}" stroke-width="2.5"/><text x="54" y="59">loss</text>"""));
        svg.Append(Line($"""<line x1="104" y1="55" x2="128" y2="55" stroke="{GradientColor}" stroke-width="2.5" stroke-dasharray="6 3"/><text x="134" y="59">gradient, ∂loss/∂prediction</text>"""));
        svg.Append(Line($"""<circle cx="316" cy="55" r="3.5" fill="{GradientColor}"/><text x="326" y="59">gradient at a kink</text>"""));
    }

    private static void DrawPanel(StringBuilder svg, Panel panel)
    {
        double[] points = Enumerable.Range(0, Samples + 1).Select(i => panel.Left + ((panel.Right - panel.Left) * i / Samples)).ToArray();
        double[] losses = points.Select(panel.Loss).ToArray();
        double[] gradients = points.Select(panel.Gradient).ToArray();
        var (low, high) = (Math.Min(losses.Min(), gradients.Min()), Math.Max(losses.Max(), gradients.Max()));
        double margin = 0.06 * (high - low);
        var across = new Axis(panel.Left, panel.Right, 52, PanelWidth - 20);
        var up = new Axis(low - margin, high + margin, PanelHeight - 46, 48);

        svg.Append(Line($"""<text x="52" y="18" font-size="14" font-weight="600">{Text(panel.Title)}</text>"""));
        svg.Append(Line($"""<text x="52" y="36" fill="#6b7280" font-style="italic">{Text(panel.Formula)}</text>"""));
        DrawAxes(svg, panel, across, up);
        DrawCurve(svg, points, losses, across, up, LossColor, "");
        DrawCurve(svg, points, gradients, across, up, GradientColor, " stroke-dasharray=\"6 3\"");
        foreach (int i in KinksOf(gradients, up))
            svg.Append(Line($"""<circle cx="{across.Pixel(points[i]):F1}" cy="{up.Pixel(gradients[i]):F1}" r="3.5" fill="{GradientColor}"/>"""));
    }

    private static void DrawAxes(StringBuilder svg, Panel panel, Axis across, Axis up)
    {
        var (left, right, bottom, top) = (across.Pixel(across.Low), across.Pixel(across.High), up.Pixel(up.Low), up.Pixel(up.High));
        foreach (double tick in across.Ticks())
        {
            svg.Append(Line($"""<line x1="{across.Pixel(tick):F1}" y1="{top:F1}" x2="{across.Pixel(tick):F1}" y2="{bottom:F1}" stroke="{GridColor(tick)}"/>"""));
            svg.Append(Line($"""<text x="{across.Pixel(tick):F1}" y="{bottom + 16:F1}" text-anchor="middle" fill="#6b7280">{Number(tick)}</text>"""));
        }

        foreach (double tick in up.Ticks())
        {
            svg.Append(Line($"""<line x1="{left:F1}" y1="{up.Pixel(tick):F1}" x2="{right:F1}" y2="{up.Pixel(tick):F1}" stroke="{GridColor(tick)}"/>"""));
            svg.Append(Line($"""<text x="{left - 8:F1}" y="{up.Pixel(tick) + 4:F1}" text-anchor="end" fill="#6b7280">{Number(tick)}</text>"""));
        }

        svg.Append(Line($"""<text x="{(left + right) / 2:F1}" y="{bottom + 34:F1}" text-anchor="middle">{Text(panel.AxisLabel)}</text>"""));
    }

    private static void DrawCurve(StringBuilder svg, double[] points, double[] values, Axis across, Axis up, string color, string dashes)
    {
        var path = new StringBuilder();
        bool broken = true;
        for (int i = 0; i < points.Length; i++)
        {
            broken |= i > 0 && IsJump(values[i - 1], values[i], up);
            path.Append(CultureInfo.InvariantCulture, $"{(broken ? 'M' : 'L')}{across.Pixel(points[i]):F1} {up.Pixel(values[i]):F1}");
            broken = false;
        }

        svg.Append(Line($"""<path d="{path}" fill="none" stroke="{color}" stroke-width="2.5" stroke-linejoin="round"{dashes}/>"""));
    }

    // A sample with a jump on either side sits on the kink itself.
    private static IEnumerable<int> KinksOf(double[] values, Axis up) =>
        Enumerable.Range(1, values.Length - 2).Where(i => IsJump(values[i - 1], values[i], up) && IsJump(values[i], values[i + 1], up));

    private static bool IsJump(double left, double right, Axis up) => Math.Abs(up.Pixel(left) - up.Pixel(right)) > Jump * Math.Abs(up.Pixel(up.Low) - up.Pixel(up.High)) / 2;

    private static string GridColor(double tick) => tick == 0 ? "#9ca3af" : "#e5e7eb";

    private static string Number(double tick) => tick.ToString("0.###", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Line(FormattableString text) => FormattableString.Invariant(text) + "\n";
}
