using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>
/// All that the compiler knows about one function or operator: its derivative, its range, how it prints as mathematics and
/// which vector operation computes it. One sealed subclass and one file a function.
/// </summary>
internal abstract class Function(string name, int arity)
{
    /// <summary>The name in <c>LossMath</c>, and of the operation of the vector types; for operators a word such as <c>Add</c>.</summary>
    public string Name { get; } = name;

    public int Arity { get; } = arity;

    public virtual ExprKind ExprKind => ExprKind.Number;

    /// <summary>
    /// ∂call/∂argument, in terms of the call's arguments and, where that shares work, of the call itself.
    /// A constant zero means that nothing flows to the argument. Kinks follow the rule: the derivative where there is one,
    /// else the subgradient of minimum norm, else continuity.
    /// </summary>
    public abstract Expr Derivative(Call call, int argument);

    /// <summary>An interval that contains every value of the function on the arguments' intervals, rounding in the element type included.</summary>
    public abstract Interval Range(ImmutableArray<Interval> arguments, ElementType type);

    /// <summary>The value in double, for constant folding. Semantics (NaN, infinities, ties) are those of the run-time function.</summary>
    public abstract double Evaluate(ImmutableArray<double> arguments);

    /// <summary>The value to more than 100 bits where that is feasible, with a bound of its error; special values are those of <see cref="Evaluate"/>.</summary>
    public abstract Shadow Shadow(ImmutableArray<Shadow> arguments);

    /// <summary>The call as mathematics.</summary>
    public abstract Printed Print(ImmutableArray<Printed> arguments);

    /// <summary>The call as C# on vectors, its arguments being names of locals.</summary>
    public virtual string Emit(ImmutableArray<string> arguments) => $"V.{Name}({string.Join(", ", arguments)})";

    /// <summary>Whether <see cref="Emit"/> needs names for arguments, because it writes them in places where an expression would need parentheses or be computed twice.</summary>
    public virtual bool NamesArguments => false;

    /// <summary>How tightly the emitted text binds; operators override it together with <see cref="Emit"/>.</summary>
    public virtual Precedence EmittedPrecedence => Precedence.Primary;

    /// <summary>The call as C# on doubles, for parts of a formula that only hyperparameters enter; the arguments are in parentheses where they need them.</summary>
    public virtual string EmitScalar(ImmutableArray<string> arguments) =>
        $"global::LossGen.{(IsInLossMath ? "LossMath" : "Explanation.ScalarFunctions")}.{Name}({string.Join(", ", arguments)})";

    /// <summary>Whether users can call the function too; what only rewrites make is computed by the runtime's own functions.</summary>
    protected virtual bool IsInLossMath => true;

    /// <summary>An equal and simpler expression, or null. Fires on the function's own call only; must terminate and be safe for IEEE special values.</summary>
    public virtual Expr? Simplify(Call call) => null;
}
