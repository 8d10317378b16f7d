using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;

namespace LossGen.Generator.Lowering;

/// <summary>What is known of the hyperparameters where a kernel is used.</summary>
/// <param name="Decisions">Conditions on hyperparameters alone, and whether they hold.</param>
internal sealed record HyperparameterCase(ImmutableArray<Decision> Decisions)
{
    public static readonly HyperparameterCase Any = new([]);

    /// <summary>This case, split in two.</summary>
    public HyperparameterCase With(Expr condition, bool holds) => new(Decisions.Add(new(condition, holds)));

    /// <summary>
    /// The outermost condition on which to split: one that hyperparameters alone decide, of a choice with a function in it that takes long. Without such a function, both sides
    /// and the choice between them take less time than they are worth lines.
    /// </summary>
    public static Expr? FindCondition(Expr value) => ExprOrder.ChildrenFirst(value, ExprChildren.Of)
        .Reverse()
        .OfType<Select>()
        .FirstOrDefault(static choice => ProductForm.IsHyperparameter(choice.Condition) && (HasFunctions(choice.WhenTrue) || HasFunctions(choice.WhenFalse)))?.Condition;

    /// <summary>
    /// Whether an exponent of numbers of every column is 1 or 2, if that is not known yet: there is no power to compute then. Over elements, <see cref="ExponentDispatch"/> leaves that to
    /// the just-in-time compiler.
    /// </summary>
    public Expr? FindExponent(Expr value) => ExprOrder.ChildrenFirst(value, ExprChildren.Of)
        .OfType<Call>()
        .Where(static call => call.Function is Pow && call[0].Indices.HasColumns && call[1] is Variable { Input.Role: InputRole.Hyperparameter })
        .SelectMany(static power => new[] { Equal.Of(power[1], Build.One), Equal.Of(power[1], new Literal(2)) })
        .FirstOrDefault(condition => Decide(condition) is null);

    /// <summary>What is left of an expression in this case.</summary>
    public Expr Apply(Expr expression) => Decisions.IsEmpty
        ? expression
        : Substitution.Rebuild(expression, (node, candidate) => node.IsCondition ? Decide(node) ?? Decide(candidate) : Decisions.Select(decision => decision.ValueOf(node)).FirstOrDefault(static value => value is not null));

    /// <summary>Whether a hyperparameter is known not to have a value.</summary>
    public bool Excludes(Input hyperparameter, double value) => Decide(Equal.Of(new Variable(hyperparameter), new Literal(value))) is { Value: false };

    /// <summary>The decisions as a formula, without those that follow from others.</summary>
    public override string ToString()
    {
        HyperparameterCase positive = new([.. Decisions.Where(static decision => decision.Holds)]);
        return string.Join(", ", Decisions.Where(decision => decision.Holds || positive.Apply(decision.Condition) is not Truth).Select(static decision => MathPrinter.Print(decision.Statement)));
    }

    private Truth? Decide(Expr condition) => Decisions.Select(decision => decision.Decide(condition)).FirstOrDefault(static answer => answer is not null) is { } answer ? answer ? Truth.True : Truth.False : null;

    private static bool HasFunctions(Expr expression) =>
        ExprOrder.ChildrenFirst(expression, ExprChildren.Of).Any(static node => LongOperation.Is(node) && !ProductForm.IsHyperparameter(node));
}

/// <summary>A condition on hyperparameters alone that is known.</summary>
internal sealed record Decision(Expr Condition, bool Holds)
{
    /// <summary>The hyperparameter that the condition compares with a number, and the number.</summary>
    private (Variable Hyperparameter, Literal Value)? Equation => Condition switch
    {
        Call { Function: Equal } equation when equation[0] is Variable variable && equation[1] is Literal literal => (variable, literal),
        Call { Function: Equal } equation when equation[1] is Variable variable && equation[0] is Literal literal => (variable, literal),
        _ => null,
    };

    /// <summary>What is true.</summary>
    public Expr Statement => (Holds, Condition) switch
    {
        (true, _) => Condition,
        (false, Call { Function: Equal } equation) => Build.Call(NotEqual.Instance, equation[0], equation[1]),
        _ => Build.Call(Not.Instance, Condition),
    };

    /// <summary>The number that an expression is known to be.</summary>
    public Expr? ValueOf(Expr expression) => Holds && Equation is { } equation && expression.Equals(equation.Hyperparameter) ? equation.Value : null;

    /// <summary>Whether another condition holds; null if that is not decided.</summary>
    public bool? Decide(Expr condition) => Implication.Decide(Condition, Holds, condition) ?? (!Holds && Equation is { } equation && IsSame(condition, equation.Hyperparameter, equation.Value) ? false : null);

    /// <summary>Whether a condition is the same equation, written in another way, such as α − 2 = 0 for α = 2.</summary>
    private static bool IsSame(Expr condition, Variable hyperparameter, Literal value) =>
        condition is Call { Function: Equal } equation && equation[1] is Literal right && IsShiftedOrScaled(equation[0], hyperparameter)
        && Substitution.ReplaceInputs(equation[0], node => node.Equals(hyperparameter) ? value : null).Equals(right);

    private static bool IsShiftedOrScaled(Expr expression, Variable hyperparameter) => expression switch
    {
        Call { Function: Negate } negation => IsShiftedOrScaled(negation[0], hyperparameter),
        Call { Function: Add or Subtract } sum => (sum[1] is Literal && IsShiftedOrScaled(sum[0], hyperparameter)) || (sum[0] is Literal && IsShiftedOrScaled(sum[1], hyperparameter)),
        Call { Function: Multiply } product => product[0] is Literal { Value: not 0 } && IsShiftedOrScaled(product[1], hyperparameter),
        _ => expression.Equals(hyperparameter),
    };
}
