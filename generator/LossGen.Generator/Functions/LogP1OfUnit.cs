using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>log(1 + x) for x in [0, 1]: one polynomial, as softplus needs it.</summary>
internal sealed class LogP1OfUnit() : UnaryFunction("LogP1OfUnit")
{
    public static readonly LogP1OfUnit Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    public override string EmitScalar(ImmutableArray<string> arguments) => LogP1.Instance.EmitScalar(arguments);

    protected override Expr Derivative(Expr argument, Call value) => Build.One / (Build.One + argument);

    protected override Interval Range(Interval argument, ElementType type) => LogP1.Instance.Range([argument], type).Within(0, 1);

    protected override double Evaluate(double argument) => LogP1.Instance.Evaluate([argument]);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.LogP1(argument);

    protected override Printed Print(Printed argument) => LogP1.Instance.Print([argument]);
}
