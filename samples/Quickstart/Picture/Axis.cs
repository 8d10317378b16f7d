namespace LossGen.Samples.Quickstart;

/// <summary>A straight scale from numbers to pixels, with ticks at round numbers.</summary>
internal sealed class Axis
{
    private readonly double _from;
    private readonly double _scale;
    private readonly double _origin;

    internal Axis(double low, double high, double pixelLow, double pixelHigh)
    {
        Low = low;
        High = high;
        _from = low;
        _origin = pixelLow;
        _scale = (pixelHigh - pixelLow) / (high - low);
    }

    internal double Low { get; }

    internal double High { get; }

    internal double Pixel(double value) => _origin + ((value - _from) * _scale);

    /// <summary>Some five round numbers within the axis: multiples of 1, 2 or 5 times a power of ten.</summary>
    internal IEnumerable<double> Ticks()
    {
        double rough = (High - Low) / 5;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 };
        for (double tick = Math.Ceiling(Low / step); tick * step <= High; tick++)
            yield return (tick * step) + 0.0; // −0 becomes 0
    }
}
