using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>max(x, 0). The derivative at the kink is 0, the subgradient of minimum norm.</summary>
internal sealed class Relu() : UnaryFunction("Relu")
{
    public static readonly Relu Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Build.Select(GreaterThan.Of(argument, Build.Zero), Build.One, Build.Zero);

    /// <summary>A zero may have either sign, as it comes.</summary>
    protected override Interval Range(Interval argument, ElementType type) => argument.IsEmpty
        ? argument
        : argument with { Low = IntervalArithmetic.IsNegative(argument.Low) ? -0.0 : argument.Low, High = IntervalArithmetic.Larger(argument.High, 0) };

    protected override double Evaluate(double argument) => argument >= 0 || double.IsNaN(argument) ? argument : 0;

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Relu(argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Relu or Abs or Square or Exp or Exp2 or Sigmoid or Softplus or Sqrt } => argument,
        _ => null,
    };
}
