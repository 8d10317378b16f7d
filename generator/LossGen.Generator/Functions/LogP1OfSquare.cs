using System.Collections.Immutable;
using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>log(1 + k·x²), of which nothing overflows where x² does: the loss of Cauchy and of Student's t. Not in <c>LossMath</c>.</summary>
internal sealed class LogP1OfSquare() : Function("LogP1OfSquare", 2)
{
    public static readonly LogP1OfSquare Instance = new();

    public static Expr Of(Expr factor, Expr argument) => Build.Call(Instance, factor, argument);

    public override Expr Derivative(Call call, int argument) => argument == 0
        ? Square.Of(call[1]) / (1 + (call[0] * Square.Of(call[1])))
        : 2 * LogP1OfSquareSlope.Of(call[0], call[1]);

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) =>
        LogP1.Instance.Range([arguments[0].Multiply(arguments[1].Square(type), type)], type);

    public override double Evaluate(ImmutableArray<double> arguments) => ScalarMath.LogP1OfSquare(arguments[0], arguments[1]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.LogP1(arguments[0] * arguments[1] * arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) => Printed.Primary($"log({Sum(arguments)})");

    protected override bool IsInLossMath => false;

    public override Expr? Simplify(Call call) => call[1] switch
    {
        Call { Function: Abs or Negate } even => Of(call[0], even[0]),
        _ => null,
    };

    /// <summary>1 + k·x².</summary>
    internal static string Sum(ImmutableArray<Printed> arguments) =>
        $"1 + {(arguments[0].Text == "1" ? "" : $"{arguments[0].Within(Precedence.Multiplicative)}·")}{arguments[1].Within(Precedence.Primary)}²";
}
