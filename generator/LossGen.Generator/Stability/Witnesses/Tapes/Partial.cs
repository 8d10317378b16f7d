using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Witnesses.Tapes;

/// <summary>
/// The derivative of a function by one of its arguments as a list of operations on the arguments and the function's own value. What
/// generated code computes there is made of the same operations.
/// </summary>
/// <param name="Steps">The operations, the result last.</param>
/// <param name="IsMask">Whether the derivative chooses: a zero of it lets nothing through, not even infinity.</param>
internal sealed record Partial(ImmutableArray<PartialStep> Steps, bool IsMask)
{
    /// <summary>The derivative of a call by an argument; null if it is zero everywhere.</summary>
    public static Partial? Of(Call call, int argument)
    {
        Call pattern = new(call.Function, new EquatableArray<Expr>([.. call.Arguments.Items.Select(Placeholder)]));
        Expr derivative = pattern.Function.Derivative(pattern, argument);
        if (derivative.IsZero())
        {
            return null;
        }

        ImmutableArray<PartialStep>.Builder steps = ImmutableArray.CreateBuilder<PartialStep>();
        Dictionary<Expr, int> places = [];
        foreach (Expr node in ExprOrder.ChildrenFirst(derivative, node => node.Equals(pattern) ? [] : ExprChildren.Of(node)))
        {
            places.Add(node, steps.Count);
            steps.Add(StepOf(node));
        }

        return new(steps.ToImmutable(), steps.Any(static step => step.Operation == PartialOperation.Choice) || derivative is Literal);

        PartialStep StepOf(Expr node) => node switch
        {
            _ when node.Equals(pattern) => new(PartialOperation.Own, default, default, default, null, 0),
            Literal literal => new(PartialOperation.Constant, default, default, default, null, (float)literal.Value),
            Truth truth => new(PartialOperation.Constant, default, default, default, null, truth.Value ? 1 : 0),
            Variable variable => new(PartialOperation.Argument, variable.Input.Position, default, default, null, 0),
            Select select => new(PartialOperation.Choice, places[select.Condition], places[select.WhenTrue], places[select.WhenFalse], null, 0),
            Call inner => new(
                TapeCompiler.IsDecision(inner.Function) ? PartialOperation.Decision : PartialOperation.Call,
                places[inner[0]],
                inner.Arguments.Count > 1 ? places[inner[1]] : -1,
                inner.Arguments.Count > 2 ? places[inner[2]] : -1,
                inner.Function,
                0),
            _ => throw new System.ArgumentException($"A derivative has no {node.GetType().Name}."),
        };

        // Functions look at what an exponent is: a constant, or whether it varies.
        static Expr Placeholder(Expr argument, int position) => argument is Literal
            ? argument
            : new Variable(new Input(DependsOnPrediction(argument) ? InputRole.Prediction : InputRole.Target, position, "x" + position));
    }

    private static bool DependsOnPrediction(Expr expression) => ExprOrder.ChildrenFirst(expression, ExprChildren.Of)
        .Any(static node => node is Variable { Input.Role: InputRole.Prediction } or Read { Row.Role: InputRole.Prediction });
}

/// <summary>What a step of a derivative does.</summary>
internal enum PartialOperation
{
    Constant,

    /// <summary>An argument of the function.</summary>
    Argument,

    /// <summary>The function's own value.</summary>
    Own,
    Call,
    Decision,
    Choice,
}

/// <summary>One operation of a derivative: on the results of up to three steps before it.</summary>
internal readonly record struct PartialStep(PartialOperation Operation, int First, int Second, int Third, Function? Function, float Constant);
