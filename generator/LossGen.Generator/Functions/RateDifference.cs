using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>
/// a − y·b, where a = eˣ·b, both given: eˣ − y, or 1 − y·e⁻ˣ, the gradient of a rate eˣ. Accurate also where the prediction is nearly right and the difference nearly 0. It
/// exists in lowered code only.
/// </summary>
internal sealed class RateDifference() : Function("RateDifference", 4)
{
    public static readonly RateDifference Instance = new();

    /// <param name="logRate">x.</param>
    /// <param name="target">y.</param>
    /// <param name="upper">a.</param>
    /// <param name="lower">b.</param>
    public static Expr Of(Expr logRate, Expr target, Expr upper, Expr lower) => Build.Call(Instance, logRate, target, upper, lower);

    public override string EmitScalar(ImmutableArray<string> arguments) => $"({arguments[2]} - ({arguments[1]} * {arguments[3]}))";

    public override Expr Derivative(Call call, int argument) => argument switch
    {
        1 => -call[3],
        2 => Build.One,
        3 => -call[1],
        _ => Build.Zero,
    };

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => arguments[2].Add(arguments[1].Multiply(arguments[3], type).Negate(), type);

    public override double Evaluate(ImmutableArray<double> arguments) => arguments[2] - (arguments[1] * arguments[3]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => arguments[2] - (arguments[1] * arguments[3]);

    public override Printed Print(ImmutableArray<Printed> arguments) => Subtract.Instance.Print([arguments[2], Multiply.Instance.Print([arguments[1], arguments[3]])]);
}
