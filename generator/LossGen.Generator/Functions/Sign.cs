using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The sign: −1, 0 or 1; a zero keeps its own. The derivative is 0 everywhere.</summary>
internal sealed class Sign() : UnaryFunction("Sign")
{
    public static readonly Sign Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Build.Zero;

    protected override Interval Range(Interval argument, ElementType type) => argument.IsEmpty ? argument : argument with { Low = Evaluate(argument.Low), High = Evaluate(argument.High) };

    protected override double Evaluate(double argument) => argument > 0 ? 1 : argument < 0 ? -1 : argument;

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Sign(argument);
}
