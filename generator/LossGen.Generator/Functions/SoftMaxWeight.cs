using System;
using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>
/// The softmax weight of a column: e^(x − l), where x is the column's score and l the log-sum-exp of the row that it belongs to, so that
/// x ≤ l and no exponential overflows. Not in <c>LossMath</c>.
/// </summary>
internal sealed class SoftMaxWeight() : Function("SoftMaxWeight", 2)
{
    public static readonly SoftMaxWeight Instance = new();

    public static Expr Of(Expr score, Expr logSumExp) => Build.Call(Instance, score, logSumExp);

    /// <summary>∂w/∂x = w, ∂w/∂l = −w: through the log-sum-exp this adds up to the Jacobian diag(w) − w·wᵀ.</summary>
    public override Expr Derivative(Call call, int argument) => argument == 0 ? call : -call;

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) =>
        arguments[0].Subtract(arguments[1], type).MapIncreasing(Math.Exp, type).NonNegative(type).Within(0, 1);

    public override double Evaluate(ImmutableArray<double> arguments) => Math.Exp(arguments[0] - arguments[1]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.Exp(arguments[0] - arguments[1]);

    /// <summary>The row is not printed: the log-sum-exp belongs to the column's own row.</summary>
    public override Printed Print(ImmutableArray<Printed> arguments) => Printed.Primary($"softmax({arguments[0].Text})");

    public override bool NamesArguments => true;

    public override string Emit(ImmutableArray<string> arguments) => $"V.Exp({arguments[0]} - {arguments[1]})";

    public override string EmitScalar(ImmutableArray<string> arguments) => $"global::System.Math.Exp({arguments[0]} - {arguments[1]})";
}
