using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Programs;

/// <summary>One sample: the numbers of all parameters of a program.</summary>
/// <param name="Columns">The number of columns of every row.</param>
/// <param name="Scalars">Predictions, targets, labels and hyperparameters that are numbers. A condition is 0 or 1.</param>
/// <param name="Rows">Predictions and targets that are rows.</param>
internal sealed record ProgramPoint(int Columns, IReadOnlyDictionary<Input, double> Scalars, IReadOnlyDictionary<Input, double[]> Rows)
{
    /// <summary>The sample under the hyperparameters of another, as samples of one call have them in common.</summary>
    public ProgramPoint WithHyperparametersOf(ProgramPoint other) => this with
    {
        Scalars = Scalars.ToDictionary(static scalar => scalar.Key, scalar => scalar.Key.Role == InputRole.Hyperparameter ? other.Scalars[scalar.Key] : scalar.Value),
    };

    /// <summary>The sample with one number moved.</summary>
    public ProgramPoint Moved(Input input, int column, double offset) => this with
    {
        Scalars = Scalars.ToDictionary(static scalar => scalar.Key, scalar => scalar.Value + (scalar.Key == input ? offset : 0)),
        Rows = Rows.ToDictionary(static row => row.Key, row => row.Value.Select((value, place) => value + (row.Key == input && place == column ? offset : 0)).ToArray()),
    };

    public override string ToString() => string.Join(
        ", ",
        Scalars.Select(static scalar => FormattableString.Invariant($"{scalar.Key.Name} = {scalar.Value:R}"))
            .Concat(Rows.Select(static row => FormattableString.Invariant($"{row.Key.Name} = [{string.Join(", ", row.Value.Select(static value => FormattableString.Invariant($"{value:R}")))}]"))));
}
