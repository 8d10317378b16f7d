namespace LossGen;

public static partial class LossMath
{
    /// <summary>√x; NaN below 0. The derivative at 0 is +∞.</summary>
    public static double Sqrt(double x) => Math.Sqrt(x);

    /// <inheritdoc cref="Sqrt(double)"/>
    public static float Sqrt(float x) => (float)Sqrt((double)x);

    /// <summary>Element by element: <see cref="Sqrt(double)"/>.</summary>
    public static Row Sqrt(Row x) => x.Map(Sqrt);

    /// <summary>∛x, defined for negative x too. The derivative at 0 is +∞.</summary>
    public static double Cbrt(double x) => Math.Cbrt(x);

    /// <inheritdoc cref="Cbrt(double)"/>
    public static float Cbrt(float x) => (float)Cbrt((double)x);

    /// <summary>Element by element: <see cref="Cbrt(double)"/>.</summary>
    public static Row Cbrt(Row x) => x.Map(Cbrt);

    /// <summary>xʸ. <c>Pow(x, 0)</c> is 1 for every x, with derivative 0; NaN for a negative x unless y is an integer.</summary>
    public static double Pow(double x, double y) => Math.Pow(x, y);

    /// <inheritdoc cref="Pow(double, double)"/>
    public static float Pow(float x, float y) => (float)Pow((double)x, (double)y);

    /// <summary>Element by element: <see cref="Pow(double, double)"/>.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Pow(Row x, Row y) => Row.Zip(x, y, Pow);

    /// <summary>Element by element: <see cref="Pow(double, double)"/>.</summary>
    public static Row Pow(Row x, double y) => x.Map(element => Pow(element, y));

    /// <summary>Element by element: <see cref="Pow(double, double)"/>.</summary>
    public static Row Pow(double x, Row y) => y.Map(element => Pow(x, element));

    /// <summary>√(x² + y²), without overflow or underflow in between. The derivative at (0, 0) is 0.</summary>
    public static double Hypot(double x, double y) => double.Hypot(x, y);

    /// <inheritdoc cref="Hypot(double, double)"/>
    public static float Hypot(float x, float y) => (float)Hypot((double)x, (double)y);

    /// <summary>Element by element: <see cref="Hypot(double, double)"/>.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Hypot(Row x, Row y) => Row.Zip(x, y, Hypot);

    /// <summary>Element by element: <see cref="Hypot(double, double)"/>.</summary>
    public static Row Hypot(Row x, double y) => x.Map(element => Hypot(element, y));

    /// <summary>Element by element: <see cref="Hypot(double, double)"/>.</summary>
    public static Row Hypot(double x, Row y) => y.Map(element => Hypot(x, element));
}
