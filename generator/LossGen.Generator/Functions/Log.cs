using System;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;

namespace LossGen.Generator.Functions;

/// <summary>The natural logarithm: −∞ at 0 and NaN below.</summary>
internal sealed class Log() : UnaryFunction("Log")
{
    public static readonly Log Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Build.One / argument;

    protected override Interval Range(Interval argument, ElementType type)
    {
        Interval domain = argument.Within(0, double.PositiveInfinity);
        return domain.MapIncreasing(Evaluate, type) with { MayBeNaN = argument.MayBeNaN || argument.Low < 0 };
    }

    protected override double Evaluate(double argument) => Math.Log(argument);

    protected override Printed Print(Printed argument) => Printed.Call("log", argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Exp } exp => exp[0],
        Call { Function: Sigmoid } sigmoid => -Softplus.Of(-sigmoid[0]),
        _ => null,
    };
}
