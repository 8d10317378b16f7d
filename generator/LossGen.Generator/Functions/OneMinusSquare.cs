using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>1 − x² with one rounding: exact in relative terms near ±1, and with a derivative that does not cancel near 0, as that of (1 − x)·(1 + x) does. Not in <c>LossMath</c>.</summary>
internal sealed class OneMinusSquare() : UnaryFunction("OneMinusSquare")
{
    public static readonly OneMinusSquare Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    public override string EmitScalar(ImmutableArray<string> arguments) => $"global::System.Math.FusedMultiplyAdd(-{arguments[0]}, {arguments[0]}, 1.0)";

    protected override Expr Derivative(Expr argument, Call value) => -2 * argument;

    protected override Interval Range(Interval argument, ElementType type) => Interval.Point(1).Subtract(argument.Square(type), type);

    protected override double Evaluate(double argument)
    {
        double square = argument * argument;
        double difference = 1 - square;
        double correction = ExactError.OfSum(1, -square, difference) - ExactError.OfProduct(argument, argument, square);
        return double.IsNaN(correction) ? difference : difference + correction;
    }

    protected override Shadow Shadow(Shadow argument) => ShadowMath.OneMinusSquare(argument);

    protected override Printed Print(Printed argument) => new($"1 − {argument.Within(Precedence.Primary)}²", Precedence.Additive);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Abs or Negate } even => Of(even[0]),
        _ => null,
    };
}
