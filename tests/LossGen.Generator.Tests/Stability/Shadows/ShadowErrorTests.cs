using System.Collections.Immutable;
using LossGen.Generator.Stability.Shadows;
using Xunit;

namespace LossGen.Generator.Tests.Stability.Shadows;

/// <summary>The error of an argument: whatever number within it the argument is, the function's value lies within the value's error.</summary>
public sealed class ShadowErrorTests
{
    private static readonly double[] RelativeErrors = [1e-12, 1e-6, 0.01, 0.3, 1];

    private static readonly IReadOnlyList<ShadowTableRow> Rows =
        [.. ShadowTableRow.Read("unary-shadows.tsv", arity: 1), .. ShadowTableRow.Read("binary-shadows.tsv", arity: 2)];

    public static TheoryData<string> Functions => [.. Rows.Select(static row => row.Function.Name).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void ErrorBound_CoversEveryNumberThatTheArgumentMayBe(string name)
    {
        Assert.All(Rows.Where(row => row.Function.Name == name), row =>
        {
            foreach (double error in RelativeErrors)
            {
                Shadow blurred = row.Function.Shadow([.. row.Arguments.Select(argument => argument.Blur(error / 2))]);
                foreach (ImmutableArray<Shadow> arguments in Corners(row.Arguments, error))
                {
                    Shadow moved = row.Function.Shadow(arguments);
                    Assert.True(IsWithin(moved, blurred), $"{name}({string.Join(", ", arguments)}) is {moved}, not {blurred}");
                }
            }
        });
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void ErrorBound_IsNotMuchMoreThanTheArgumentMoves(string name) => Assert.All(Rows.Where(row => row.Function.Name == name), row =>
    {
        const double Error = 1e-12;
        Shadow value = row.Evaluate();
        Shadow blurred = row.Function.Shadow([.. row.Arguments.Select(static argument => argument.Blur(Error / 2))]);
        Shadow[] moved = [.. Corners(row.Arguments, Error).Select(row.Function.Shadow)];
        if (moved.Any(static shadow => !shadow.IsFinite) || row.Arguments.Any(static argument => argument.Blur(Error).AbsoluteError > 0.25))
        {
            return;
        }

        Dyadic farthest = moved.Select(shadow => (Dyadic.Of(shadow) - Dyadic.Of(value)).Magnitude()).Max();
        Dyadic bound = Dyadic.Of(blurred.Error, blurred.Exponent);

        if (farthest.CompareTo(row.Value.Magnitude()) >= 0)
        {
            // At a pole of the tangent.
            return;
        }

        // At a stationary point the value hardly moves, but a bound of the slope is not so small.
        Dyadic slack = Dyadic.Of(16 * Error) * row.Arguments.Select(static argument => Dyadic.Of(argument).Magnitude()).Max();
        Assert.True(bound.CompareTo(farthest.Scale(4) + slack + row.Value.Magnitude().Scale(-60)) <= 0, $"{row} moves by 2^{farthest.Log2()}, but is {blurred}");
    });

    private static bool IsWithin(Shadow moved, Shadow blurred)
    {
        if (double.IsInfinity(blurred.Error))
        {
            return true;
        }

        if (!moved.IsFinite || !blurred.IsFinite)
        {
            // A root at the edge of its domain is taken to be within, and is uncertain.
            return moved.High.Equals(blurred.High) || (moved.IsNaN && blurred.IsUncertain);
        }

        Dyadic distance = (Dyadic.Of(moved) - Dyadic.Of(blurred)).Magnitude();
        return distance.CompareTo(Dyadic.Of(blurred.Error, blurred.Exponent) + Dyadic.Of(moved.Error, moved.Exponent)) <= 0;
    }

    /// <summary>The arguments, each moved by none, half or all of its error to either side.</summary>
    private static IEnumerable<ImmutableArray<Shadow>> Corners(ImmutableArray<Shadow> arguments, double error) => arguments.Aggregate(
        (IEnumerable<ImmutableArray<Shadow>>)[[]],
        (corners, argument) => corners.SelectMany(corner => new[] { -1, -0.5, 0, 0.5, 1 }.Select(part =>
            corner.Add(argument + Shadow.FromDouble(argument.IsZero ? 0 : error * part).Scale(argument.Exponent)))));
}
