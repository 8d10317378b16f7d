using System.Collections.Immutable;
using LossGen.Evaluation;

namespace LossGen.Boosting;

/// <summary>
/// A loss as the custom objective of a gradient booster: one call fills gradient and Hessian in the booster's layout, sample by sample and not averaged.
/// Weights multiply both, for boosters do not weigh what a custom objective gives them.
/// </summary>
/// <remarks>
/// <para>Buffers grow with the first call and are used again: further calls with as many samples allocate nothing. An instance is not for several threads at once;
/// to use several threads for one call, set <see cref="MaxDegreeOfParallelism"/>.</para>
/// <para>Targets are numbers, as boosters keep them. A loss with one target or one label takes one number per sample; of several, the targets come first,
/// target after target, then the labels. A target that is a row takes its rows, sample after sample.</para>
/// </remarks>
/// <example>
/// <code>
/// var objective = new BoostingObjective(new SoftmaxCrossEntropy(), outputs: 3);
/// objective.FillLightGbm(scores, labels, gradient, hessian);     // then LGBM_BoosterUpdateOneIterCustom(booster, gradient, hessian, …)
/// </code>
/// </example>
public sealed class BoostingObjective
{
    /// <summary>The logit of 1 − 10⁻¹⁵, where LightGBM ends.</summary>
    private const float LargestInitialScore = 34.538776394910684f;

    private readonly ILoss<float> _loss;
    private readonly LossSignature _signature;
    private readonly bool _isRowLoss;
    private readonly int _targetsPerSample;
    private readonly ObjectiveBuffers _buffers = new();

    /// <summary>Makes an objective of a loss.</summary>
    /// <param name="loss">The loss: of numbers, each of which is an output of the booster, or of one row of outputs. It must have a Hessian.</param>
    /// <param name="outputs">
    /// The number of scores per sample, the booster's number of classes. A loss of numbers has as many as it has predictions, and it need not be said; of a loss over rows it is
    /// the number of columns.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The loss has several rows, or a row and numbers, as predictions; or it has another number of predictions; or it is over rows and the number of outputs is not said.
    /// </exception>
    public BoostingObjective(ILoss<float> loss, int? outputs = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (outputs is { } given)
            ArgumentOutOfRangeException.ThrowIfLessThan(given, 1, nameof(outputs));

        _loss = loss;
        _signature = loss.Signature;
        ImmutableArray<LossInput> predictions = _signature.Predictions;
        _isRowLoss = predictions is [{ Shape: InputShape.Row }];
        if (!_isRowLoss && predictions.Any(static input => input.Shape == InputShape.Row))
            throw new ArgumentException("A booster gives numbers, or one row, per sample; the loss takes rows beside other predictions.", nameof(loss));
        if (!_isRowLoss && _signature.HasRows)
            throw new ArgumentException("The loss compares numbers with a row, which a booster does not have.", nameof(loss));
        if (!_isRowLoss && outputs is { } other && other != predictions.Length)
            throw new ArgumentException($"The loss takes {predictions.Length} numbers per sample, so that the booster has as many outputs, not {other}.", nameof(outputs));
        if (_isRowLoss && outputs is null)
            throw new ArgumentException("The loss takes a row per sample: outputs must say how many columns it has.", nameof(outputs));

        Outputs = outputs ?? predictions.Length;
        foreach (LossInput target in _signature.Targets)
            _targetsPerSample += WidthOf(target);
        _targetsPerSample += _signature.Labels.Length;
    }

    /// <summary>The number of scores per sample.</summary>
    public int Outputs { get; }

    /// <summary>The largest number of threads of a call, at least 1. The results do not depend on it.</summary>
    public int MaxDegreeOfParallelism { get; init; } = 1;

    /// <summary>
    /// Whether the Hessian of a loss over a row of outputs is multiplied as the boosters multiply that of their own multi-class objective: by C/(C − 1) for LightGBM, by 2
    /// for XGBoost. It makes steps equal to theirs; without it the Hessian is that of the loss and its policy.
    /// </summary>
    public bool UsesMulticlassFactor { get; init; }

    /// <summary>
    /// The smallest Hessian of a sample before weights, −∞ unless set: a booster divides by their sum, and stands still or goes the wrong way where it is 0 or negative.
    /// XGBoost holds its own logistic objective to 10⁻¹⁶.
    /// </summary>
    public float MinimumHessian { get; init; } = float.NegativeInfinity;

    /// <summary>
    /// The largest Hessian of a sample before weights, +∞ unless set. A majorizer has no bound at a kink (that of |r| is 1/|r|), and one sample there stops its whole leaf.
    /// A maximum of m smooths the kink over residuals up to 1/m.
    /// </summary>
    public float MaximumHessian { get; init; } = float.PositiveInfinity;

    /// <summary>
    /// Whether the gradient's magnitude stands for the Hessian, before its bounds: 1 where a hinge is violated and 0 elsewhere. XGBoost's <c>binary:hinge</c>, with a
    /// <see cref="MinimumHessian"/> of 1.1754944e-38, and since 2026 its <c>multi:softprob</c>, with 10⁻¹⁶.
    /// </summary>
    public bool UsesGradientAsHessian { get; init; }

    /// <summary>
    /// What the Hessian is multiplied with, after its bounds, 1 unless set: steps are smaller by it. LightGBM's and XGBoost's own Poisson objectives have e^0.7, the exponential of
    /// <c>poisson_max_delta_step</c> or <c>max_delta_step</c>.
    /// </summary>
    public float HessianFactor { get; init; } = 1;

    /// <summary>Fills gradient and Hessian for LightGBM: class after class, element [output × samples + sample].</summary>
    /// <param name="scores">The raw scores of the training data, class after class.</param>
    /// <param name="targets">What the loss compares with, one number per sample; see the remarks on the class for other losses.</param>
    /// <param name="gradient">Receives weight × ∂loss/∂score; as long as <paramref name="scores"/>.</param>
    /// <param name="hessian">Receives weight × the second derivative, by the loss's policy; as long as <paramref name="scores"/>.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <returns>The weighted sum of the losses, for a report.</returns>
    /// <exception cref="ArgumentException">Lengths differ, outputs overlap other arguments, a label is no class, a weight is negative, there are no samples, or the loss has no Hessian. Nothing has been written.</exception>
    public float FillLightGbm(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, ReadOnlySpan<float> weights = default) =>
        Fill(scores, targets, gradient, hessian, weights, isClassMajor: true, (float)Outputs / (Outputs - 1));

    /// <summary>Fills gradient and Hessian for LightGBM, of scores in double, as <c>LGBM_BoosterGetPredict</c> hands them out.</summary>
    /// <param name="scores">The raw scores of the training data, class after class.</param>
    /// <param name="targets">What the loss compares with, one number per sample; see the remarks on the class for other losses.</param>
    /// <param name="gradient">Receives weight × ∂loss/∂score; as long as <paramref name="scores"/>.</param>
    /// <param name="hessian">Receives weight × the second derivative, by the loss's policy; as long as <paramref name="scores"/>.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <returns>The weighted sum of the losses, for a report.</returns>
    /// <exception cref="ArgumentException">Lengths differ, outputs overlap other arguments, a label is no class, a weight is negative, there are no samples, or the loss has no Hessian. Nothing has been written.</exception>
    public float FillLightGbm(ReadOnlySpan<double> scores, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, ReadOnlySpan<float> weights = default)
    {
        Span<float> narrow = _buffers.Narrow(scores);
        return FillLightGbm(narrow, targets, gradient, hessian, weights);
    }

    /// <summary>Fills gradient and Hessian for XGBoost: sample after sample, element [sample × outputs + output].</summary>
    /// <param name="scores">The raw scores (margins) of the training data, sample after sample.</param>
    /// <param name="targets">What the loss compares with, one number per sample; see the remarks on the class for other losses.</param>
    /// <param name="gradient">Receives weight × ∂loss/∂score; as long as <paramref name="scores"/>.</param>
    /// <param name="hessian">Receives weight × the second derivative, by the loss's policy; as long as <paramref name="scores"/>.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <returns>The weighted sum of the losses, for a report.</returns>
    /// <exception cref="ArgumentException">Lengths differ, outputs overlap other arguments, a label is no class, a weight is negative, there are no samples, or the loss has no Hessian. Nothing has been written.</exception>
    public float FillXGBoost(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, ReadOnlySpan<float> weights = default) =>
        Fill(scores, targets, gradient, hessian, weights, isClassMajor: false, 2);

    /// <summary>
    /// The scores to start from, one per output: the loss's optimal constants. Give them to LightGBM as <c>init_score</c>, or to XGBoost as <c>base_margin</c>, for every sample, and
    /// add them to predictions: a booster with a custom objective starts from 0 otherwise.
    /// </summary>
    /// <param name="targets">As for a fill.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <returns>One score per output. Where the optimum is infinite (one class only) it is ±34.54, the logit of 1 − 10⁻¹⁵, as in LightGBM.</returns>
    /// <exception cref="ArgumentException">The targets are not whole samples, a label is no class, a weight is negative, or there are no samples.</exception>
    public float[] InitialScores(ReadOnlySpan<float> targets, ReadOnlySpan<float> weights = default)
    {
        if (_targetsPerSample == 0 || targets.Length % _targetsPerSample != 0)
            throw new ArgumentException($"targets has {targets.Length} elements, but the loss takes {_targetsPerSample} per sample.", nameof(targets));

        float[] constants = new float[Outputs];
        LossBatch<float> batch = Begin(weights);
        AddTargets(ref batch, targets, targets.Length / _targetsPerSample);
        _loss.OptimalConstant(ref batch, constants);
        for (int i = 0; i < constants.Length; i++)
        {
            if (float.IsInfinity(constants[i]))
                constants[i] = MathF.CopySign(LargestInitialScore, constants[i]);
        }

        return constants;
    }

    private float Fill(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, ReadOnlySpan<float> weights, bool isClassMajor, float multiclassFactor)
    {
        int samples = Check(scores, targets, gradient, hessian, weights);
        bool isLayoutOfLoss = Outputs == 1 || isClassMajor != _isRowLoss;
        float sum = isLayoutOfLoss
            ? Evaluate(scores, targets, gradient, hessian, weights, samples)
            : EvaluateTransposed(scores, targets, gradient, hessian, weights, samples, isClassMajor);
        for (int i = 0; UsesGradientAsHessian && i < hessian.Length; i++)
            hessian[i] = MathF.Abs(gradient[i]);

        Bound(hessian, weights, samples, isClassMajor);
        float factor = UsesMulticlassFactor && _isRowLoss && Outputs > 1 ? HessianFactor * multiclassFactor : HessianFactor;
        if (factor != 1)
        {
            for (int i = 0; i < hessian.Length; i++)
                hessian[i] *= factor;
        }

        return sum;
    }

    private void Bound(Span<float> hessian, ReadOnlySpan<float> weights, int samples, bool isClassMajor)
    {
        if (float.IsNegativeInfinity(MinimumHessian) && float.IsPositiveInfinity(MaximumHessian))
            return;

        for (int i = 0; i < hessian.Length; i++)
        {
            float weight = weights.IsEmpty ? 1 : weights[isClassMajor ? i % samples : i / Outputs];
            if (weight > 0)
                hessian[i] = MathF.Min(MathF.Max(hessian[i], weight * MinimumHessian), weight * MaximumHessian);
        }
    }

    private float EvaluateTransposed(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, ReadOnlySpan<float> weights, int samples, bool isClassMajor)
    {
        (int rows, int columns) = isClassMajor ? (Outputs, samples) : (samples, Outputs);
        _buffers.Resize(scores.Length);
        ObjectiveBuffers.Transpose(scores, _buffers.Scores, rows, columns);
        float sum = Evaluate(_buffers.Scores, targets, _buffers.Gradient, _buffers.Hessian, weights, samples);
        ObjectiveBuffers.Transpose(_buffers.Gradient, gradient, columns, rows);
        ObjectiveBuffers.Transpose(_buffers.Hessian, hessian, columns, rows);
        return sum;
    }

    /// <summary>Evaluates in the layout of the loss: rows for a row, else prediction after prediction.</summary>
    private float Evaluate(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, ReadOnlySpan<float> weights, int samples)
    {
        LossBatch<float> batch = Begin(weights);
        int length = _isRowLoss ? scores.Length : samples;
        for (int i = 0; i < _signature.Predictions.Length; i++)
        {
            batch.AddPrediction(scores.Slice(i * length, length), "scores", _signature.Predictions[i].Shape);
            batch.AddGradient(gradient.Slice(i * length, length), "gradient");
            batch.AddHessian(hessian.Slice(i * length, length), "hessian");
        }

        AddTargets(ref batch, targets, samples);
        return _loss.Evaluate(ref batch);
    }

    private LossBatch<float> Begin(ReadOnlySpan<float> weights) => new(Reduction.Sum, weights, _isRowLoss ? Outputs : 0, MaxDegreeOfParallelism);

    private void AddTargets(scoped ref LossBatch<float> batch, ReadOnlySpan<float> targets, int samples)
    {
        int first = 0;
        foreach (LossInput target in _signature.Targets)
        {
            int length = samples * WidthOf(target);
            batch.AddTarget(targets.Slice(first, length), target.Name, target.Shape);
            first += length;
        }

        ReadOnlySpan<int> labels = _buffers.Labels(targets[first..]);
        for (int i = 0; i < _signature.Labels.Length; i++)
            batch.AddLabels(labels.Slice(i * samples, samples), _signature.Labels[i]);
    }

    private int WidthOf(LossInput target) => target.Shape == InputShape.Row ? Outputs : 1;

    private int Check(ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, ReadOnlySpan<float> gradient, ReadOnlySpan<float> hessian, ReadOnlySpan<float> weights)
    {
        if (scores.IsEmpty || scores.Length % Outputs != 0)
            throw new ArgumentException($"scores has {scores.Length} elements, which are no samples of {Outputs} outputs.", nameof(scores));

        int samples = scores.Length / Outputs;
        if (targets.Length != (long)samples * _targetsPerSample)
            throw new ArgumentException($"targets has {targets.Length} elements but scores has {samples} samples, which take {_targetsPerSample} each.", nameof(targets));
        if (!weights.IsEmpty && weights.Length != samples)
            throw new ArgumentException($"weights has {weights.Length} elements but scores has {samples} samples.", nameof(weights));

        CheckOutput(gradient, nameof(gradient), scores, targets, weights);
        CheckOutput(hessian, nameof(hessian), scores, targets, weights);
        return gradient.Overlaps(hessian) ? throw new ArgumentException("gradient shares memory with hessian.", nameof(gradient)) : samples;
    }

    private static void CheckOutput(ReadOnlySpan<float> output, string name, ReadOnlySpan<float> scores, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights)
    {
        if (output.Length != scores.Length)
            throw new ArgumentException($"{name} has {output.Length} elements but scores has {scores.Length}.", name);
        if (output.Overlaps(scores) || output.Overlaps(targets) || output.Overlaps(weights))
            throw new ArgumentException($"{name} shares memory with an input.", name);
    }
}
