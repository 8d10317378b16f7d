using System;
using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>
/// The square root that makes a Euclidean norm of a sum of squares. It is <see cref="Sqrt"/> in value, but its derivative where the sum
/// is 0 is 0: with it the norm's gradient there is 0, the subgradient of minimum norm, rather than 0·∞. Not in <c>LossMath</c>.
/// </summary>
internal sealed class NormRoot() : UnaryFunction("NormRoot")
{
    public static readonly NormRoot Instance = new();

    public static Expr Of(Expr sumOfSquares) => Build.Call(Instance, sumOfSquares);

    public override string Emit(ImmutableArray<string> arguments) => $"V.Sqrt({arguments[0]})";

    public override string EmitScalar(ImmutableArray<string> arguments) => Sqrt.Instance.EmitScalar(arguments);

    protected override Expr Derivative(Expr argument, Call value) =>
        Build.Select(Build.Call(Equal.Instance, argument, Build.Zero), Build.Zero, Build.Half / value);

    protected override Interval Range(Interval argument, ElementType type) => argument.SquareRoot(type);

    protected override double Evaluate(double argument) => Math.Sqrt(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Sqrt(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"√({argument.Text})");
}
