using System;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The angle in [0, π] with a given cosine: NaN outside [−1, 1]. Its derivative at ±1 is −∞.</summary>
internal sealed class Acos() : UnaryFunction("Acos")
{
    public static readonly Acos Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => -1 / Sqrt.Of(OneMinusSquare.Of(argument));

    protected override Interval Range(Interval argument, ElementType type) => argument.Restrict(-1, 1).MapDecreasing(Evaluate, type).Within(0, double.PositiveInfinity);

    protected override double Evaluate(double argument) => Math.Acos(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Acos(argument);

    protected override Printed Print(Printed argument) => Printed.Call("arccos", argument);
}
