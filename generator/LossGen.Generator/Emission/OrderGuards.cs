using System;
using System.Linq;
using LossGen.Generator.Lowering;

namespace LossGen.Generator.Emission;

/// <summary>
/// Code that only some orders of evaluation run. Whether <c>order</c> over rows, or <c>sink</c> without, a struct, implements an interface is known before the code is compiled to
/// instructions: what is not wanted takes no time, nor does the question.
/// </summary>
internal static class OrderGuards
{
    /// <summary>The constraint of a method's parameter <c>order</c>.</summary>
    public const string Constraint = "where TOrder : struct, global::LossGen.Evaluation.IEvaluationOrder";

    /// <summary>Statements of all orders, those of higher orders inside of conditions.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="known">The order that the surrounding code has at least.</param>
    /// <param name="hasAny">Whether there are statements of an order.</param>
    /// <param name="emit">Writes the statements of an order.</param>
    /// <param name="condition">How the code asks for an order; <see cref="Condition"/> if it is null.</param>
    public static void EmitBlocks(SourceWriter writer, EvaluationOrder known, Func<EvaluationOrder, bool> hasAny, Action<EvaluationOrder> emit, Func<EvaluationOrder, string>? condition = null)
    {
        int open = 0;
        foreach (EvaluationOrder order in EvaluationOrders.All.Where(hasAny))
        {
            if (order > known)
            {
                writer.Write($"if ({(condition ?? Condition)(order)})").Open();
                open++;
            }

            emit(order);
        }

        for (; open > 0; open--)
        {
            writer.Close();
        }
    }

    /// <summary>A number that is declared for all orders and computed for some.</summary>
    public static string Guarded(string expression, EvaluationOrder order, EvaluationOrder known) =>
        order > known ? $"{Condition(order)} ? {expression} : V.Zero" : expression;

    public static string Condition(EvaluationOrder order) => $"order is global::LossGen.Evaluation.I{order}Order";
}
