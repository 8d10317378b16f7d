namespace LossGen.Generator.Tests.Oracles;

/// <summary>
/// What an oracle does to every intermediate result: nothing, or a random relative change of up to <see cref="Size"/>. By how much the
/// outcome then varies says how well the formula is conditioned at a point, and so what can be expected of any evaluation of it.
/// </summary>
/// <remarks>J. Vignes, A stochastic arithmetic for reliable scientific computation, Mathematics and Computers in Simulation 35, 1993.</remarks>
/// <param name="random">The source of the changes; null for none.</param>
/// <param name="sign">1, or −1 for the opposite changes: of two that are opposite, one leads to the other side of a tie.</param>
internal sealed class OracleRounding(Random? random, int sign = 1)
{
    /// <summary>The relative change: some hundred roundings of double.</summary>
    public const double Size = 1e-13;

    /// <summary>Below this, numbers have lost bits, and 0 may stand for a number that is not.</summary>
    private const double Underflow = 1e-307;

    /// <summary>Leaves every result as it is.</summary>
    public static readonly OracleRounding None = new(null);

    /// <summary>What happens to the result of a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="result">Its result.</param>
    /// <param name="parts">The largest derivatives that come of one argument alone: those of x / x cancel, but for their roundings.</param>
    public Dual Round(string function, Dual[] arguments, Dual result, Dual parts = default)
    {
        if (random is null)
        {
            return result;
        }

        bool isExact = IsExact(function, arguments, result.Value);
        return isExact && HasExactDerivatives(function, arguments)
            ? result
            : new(
                isExact ? result.Value : ChangeValue(function, arguments, result.Value),
                Change(result.First, Math.Abs(parts.First)),
                Change(result.Second, Math.Abs(parts.Second)));
    }

    /// <summary>Whether two numbers differ by so little that the changes of some steps make up for it.</summary>
    public bool MayBeEqual(double left, double right) => random is not null && Math.Abs(left - right) <= 100 * Size * Math.Max(Math.Abs(left), Math.Abs(right));

    private double Change(double number, double scale = 0) => number + (Size * Math.Max(Math.Abs(number), scale) * Draw());

    private double Draw() => sign * ((2 * random!.NextDouble()) - 1);

    /// <summary>
    /// What underflows is wrong by up to the smallest number, whatever its own size: log(2 / erfc(28)) is 788, and not infinite. What overflows is a large number: log(e^1000) is
    /// 1000, and not infinite.
    /// </summary>
    private double ChangeValue(string function, Dual[] arguments, double number) => Math.Abs(number) switch
    {
        < Underflow => Change(number) + Math.CopySign(double.Epsilon, Draw()),
        double.PositiveInfinity when IsOverflow(function, arguments) => Math.CopySign(double.MaxValue, number),
        double.PositiveInfinity => number,
        _ => Change(number),
    };

    /// <summary>Whether an infinite result is one of finite arguments that are not at a pole.</summary>
    private static bool IsOverflow(string function, Dual[] arguments) =>
        function is "Add" or "Subtract" or "Multiply" or "Square" or "Cube" or "Exp" or "Exp2" or "ExpM1" or "Cosh" or "Sinh" or "Divide" or "Pow"
        && Array.TrueForAll(arguments, argument => double.IsFinite(argument.Value) && (argument.Value != 0 || function is not ("Divide" or "Pow")));

    /// <summary>Whether nothing is rounded on the way to the derivatives of an exact result.</summary>
    private static bool HasExactDerivatives(string function, Dual[] arguments) =>
        Array.TrueForAll(arguments, static argument => IsShort(argument.First))
        && (function is not ("Multiply" or "Square" or "Divide") || Array.TrueForAll(arguments, static argument => IsShort(argument.Value)));

    /// <summary>Results without a rounding error keep their exact value, so that ties stay ties.</summary>
    private static bool IsExact(string function, Dual[] arguments, double result) => function switch
    {
        "Abs" or "Negate" or "Max" or "Min" or "Clamp" or "Relu" or "Sign" or "Ceiling" or "Floor" or "Round" or "Truncate" or "StopGradient" or "Remainder" => true,
        "Add" => IsExactSum(arguments[0].Value, arguments[1].Value, result),
        "Subtract" => IsExactSum(arguments[0].Value, -arguments[1].Value, result),
        "Multiply" or "Square" when Math.Abs(result) < Underflow => Array.Exists(arguments, static argument => argument.Value == 0),
        "Multiply" => Math.FusedMultiplyAdd(arguments[0].Value, arguments[1].Value, -result) == 0,
        "Square" => Math.FusedMultiplyAdd(arguments[0].Value, arguments[0].Value, -result) == 0,
        "Divide" => Math.FusedMultiplyAdd(result, arguments[1].Value, -arguments[0].Value) == 0,
        _ => Array.TrueForAll(arguments, static argument => IsShort(argument.Value) && Math.Abs(argument.Value) <= 4) && IsShort(result),
    };

    private static bool IsExactSum(double left, double right, double sum)
    {
        double rightPart = sum - left;
        return left - (sum - rightPart) + (right - rightPart) == 0;
    }

    /// <summary>Whether a number has so few bits that it is no rounded one.</summary>
    private static bool IsShort(double number) => Math.Abs(number) < 1 << 20 && Math.Floor(number * (1 << 20)) == number * (1 << 20);
}
