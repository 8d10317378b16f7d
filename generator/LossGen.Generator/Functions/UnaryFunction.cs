using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>A function of one argument.</summary>
internal abstract class UnaryFunction(string name) : Function(name, 1)
{
    /// <summary>The derivative at <paramref name="argument"/>; <paramref name="value"/> is the call itself.</summary>
    protected abstract Expr Derivative(Expr argument, Call value);

    protected abstract Interval Range(Interval argument, ElementType type);

    protected abstract double Evaluate(double argument);

    protected abstract Shadow Shadow(Shadow argument);

    protected virtual Expr? Simplify(Expr argument) => null;

    /// <summary>As mathematics; by default <c>name(argument)</c> with a lower-case name.</summary>
    protected virtual Printed Print(Printed argument) => Printed.Call(Name, argument);

    public sealed override Expr Derivative(Call call, int argument) => Derivative(call[0], call);

    public sealed override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => Range(arguments[0], type);

    public sealed override double Evaluate(ImmutableArray<double> arguments) => Evaluate(arguments[0]);

    public sealed override Shadow Shadow(ImmutableArray<Shadow> arguments) => Shadow(arguments[0]);

    public sealed override Printed Print(ImmutableArray<Printed> arguments) => Print(arguments[0]);

    public sealed override Expr? Simplify(Call call) => Simplify(call[0]);
}
