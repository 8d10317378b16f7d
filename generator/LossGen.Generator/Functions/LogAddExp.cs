using System.Collections.Immutable;
using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>log(eˣ + eʸ) without overflow in between.</summary>
internal sealed class LogAddExp() : Function("LogAddExp", 2)
{
    public static readonly LogAddExp Instance = new();

    public static Expr Of(Expr left, Expr right) => Build.Call(Instance, left, right);

    /// <summary>The softmax weights of the two numbers: σ(x − y) and σ(y − x).</summary>
    public override Expr Derivative(Call call, int argument) => Sigmoid.Of(call[argument] - call[1 - argument]);

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type)
    {
        bool mayBeNaN = arguments[0].MayBeNaN || arguments[1].MayBeNaN;
        return arguments[0].IsEmpty || arguments[1].IsEmpty
            ? Interval.Empty(mayBeNaN)
            : MonotoneMap.Around(ScalarMath.LogAddExp(arguments[0].Low, arguments[1].Low), type)
                .Union(MonotoneMap.Around(ScalarMath.LogAddExp(arguments[0].High, arguments[1].High), type))
                .Widen(MonotoneMap.Units, type) with
            { MayBeNaN = mayBeNaN };
    }

    public override double Evaluate(ImmutableArray<double> arguments) => ScalarMath.LogAddExp(arguments[0], arguments[1]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.LogAddExp(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) =>
        Printed.Primary($"log(e^{arguments[0].Within(Precedence.Primary)} + e^{arguments[1].Within(Precedence.Primary)})");

    public override Expr? Simplify(Call call) => (call[0], call[1]) switch
    {
        (Literal { Value: 0 }, _) => Softplus.Of(call[1]),
        (_, Literal { Value: 0 }) => Softplus.Of(call[0]),
        _ => null,
    };
}
