using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The logarithm to base 2: −∞ at 0 and NaN below.</summary>
internal sealed class Log2() : UnaryFunction("Log2")
{
    /// <summary>1 / log 2.</summary>
    private const double OneOverLn2 = 1.4426950408889634;

    public static readonly Log2 Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => OneOverLn2 / argument;

    protected override Interval Range(Interval argument, ElementType type) => argument.Restrict(0, double.PositiveInfinity).MapIncreasing(Evaluate, type);

    protected override double Evaluate(double argument) => ScalarMath.Log2(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Log2(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"log₂({argument.Text})");

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Exp2 } exp => exp[0],
        _ => null,
    };
}
