using System.Collections.Immutable;
using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>x·log(1 + y), and 0 for x = 0 whatever number y is.</summary>
internal sealed class XLogP1Y() : Function("XLogP1Y", 2)
{
    public static readonly XLogP1Y Instance = new();

    public static Expr Of(Expr factor, Expr argument) => Build.Call(Instance, factor, argument);

    /// <summary>∂/∂x is the logarithm and ∂/∂y the quotient, both 0 where x = 0 meets the logarithm's pole.</summary>
    public override Expr Derivative(Call call, int argument) => Build.Select(
        And.Of(Equal.Of(call[0], Build.Zero), Equal.Of(call[1], -1)),
        Build.Zero,
        argument == 0 ? LogP1.Of(call[1]) : call[0] / (1 + call[1]));

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type)
    {
        Interval factor = arguments[0];
        Interval logarithm = LogP1.Instance.Range([arguments[1]], type);
        Interval product = factor.Multiply(logarithm, type);
        if (!factor.Contains(0) || arguments[1].IsEmpty)
        {
            return product;
        }

        bool mayBeNaN = factor.MayBeNaN || arguments[1].MayBeNaN
            || (!factor.IsPoint && logarithm.MayBeNaN)
            || (factor.MayBeInfinite && logarithm.Contains(0));
        return product.Union(Interval.Point(0)) with { MayBeNaN = mayBeNaN };
    }

    public override double Evaluate(ImmutableArray<double> arguments) =>
        arguments[0] == 0 && !double.IsNaN(arguments[1]) ? 0 : arguments[0] * ScalarMath.LogP1(arguments[1]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.XLogP1Y(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) =>
        new($"{arguments[0].Within(Precedence.Multiplicative)}·log(1 + {arguments[1].Within(Precedence.Additive)})", Precedence.Multiplicative);
}
