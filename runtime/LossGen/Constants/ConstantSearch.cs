using System.Numerics;
using LossGen.Evaluation;

namespace LossGen.Constants;

/// <summary>The predictions, the same for all samples, that make a loss smallest.</summary>
internal static class ConstantSearch
{
    /// <summary>Constants up to which they are searched one after the other before they are searched together.</summary>
    private const int FewConstants = 16;

    /// <summary>Rounds of searches by one constant after the other, where kinks keep the common search from its end.</summary>
    private const int MostRounds = 20;

    internal static void Find<T>(ILoss<T> loss, scoped ref LossBatch<T> batch, scoped Span<T> constants)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LossSignature signature = loss.Signature;
        int samples = LossBatchChecks.CheckTargets(in batch, signature);
        int expected = ConstantObjective<T>.SizeOf(signature, batch.Columns);
        if (constants.Length != expected)
            throw new ArgumentException($"constants has {constants.Length} elements but the loss takes {expected} numbers per sample.", nameof(constants));

        double[] found = typeof(T) != typeof(double) && loss is ILoss<double> wide ? InDouble(wide, in batch) : Search(loss, in batch, samples);
        for (int i = 0; i < found.Length; i++)
            constants[i] = T.CreateTruncating(found[i]);
    }

    private static double[] InDouble<T>(ILoss<double> loss, scoped ref readonly LossBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var wide = new LossBatch<double>(batch.Reduction, Widen(batch.Weights), batch.Columns);
        for (int i = 0; i < batch.Targets.Count; i++)
            wide.AddTarget(Widen(batch.Targets[i]), batch.Targets.Name(i), batch.IsRowTarget(i) ? InputShape.Row : InputShape.Scalar);
        for (int i = 0; i < batch.Labels.Count; i++)
            wide.AddLabels(batch.Labels[i], batch.Labels.Name(i));

        double[] found = new double[ConstantObjective<double>.SizeOf(loss.Signature, batch.Columns)];
        loss.OptimalConstant(ref wide, found);
        return found;
    }

    private static double[] Widen<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] wide = new double[numbers.Length];
        for (int i = 0; i < wide.Length; i++)
            wide[i] = double.CreateTruncating(numbers[i]);

        return wide;
    }

    private static double[] Search<T>(ILoss<T> loss, scoped ref readonly LossBatch<T> batch, int samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var objective = new ConstantObjective<T>(loss, in batch, samples);
        double[] constants = Inside(in objective);
        bool isSingleRow = loss.Signature.Predictions is [{ Shape: InputShape.Row }];
        if (!isSingleRow && constants.Length <= FewConstants)
            SearchEach(in objective, constants, constants.Length == 1 ? 1 : 2);
        if (!isSingleRow && constants.Length == 1)
            return constants;

        bool isFree = loss.Signature.Predictions.All(static input => double.IsInfinity(input.Minimum) && double.IsInfinity(input.Maximum));
        if (!(isFree && Array.TrueForAll(constants, double.IsFinite) && new Descent<T>(in objective, constants).Run()))
            SearchEach(in objective, constants, MostRounds);
        if (isFree)
            Runaways.Apply(in objective, constants);
        if (isFree && isSingleRow)
            Centering.Apply(in objective, constants);

        return constants;
    }

    /// <summary>Constants to begin with: 0, or 1 or another start where a range does not have 0, so that no constant hides the others' loss.</summary>
    private static double[] Inside<T>(scoped ref readonly ConstantObjective<T> objective)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] constants = new double[objective.Size];
        for (int i = 0; i < constants.Length; i++)
        {
            var targets = new CoordinateTargets<T>(in objective, i);
            if (targets.IsInside(0))
                continue;

            double[] starts = targets.Starts(1);
            constants[i] = targets.IsInside(1) || starts.Length == 0 ? 1 : starts[0];
        }

        return constants;
    }

    /// <summary>Searches by one constant after the other, until a round no longer takes the loss down.</summary>
    private static void SearchEach<T>(scoped ref readonly ConstantObjective<T> objective, double[] constants, int rounds)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Slope[] slopes = new Slope[constants.Length];
        double value = double.PositiveInfinity;
        for (int round = 0; round < rounds; round++)
        {
            for (int coordinate = 0; coordinate < constants.Length; coordinate++)
            {
                if (!double.IsFinite(constants[coordinate]))
                    continue;

                var function = new CoordinateFunction<T>(in objective, constants, slopes, coordinate);
                constants[coordinate] = ScalarMinimum.Find(ref function, function.Starts(), function.Minimum, function.Maximum);
            }

            double lower = Array.TrueForAll(constants, double.IsFinite) ? objective.Evaluate(constants, slopes) : double.NaN;
            if (!(lower < value))
                return;

            value = lower;
        }
    }
}
