namespace LossGen.Generator.Tests.Oracles;

/// <summary>
/// A number with its first and second derivative along one direction: the Taylor coefficients that a second-order dual number
/// carries (the second one not halved).
/// </summary>
internal readonly record struct Dual(double Value, double First = 0, double Second = 0)
{
    public bool IsConstant => First == 0 && Second == 0;

    public bool IsFinite => double.IsFinite(Value) && double.IsFinite(First) && double.IsFinite(Second);

    public static implicit operator Dual(double value) => new(value);

    /// <summary>The number along whose direction is differentiated.</summary>
    public static Dual Seed(double value) => new(value, 1);

    public static Dual operator +(Dual left, Dual right) => new(left.Value + right.Value, left.First + right.First, left.Second + right.Second);

    public static Dual operator -(Dual left, Dual right) => left + -right;

    public static Dual operator -(Dual operand) => new(-operand.Value, -operand.First, -operand.Second);

    public static Dual operator *(Dual left, Dual right) =>
        Chain(left, right, new(left.Value * right.Value, right.Value, left.Value, 0, 1, 0));

    public static Dual operator /(Dual left, Dual right)
    {
        double quotient = left.Value / right.Value;
        double reciprocal = 1 / right.Value;
        return Chain(left, right, new(quotient, reciprocal, -quotient / right.Value, 0, -reciprocal / right.Value, 2 * quotient / right.Value / right.Value));
    }

    /// <summary>The chain rule for a function of one argument, given its value, first and second derivative.</summary>
    public static Dual Chain(Dual argument, double value, double first, double second) => argument.IsConstant
        ? new(value)
        : new(value, first * argument.First, Product(second, argument.First * argument.First) + Product(first, argument.Second));

    /// <summary>The chain rule for a function of two arguments. What is constant contributes nothing, even where the partial is infinite.</summary>
    public static Dual Chain(Dual x, Dual y, Partials f) => new(
        f.Value,
        Flow(f.X, x) + Flow(f.Y, y),
        Product(f.XX, x.First * x.First) + (2 * Product(f.XY, x.First * y.First)) + Product(f.YY, y.First * y.First)
            + Product(f.X, x.Second) + Product(f.Y, y.Second));

    /// <summary>
    /// What is stationary contributes nothing, but for a function that has no partial derivative: atan2(log cosh t, 0) jumps from 0 to π/2 at t = 0, where log cosh t is stationary.
    /// </summary>
    private static double Flow(double partial, Dual argument) => double.IsNaN(partial) && !argument.IsConstant ? double.NaN : Product(partial, argument.First);

    private static double Product(double partial, double tangent) => tangent == 0 ? 0 : partial * tangent;
}

/// <summary>The value of a function of two arguments and its partial derivatives up to the second order.</summary>
internal readonly record struct Partials(double Value, double X, double Y, double XX = 0, double XY = 0, double YY = 0);
