using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Oracles;

/// <summary>Evaluates a scalar formula by the functions' own references, every result rounded to the element type as a kernel rounds it.</summary>
internal static class FormulaEvaluator
{
    public static double Evaluate(Expr expression, IReadOnlyDictionary<Input, double> scalars, Func<double, double> round)
    {
        return Number(expression);

        double Number(Expr node) => node switch
        {
            Literal literal => round(literal.Value),
            Truth truth => truth.Value ? 1 : 0,
            Variable variable => scalars[variable.Input],
            Select select => Number(select.Condition) != 0 ? Number(select.WhenTrue) : Number(select.WhenFalse),
            Call call => round(call.Function.Evaluate([.. call.Arguments.Items.Select(Number)])),
            _ => throw new ArgumentException($"{node.GetType().Name} needs a row."),
        };
    }

    public static double Evaluate(Expr expression, params (Variable Variable, double Value)[] scalars) =>
        Evaluate(expression, scalars.ToDictionary(static scalar => scalar.Variable.Input, static scalar => scalar.Value), static value => value);
}
