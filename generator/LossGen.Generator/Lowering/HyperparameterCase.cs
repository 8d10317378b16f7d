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
