using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>log(1 + x), accurate near 0: −∞ at −1 and NaN below.</summary>
internal sealed class LogP1() : UnaryFunction("LogP1")
{
    public static readonly LogP1 Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => 1 / (1 + argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.Restrict(-1, double.PositiveInfinity).MapIncreasing(Evaluate, type);

    protected override double Evaluate(double argument) => ScalarMath.LogP1(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.LogP1(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"log(1 + {argument.Within(Precedence.Additive)})");

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Exp } exp => Softplus.Of(exp[0]),
        Call { Function: ExpM1 } exp => exp[0],
        Call { Function: Negate } negate when negate[0] is Call { Function: Exp } exp => Log1MExp.Of(exp[0]),
        _ => null,
    };
}
