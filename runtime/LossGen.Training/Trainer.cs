namespace LossGen.Training;

/// <summary>Fits models to data with any generated loss.</summary>
public static class Trainer
{
    /// <summary>Fits a linear model, from a start at 0. Nothing is allocated per step.</summary>
    /// <remarks>
    /// <para>A loss of one prediction and one target is applied to every target column, with an output for each. A loss of
    /// several numbers takes one output per prediction, and one target column per target, in order. A loss over a row takes all
    /// outputs as its row.</para>
    /// <para>Cancelling is not an error: the fit stops before its next step and returns the best model so far. So does a loss that
    /// becomes NaN or infinite; the result then says at which sample, and where in the formula.</para>
    /// </remarks>
    /// <typeparam name="TLoss">The loss.</typeparam>
    /// <param name="loss">What to minimise: its mean over the samples, weighted if the data are.</param>
    /// <param name="data">The samples.</param>
    /// <param name="options">What to fit and how; defaults if left out.</param>
    /// <param name="progress">Told of the start and of every finished epoch, on this thread.</param>
    /// <param name="cancellationToken">Looked at before every step.</param>
    /// <returns>The best model, and why the fit ended.</returns>
    /// <exception cref="ArgumentException">The loss cannot be trained with these data, or has refused them.</exception>
    public static TrainingResult Fit<TLoss>(
        TLoss loss,
        Dataset data,
        TrainingOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TLoss : ILoss<double>
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(data);
        options ??= new TrainingOptions();

        var objective = new LinearObjective<TLoss>(loss, data, options);
        var session = new FitSession(objective.ParameterCount, options.Epochs, progress, cancellationToken);
        StopReason reason = options.Optimizer switch
        {
            GradientOptimizer optimizer => MiniBatchFit.Run(objective, optimizer, options, session),
            Lbfgs lbfgs => LbfgsFit.Run(objective, lbfgs, session),
            Newton newton => new NewtonFit<TLoss>(objective, newton, session).Run(),
            _ => throw new ArgumentException($"The optimizer {options.Optimizer} is unknown."),
        };

        LossExplanation? explanation = reason == StopReason.NonFinite ? objective.ExplainLast() : null;
        return session.ToResult(objective.ToModel(session.BestParameters), reason, explanation);
    }
}
