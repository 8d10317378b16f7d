using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>log(erfc x), also where erfc(x) underflows: near −x² there.</summary>
internal sealed class LogErfc() : UnaryFunction("LogErfc")
{
    public static readonly LogErfc Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => -ErfcHazard.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapDecreasing(Evaluate, type, MonotoneMap.SpecialUnits);

    protected override double Evaluate(double argument) => ScalarMath.LogErfc(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.LogErfc(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"log(erfc({argument.Text}))");
}
