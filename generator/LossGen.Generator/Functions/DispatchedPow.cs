using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>
/// x to the power of a hyperparameter plus a whole number, as kernels compute it: generic over the exponent, which is chosen once
/// per batch. It exists in lowered code only.
/// </summary>
internal sealed class DispatchedPow : Function
{
    private const int LargestShift = 4;

    private static readonly ImmutableArray<DispatchedPow> ByShift =
        [.. Enumerable.Range(-LargestShift, (2 * LargestShift) + 1).Select(static shift => new DispatchedPow(shift))];

    private readonly int _shift;

    private DispatchedPow(int shift)
        : base("DispatchedPow" + shift.ToString(CultureInfo.InvariantCulture), 2) => _shift = shift;

    /// <summary>The function with a shift of the exponent, or null if no derivative could have made the shift.</summary>
    public static DispatchedPow? WithShift(double shift) =>
        System.Math.Abs(shift) <= LargestShift && System.Math.Floor(shift) == shift ? ByShift[(int)shift + LargestShift] : null;

    public override Expr Derivative(Call call, int argument) => AsPow(call).Function.Derivative(AsPow(call), argument);

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) =>
        Pow.Instance.Range([arguments[0], arguments[1].Add(Interval.Point(_shift), type)], type);

    public override double Evaluate(ImmutableArray<double> arguments) => Pow.Instance.Evaluate([arguments[0], arguments[1] + _shift]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.Pow(arguments[0], arguments[1] + _shift);

    public override Printed Print(ImmutableArray<Printed> arguments) =>
        Pow.Instance.Print([arguments[0], Add.Instance.Print([arguments[1], Printed.Primary(MathPrinter.Print((double)_shift))])]);

    public override string Emit(ImmutableArray<string> arguments) =>
        $"TExponent.Power<V, T>({arguments[0]}, {arguments[1]}, {_shift.ToString(CultureInfo.InvariantCulture)})";

    private Call AsPow(Call call) => new(Pow.Instance, [call[0], call[1] + new Literal(_shift)]);
}
