using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Oracles;
using Xunit;

namespace LossGen.Generator.Tests.Functions;

/// <summary>
/// Every simplification of a call, found by trying all functions on all others: where both sides are finite they are equal, and where
/// the plain side is finite the simplified one is.
/// </summary>
public class SimplificationTests
{
    private static readonly Function[] Unary = [.. Examples.AllNumeric.Where(static function => function.Arity == 1)];

    private static readonly Function[] Binary = [.. Examples.AllNumeric.Where(static function => function.Arity == 2)];

    public static TheoryData<string> Functions => [.. Examples.AllNumeric.Select(static function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void SimplifiedCall_EqualsThePlainOne(string name)
    {
        Function function = Examples.Find(name);
        foreach (Call plain in Candidates(function))
        {
            if (function.Simplify(plain) is { } simplified)
            {
                AssertEqual(plain, simplified);
            }
        }
    }

    [Theory]
    [InlineData("Sqrt", "Square", "|x|")]
    [InlineData("Square", "Abs", "x²")]
    [InlineData("Abs", "Square", "x²")]
    [InlineData("Log", "Exp", "x")]
    [InlineData("Cos", "Negate", "cos(x)")]
    [InlineData("Sin", "Negate", "−sin(x)")]
    [InlineData("Tanh", "Negate", "−tanh(x)")]
    [InlineData("Log", "Cosh", "log(cosh(x))")]
    [InlineData("LogP1", "Exp", "softplus(x)")]
    [InlineData("Log", "SoftMaxWeight", "x − y")]
    [InlineData("Exp", "Log", "e^log(x)")]
    public void Composition_Becomes(string outer, string inner, string expected)
    {
        Expr built = Build.Call(Examples.Find(outer), Examples.Apply(Examples.Find(inner)));

        Assert.Equal(expected, built.ToString());
    }

    private static IEnumerable<Call> Candidates(Function function)
    {
        Expr x = Examples.X;
        Expr y = Examples.Y;
        Expr[] inner =
        [
            .. Unary.Select(inner => new Call(inner, x)),
            .. Unary.Select(inner => new Call(Negate.Instance, new Call(inner, x))),
            .. Unary.Select(inner => new Call(inner, new Call(Negate.Instance, x))),
            .. Binary.Select(inner => new Call(inner, x, y)),
            .. Binary.Select(inner => new Call(Negate.Instance, new Call(inner, x, y))),
        ];
        Expr[] constants = [.. new[] { -2, -1, -0.5, 0, 0.5, 1, 2, 3, 4, 5.5 }.Select(static value => new Literal(value))];
        return function.Arity switch
        {
            1 => inner.Select(argument => new Call(function, argument)),
            2 =>
            [
                new Call(function, x, x),
                .. inner.Select(argument => new Call(function, argument, y)),
                .. inner.Select(argument => new Call(function, y, argument)),
                .. constants.Select(constant => new Call(function, x, constant)),
                .. constants.Select(constant => new Call(function, constant, x)),
                .. from argument in inner from constant in constants select new Call(function, constant, argument),
                .. from argument in inner from constant in constants select new Call(function, argument, constant),
            ],
            _ => [Examples.Apply(function)],
        };
    }

    private static void AssertEqual(Call plain, Expr simplified)
    {
        double[] numbers = [.. Examples.Landmarks.Where(static landmark => Math.Abs(landmark) <= 1e5)];
        foreach (double x in numbers)
        {
            foreach (double y in new[] { 0.75, -2, 3.5, 0 })
            {
                (Variable, double)[] point = [(Examples.X, x), (Examples.Y, y)];
                double expected = FormulaEvaluator.Evaluate(plain, point);
                double actual = FormulaEvaluator.Evaluate(simplified, point);
                if (!double.IsFinite(expected) || !plain.Arguments.Items.All(argument => double.IsFinite(FormulaEvaluator.Evaluate(argument, point))))
                {
                    continue;
                }

                // The plain side rounds what the simplified one does not, and underflows: far out it tells no more than that the value is finite.
                double tolerance = Math.Abs(x) <= 20 ? 1e-7 : double.MaxValue;
                if (!(Examples.Error(expected, actual, 1) <= tolerance))
                {
                    Assert.Fail($"{plain} = {expected:R}, but {simplified} = {actual:R} at x = {x:R}, y = {y:R}.");
                }
            }
        }
    }
}
