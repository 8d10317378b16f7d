namespace LossGen;

/// <summary>
/// The functions of the loss language, executable: what an attributed method calls when it runs as plain C#. Bring them into
/// scope with <c>using static LossGen.LossMath;</c>. Every function has an overload for <see cref="double"/>, for
/// <see cref="float"/> (evaluated in double and rounded once, at the end) and, applied element by element, for <see cref="Row"/>.
/// </summary>
/// <remarks>
/// These are reference implementations: accurate to a few units in the last place of a double over the whole range, not fast.
/// Generated classes run vectorised kernels instead. Where a derivative is mentioned, it is the convention that generated
/// gradients follow.
/// </remarks>
public static partial class LossMath
{
    /// <summary>|x|. The derivative at 0 is 0.</summary>
    public static double Abs(double x) => Math.Abs(x);

    /// <inheritdoc cref="Abs(double)"/>
    public static float Abs(float x) => Math.Abs(x);

    /// <summary>Element by element: <see cref="Abs(double)"/>.</summary>
    public static Row Abs(Row x) => x.Map(Abs);

    /// <summary>The sign of x: −1, 0 or 1; NaN of NaN, and a zero keeps its own sign. The derivative is 0 everywhere.</summary>
    public static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : x;

    /// <inheritdoc cref="Sign(double)"/>
    public static float Sign(float x) => (float)Sign((double)x);

    /// <summary>Element by element: <see cref="Sign(double)"/>.</summary>
    public static Row Sign(Row x) => x.Map(Sign);

    /// <summary>x².</summary>
    public static double Square(double x) => x * x;

    /// <inheritdoc cref="Square(double)"/>
    public static float Square(float x) => (float)Square((double)x);

    /// <summary>Element by element: <see cref="Square(double)"/>.</summary>
    public static Row Square(Row x) => x.Map(Square);

    /// <summary>x³.</summary>
    public static double Cube(double x) => x * x * x;

    /// <inheritdoc cref="Cube(double)"/>
    public static float Cube(float x) => (float)Cube((double)x);

    /// <summary>Element by element: <see cref="Cube(double)"/>.</summary>
    public static Row Cube(Row x) => x.Map(Cube);

    /// <summary>The smaller of x and y; NaN if either is. At a tie each gets half of the derivative.</summary>
    public static double Min(double x, double y) => Math.Min(x, y);

    /// <inheritdoc cref="Min(double, double)"/>
    public static float Min(float x, float y) => Math.Min(x, y);

    /// <summary>Element by element: <see cref="Min(double, double)"/>.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Min(Row x, Row y) => Row.Zip(x, y, Min);

    /// <summary>Element by element: <see cref="Min(double, double)"/>.</summary>
    public static Row Min(Row x, double y) => x.Map(element => Min(element, y));

    /// <summary>Element by element: <see cref="Min(double, double)"/>.</summary>
    public static Row Min(double x, Row y) => y.Map(element => Min(x, element));

    /// <summary>The larger of x and y; NaN if either is. At a tie each gets half of the derivative.</summary>
    public static double Max(double x, double y) => Math.Max(x, y);

    /// <inheritdoc cref="Max(double, double)"/>
    public static float Max(float x, float y) => Math.Max(x, y);

    /// <summary>Element by element: <see cref="Max(double, double)"/>.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Max(Row x, Row y) => Row.Zip(x, y, Max);

    /// <summary>Element by element: <see cref="Max(double, double)"/>.</summary>
    public static Row Max(Row x, double y) => x.Map(element => Max(element, y));

    /// <summary>Element by element: <see cref="Max(double, double)"/>.</summary>
    public static Row Max(double x, Row y) => y.Map(element => Max(x, element));

    /// <summary>The largest integer that is not larger than x. The derivative is 0 everywhere.</summary>
    public static double Floor(double x) => Math.Floor(x);

    /// <inheritdoc cref="Floor(double)"/>
    public static float Floor(float x) => (float)Floor((double)x);

    /// <summary>Element by element: <see cref="Floor(double)"/>.</summary>
    public static Row Floor(Row x) => x.Map(Floor);

    /// <summary>The smallest integer that is not smaller than x. The derivative is 0 everywhere.</summary>
    public static double Ceiling(double x) => Math.Ceiling(x);

    /// <inheritdoc cref="Ceiling(double)"/>
    public static float Ceiling(float x) => (float)Ceiling((double)x);

    /// <summary>Element by element: <see cref="Ceiling(double)"/>.</summary>
    public static Row Ceiling(Row x) => x.Map(Ceiling);

    /// <summary>The nearest integer; of two, the even one. The derivative is 0 everywhere.</summary>
    public static double Round(double x) => Math.Round(x, MidpointRounding.ToEven);

    /// <inheritdoc cref="Round(double)"/>
    public static float Round(float x) => (float)Round((double)x);

    /// <summary>Element by element: <see cref="Round(double)"/>.</summary>
    public static Row Round(Row x) => x.Map(Round);

    /// <summary>x itself, taken as a constant: the derivative is 0 everywhere.</summary>
    public static double StopGradient(double x) => x;

    /// <inheritdoc cref="StopGradient(double)"/>
    public static float StopGradient(float x) => x;

    /// <summary>Element by element: <see cref="StopGradient(double)"/>.</summary>
    public static Row StopGradient(Row x) => x.Map(StopGradient);

    /// <summary>x, limited to [<paramref name="min"/>, <paramref name="max"/>]. The derivative is 0 outside and at both bounds.</summary>
    /// <remarks><c>Min(Max(x, min), max)</c>: NaN if any argument is; <paramref name="max"/> if the bounds are reversed.</remarks>
    public static double Clamp(double x, double min, double max) => Math.Min(Math.Max(x, min), max);

    /// <inheritdoc cref="Clamp(double, double, double)"/>
    public static float Clamp(float x, float min, float max) => Math.Min(Math.Max(x, min), max);

    /// <summary>Element by element: <see cref="Clamp(double, double, double)"/>.</summary>
    public static Row Clamp(Row x, double min, double max) => x.Map(element => Clamp(element, min, max));

    /// <summary>Element by element, each between bounds of its own: <see cref="Clamp(double, double, double)"/>.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row Clamp(Row x, Row min, Row max) => Min(Max(x, min), max);

    /// <summary>Whether x is neither infinite nor NaN.</summary>
    public static bool IsFinite(double x) => double.IsFinite(x);

    /// <inheritdoc cref="IsFinite(double)"/>
    public static bool IsFinite(float x) => float.IsFinite(x);

    /// <summary>Element by element: <see cref="IsFinite(double)"/>.</summary>
    public static RowCondition IsFinite(Row x) => RowCondition.Where(x, double.IsFinite);
}
