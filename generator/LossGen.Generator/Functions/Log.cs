using System;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The natural logarithm: −∞ at 0 and NaN below.</summary>
internal sealed class Log() : UnaryFunction("Log")
{
    public static readonly Log Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Build.One / argument;

    protected override Interval Range(Interval argument, ElementType type) =>
        argument.Restrict(0, double.PositiveInfinity).MapIncreasing(Evaluate, type);

    protected override double Evaluate(double argument) => Math.Log(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Log(argument);

    protected override Printed Print(Printed argument) => Printed.Call("log", argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Cosh } cosh => LogCosh.Of(cosh[0]),
        Call { Function: Erfc } erfc => LogErfc.Of(erfc[0]),
        Call { Function: Exp } exp => exp[0],
        Call { Function: Gaussian } gaussian => -Square.Of(gaussian[0]),
        Call { Function: HalfGaussian } gaussian => -Build.Half * Square.Of(gaussian[0]),
        Call { Function: Sigmoid } sigmoid => -Softplus.Of(-sigmoid[0]),
        Call { Function: SoftMaxWeight } weight => weight[0] - weight[1],
        _ => null,
    };
}
