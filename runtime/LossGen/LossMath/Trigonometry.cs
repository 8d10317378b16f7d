namespace LossGen;

public static partial class LossMath
{
    /// <summary>The sine of x radians.</summary>
    public static double Sin(double x) => Math.Sin(x);

    /// <inheritdoc cref="Sin(double)"/>
    public static float Sin(float x) => (float)Sin((double)x);

    /// <summary>Element by element: <see cref="Sin(double)"/>.</summary>
    public static Row Sin(Row x) => x.Map(Sin);

    /// <summary>The cosine of x radians.</summary>
    public static double Cos(double x) => Math.Cos(x);

    /// <inheritdoc cref="Cos(double)"/>
    public static float Cos(float x) => (float)Cos((double)x);

    /// <summary>Element by element: <see cref="Cos(double)"/>.</summary>
    public static Row Cos(Row x) => x.Map(Cos);

    /// <summary>The tangent of x radians.</summary>
    public static double Tan(double x) => Math.Tan(x);

    /// <inheritdoc cref="Tan(double)"/>
    public static float Tan(float x) => (float)Tan((double)x);

    /// <summary>Element by element: <see cref="Tan(double)"/>.</summary>
    public static Row Tan(Row x) => x.Map(Tan);

    /// <summary>The angle in [−π/2, π/2] with sine x; NaN outside [−1, 1]. The derivative at ±1 is +∞.</summary>
    public static double Asin(double x) => Math.Asin(x);

    /// <inheritdoc cref="Asin(double)"/>
    public static float Asin(float x) => (float)Asin((double)x);

    /// <summary>Element by element: <see cref="Asin(double)"/>.</summary>
    public static Row Asin(Row x) => x.Map(Asin);

    /// <summary>The angle in [0, π] with cosine x; NaN outside [−1, 1]. The derivative at ±1 is −∞.</summary>
    public static double Acos(double x) => Math.Acos(x);

    /// <inheritdoc cref="Acos(double)"/>
    public static float Acos(float x) => (float)Acos((double)x);

    /// <summary>Element by element: <see cref="Acos(double)"/>.</summary>
    public static Row Acos(Row x) => x.Map(Acos);

    /// <summary>The angle in (−π/2, π/2) with tangent x.</summary>
    public static double Atan(double x) => Math.Atan(x);

    /// <inheritdoc cref="Atan(double)"/>
    public static float Atan(float x) => (float)Atan((double)x);

    /// <summary>Element by element: <see cref="Atan(double)"/>.</summary>
    public static Row Atan(Row x) => x.Map(Atan);

    /// <summary>The angle in [−π, π] of the point with abscissa x and ordinate y. The ordinate is the first argument.</summary>
    public static double Atan2(double y, double x) => Math.Atan2(y, x);

    /// <inheritdoc cref="Atan2(double, double)"/>
    public static float Atan2(float y, float x) => (float)Atan2((double)y, (double)x);

    /// <summary>Element by element: <see cref="Atan2(double, double)"/>.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Atan2(Row y, Row x) => Row.Zip(y, x, Atan2);

    /// <summary>Element by element: <see cref="Atan2(double, double)"/>.</summary>
    public static Row Atan2(Row y, double x) => y.Map(element => Atan2(element, x));

    /// <summary>Element by element: <see cref="Atan2(double, double)"/>.</summary>
    public static Row Atan2(double y, Row x) => x.Map(element => Atan2(y, element));
}
