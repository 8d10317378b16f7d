using System;
using LossGen.Generator.Stability.Shadows;
using LossGen.Generator.Stability.Witnesses.Tapes;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>
/// Where the digits went that a product or quotient has lost. Products and quotients pass relative errors on as they are: 1 − cos x may be as
/// right as anybody needs and its quotient with x² wrong, but it is the difference that cancelled.
/// </summary>
internal static class LostDigits
{
    /// <summary>What an operand must have lost to be to blame for a derivative.</summary>
    private const double Lost = 64.0 / (1 << 24);

    /// <summary>The part of a relative error that must come from one operand.</summary>
    private const double MostOfIt = 0.4;

    /// <summary>The operation that lost them; the culprit itself, if its operands have theirs.</summary>
    public static TapeStep Origin(Observation observation, Failure failure, Culprit culprit)
    {
        TapeStep step = culprit.Step;
        while (failure.Severity < Severity.NonFinite && PassesErrorsOn(step) && Worst(observation, failure, step, culprit.Column) is { } operand)
        {
            step = operand;
        }

        return step;
    }

    private static bool PassesErrorsOn(TapeStep step) => step.Operation is TapeOperation.Multiply or TapeOperation.Divide or TapeOperation.Negate;

    private static TapeStep? Worst(Observation observation, Failure failure, TapeStep step, int column)
    {
        double worst = Math.Max(Lost, failure.IsGradient ? 0 : MostOfIt * RelativeError(observation, step.CellAt(column)));
        TapeStep? origin = null;
        foreach (int child in step.Children)
        {
            TapeStep operand = observation.Tape.Steps[child];
            double error = RelativeError(observation, operand.CellAt(column));
            if (error > worst && CanLoseDigits(operand))
            {
                (worst, origin) = (error, operand);
            }
        }

        return origin;
    }

    private static bool CanLoseDigits(TapeStep step) => PassesErrorsOn(step) || step.Operation is TapeOperation.Add or TapeOperation.Subtract or TapeOperation.Call;

    private static double RelativeError(Observation observation, int cell)
    {
        Shadow exact = observation.Shadow.Value(cell);
        double error = Math.Abs(observation.Single.Value(cell) - exact.ToDouble());
        return error == 0 ? 0 : exact.IsFinite && !exact.IsZero ? error / Math.Abs(exact.ToDouble()) : 0;
    }
}
