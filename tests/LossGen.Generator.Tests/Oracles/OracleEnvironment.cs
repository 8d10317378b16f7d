using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Oracles;

/// <summary>The numbers that a formula is evaluated at: one sample's scalars, labels and hyperparameters by input, and its rows.</summary>
internal sealed record OracleEnvironment(IReadOnlyDictionary<Input, Dual> Scalars, IReadOnlyDictionary<Input, Dual[]> Rows, int Columns)
{
    /// <summary>An environment without rows.</summary>
    public static OracleEnvironment Of(params (Variable Variable, Dual Value)[] scalars) =>
        new(scalars.ToDictionary(static scalar => scalar.Variable.Input, static scalar => scalar.Value), new Dictionary<Input, Dual[]>(), 0);

    /// <summary>The same numbers with one scalar or, in a row, one element seeded: the direction of differentiation.</summary>
    public OracleEnvironment Seed(Input input, int column = 0) => new(
        Scalars.ToDictionary(static pair => pair.Key, pair => new Dual(pair.Value.Value, pair.Key == input ? 1 : 0)),
        Rows.ToDictionary(static pair => pair.Key, pair => pair.Value.Select((value, i) => new Dual(value.Value, pair.Key == input && i == column ? 1 : 0)).ToArray()),
        Columns);
}
