namespace LossGen.Generator.Tests.Oracles;

/// <summary>
/// What an oracle does to every intermediate result: nothing, or a random relative change of up to <see cref="Size"/>. By how much the
/// outcome then varies says how well the formula is conditioned at a point, and so what can be expected of any evaluation of it.
/// </summary>
/// <remarks>J. Vignes, A stochastic arithmetic for reliable scientific computation, Mathematics and Computers in Simulation 35, 1993.</remarks>
internal sealed class OracleRounding(Random? random)
{
    /// <summary>The relative change: some hundred roundings of double.</summary>
    public const double Size = 1e-13;

    /// <summary>Below this, numbers have lost bits, and 0 may stand for a number that is not.</summary>
    private const double Underflow = 1e-307;

    /// <summary>Leaves every result as it is.</summary>
    public static readonly OracleRounding None = new(null);

    public Dual Round(string function, Dual[] arguments, Dual result) => random is null || (IsExact(function, arguments, result.Value) && Array.TrueForAll(arguments, static argument => IsShort(argument.First)))
        ? result
        : new(IsExact(function, arguments, result.Value) ? result.Value : Change(result.Value) + ChangeBelowUnderflow(result.Value), Change(result.First), Change(result.Second));

    private double Change(double number) => number * (1 + (Size * ((2 * random!.NextDouble()) - 1)));

    /// <summary>What underflows is wrong by up to the smallest number, whatever its own size: log(2 / erfc(28)) is 788, and not infinite.</summary>
    private double ChangeBelowUnderflow(double number) => Math.Abs(number) < Underflow ? Math.CopySign(double.Epsilon, random!.NextDouble() - 0.5) : 0;

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
