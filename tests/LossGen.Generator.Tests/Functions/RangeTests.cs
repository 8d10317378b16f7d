using System.Collections.Immutable;
using LossGen.Generator.Functions;
using LossGen.Generator.Stability;
using Xunit;

namespace LossGen.Generator.Tests.Functions;

/// <summary>Soundness of ranges by sampling: no value of a function on numbers of the argument intervals may lie outside.</summary>
public class RangeTests
{
    private const int Boxes = 1500;
    private const int PointsPerBox = 6;

    private static readonly Function[] All = [.. FunctionCatalog.Named, .. FunctionCatalog.Internal, .. FunctionCatalog.Operators];

    public static TheoryData<string> Functions => [.. All.Select(static function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Range_ContainsEverySampledValue(string name)
    {
        Function function = All.Single(function => function.Name == name);
        foreach (ElementType type in new[] { ElementType.Single, ElementType.Double })
        {
            Random random = new(20260118);
            for (int box = 0; box < Boxes; box++)
            {
                ImmutableArray<Interval> arguments = [.. Enumerable.Range(0, function.Arity).Select(_ => RandomInterval(function, random, type))];
                if (function is DirectionCosine)
                {
                    arguments = arguments.SetItem(2, Hypot.Instance.Range([arguments[0], arguments[1]], type));
                }

                Interval range = function.Range(arguments, type);
                for (int point = 0; point < PointsPerBox; point++)
                {
                    ImmutableArray<double> numbers = [.. arguments.Select(argument => Sample(argument, random, type))];
                    if (function is DirectionCosine)
                    {
                        numbers = numbers.SetItem(2, Rounding.ToNearest(Hypot.Instance.Evaluate([numbers[0], numbers[1]]), type));
                    }

                    // A score is at most the log-sum-exp of its row.
                    if (function is SoftMaxWeight && numbers[0] > numbers[1])
                    {
                        continue;
                    }

                    double value = Rounding.ToNearest(function.Evaluate(numbers), type);
                    if (!ContainsSigned(range, value))
                    {
                        Assert.Fail($"{name}({string.Join(", ", numbers.Select(static number => $"{number:R}"))}) = {value:R} is not in {range}, the range on {string.Join(" × ", arguments)} in {type}.");
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("Softplus", double.NegativeInfinity, double.PositiveInfinity, 0, double.PositiveInfinity, false)]
    [InlineData("Sigmoid", double.NegativeInfinity, double.PositiveInfinity, 0, 1, false)]
    [InlineData("Log", 0, 1, double.NegativeInfinity, 0, false)]
    [InlineData("Exp", double.NegativeInfinity, 0, 0, 1, false)]
    [InlineData("Square", -2, 3, 0, 9, false)]
    [InlineData("Sqrt", -1, 4, 0, 2, true)]
    [InlineData("Sin", 0, 7, -1, 1, false)]
    [InlineData("Abs", -2, 1, 0, 2, false)]
    [InlineData("Relu", -2, 1, 0, 1, false)]
    [InlineData("Tanh", double.NegativeInfinity, double.PositiveInfinity, -1, 1, false)]
    public void Range_IsTightWhereItMatters(string name, double low, double high, double expectedLow, double expectedHigh, bool mayBeNaN)
    {
        foreach (ElementType type in new[] { ElementType.Single, ElementType.Double })
        {
            Assert.Equal(new Interval(expectedLow, expectedHigh, mayBeNaN), Examples.Find(name).Range([new(low, high)], type));
        }
    }

    [Fact]
    public void Arithmetic_IsExactWhereTheElementTypeIs()
    {
        Interval probability = new(0, 1);

        Assert.Equal(probability, Interval.Point(1).Subtract(probability, ElementType.Single));
        Assert.Equal(new Interval(1, 5), new Interval(-2, 1).Square(ElementType.Double).Add(Interval.Point(1), ElementType.Double));
        Assert.Equal(new Interval(0.25, 6), new Interval(0.5, 2).Multiply(new(0.5, 3), ElementType.Single));
    }

    [Fact]
    public void Arithmetic_OfInexactResults_ContainsBothNeighbours()
    {
        Interval third = Interval.Point(1).Divide(Interval.Point(3), ElementType.Single);

        Assert.Equal(1f / 3, (float)third.High);
        Assert.Equal(MathF.BitDecrement(1f / 3), (float)third.Low);
    }

    [Fact]
    public void Reciprocal_KnowsTheSignOfZero()
    {
        Assert.Equal(new Interval(1, double.PositiveInfinity), Interval.Point(1).Divide(new(0, 1), ElementType.Double));
        Assert.Equal(new Interval(double.NegativeInfinity, -1), Interval.Point(1).Divide(new Interval(0, 1).Negate(), ElementType.Double));
        Assert.Equal(Interval.All with { MayBeNaN = false }, Interval.Point(1).Divide(new(-0.0, 1), ElementType.Double));
    }

    /// <summary>Containment in which −0 is less than +0.</summary>
    private static bool ContainsSigned(Interval interval, double value) => interval.Contains(value)
        && (value != 0 || (double.IsNegative(value) ? double.IsNegative(interval.Low) : !double.IsNegative(interval.High)));

    private static Interval RandomInterval(Function function, Random random, ElementType type)
    {
        if (function.ExprKind == Model.ExprKind.Condition && function.Name is "And" or "Or" or "Not")
        {
            int kind = random.Next(3);
            return new(kind == 2 ? 0 : kind, kind == 2 ? 1 : kind);
        }

        double first = RandomNumber(random, type);
        double second = random.Next(4) == 0 ? first : RandomNumber(random, type);
        return random.Next(40) == 0
            ? Interval.Empty(true)
            : new(IntervalArithmetic.Smaller(first, second), IntervalArithmetic.Larger(first, second), random.Next(10) == 0);
    }

    private static double RandomNumber(Random random, ElementType type) => Rounding.ToNearest(
        random.Next(6) switch
        {
            0 => random.Next(2) == 0 ? double.NegativeInfinity : double.PositiveInfinity,
            1 => Examples.Landmarks[random.Next(Examples.Landmarks.Length)],
            2 => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)) is var pattern && float.IsNaN(pattern) ? 0.25 : pattern,
            3 => random.Next(-12, 13) / 4.0,
            _ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 4)),
        },
        type);

    private static double Sample(Interval interval, Random random, ElementType type)
    {
        if (interval.IsEmpty || (interval.MayBeNaN && random.Next(4) == 0))
        {
            return interval.MayBeNaN ? double.NaN : throw new ArgumentException("An empty interval without NaN has no sample.");
        }

        double candidate = random.Next(4) switch
        {
            0 => interval.Low,
            1 => interval.High,
            2 => RandomNumber(random, type),
            _ => Rounding.ToNearest(interval.Low + ((interval.High - interval.Low) * random.NextDouble()), type),
        };
        bool isInside = !double.IsNaN(candidate) && ContainsSigned(interval, candidate);
        return isInside ? candidate : interval.Low;
    }
}
