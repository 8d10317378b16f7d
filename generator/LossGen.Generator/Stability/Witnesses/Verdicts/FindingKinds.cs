using System;
using LossGen.Generator.Functions;
using LossGen.Generator.Stability.Shadows;
using LossGen.Generator.Stability.Witnesses.Tapes;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>Says what went wrong at a culprit; null where it is nothing that deserves a warning.</summary>
internal static class FindingKinds
{
    /// <summary>A divisor below is as good as zero.</summary>
    private const double SmallDivisor = 1e-3;

    /// <param name="observation">The loss at a point.</param>
    /// <param name="failure">What fails there.</param>
    /// <param name="culprit">Where that comes from.</param>
    /// <param name="isPersistent">Whether it fails wherever one looks, rather than at points that one has to look for.</param>
    public static FindingKind? Of(Observation observation, Failure failure, Culprit culprit, bool isPersistent)
    {
        observation.LookCloser();
        bool isSingular = failure.Severity == Severity.NonFinite;
        if (failure.Severity > Severity.Imprecise && VanishingConstants.IsCause(observation, culprit))
        {
            return FindingKind.VanishingEpsilon;
        }

        if (!isSingular)
        {
            return (failure.Severity == Severity.Wrong && (isPersistent || !IsPlainCrossing(observation, failure, culprit) || CancellationForms.IsOfRelatedProducts(culprit))) || CancellationForms.IsAvoidable(culprit, observation.Tape)
                ? FindingKind.Cancellation
                : null;
        }

        if (!Judgement.IsFinite(observation.Single.Value(culprit.Cell)))
        {
            FindingKind kind = OfValue(observation, culprit);
            return culprit.MeetsZero && kind == FindingKind.LogarithmOfNonPositive ? FindingKind.ZeroTimesInfinity
                : failure.IsGradient && kind == FindingKind.Overflow && Judgement.IsFinite(observation.Single.Value()) ? FindingKind.GradientOfStableValue
                : kind;
        }

        return OfDerivative(observation, culprit);
    }

    /// <summary>
    /// Whether a sum is as exact as its rounded operands let it be: quantities that have nothing to do with each other happen to be
    /// equal somewhere, and no other form of their difference knows more.
    /// </summary>
    private static bool IsPlainCrossing(Observation observation, Failure failure, Culprit culprit)
    {
        const double Roundings = 4;
        const double Unit = 1.0 / (1 << 24);
        if (culprit.Step.Operation is not (TapeOperation.Add or TapeOperation.Subtract))
        {
            return false;
        }

        double largest = 0;
        foreach (int child in culprit.Step.Children)
        {
            largest = Math.Max(largest, Math.Abs(Computed(observation.Tape.Steps[child].CellAt(culprit.Column))));
        }

        return Math.Abs(Computed(culprit.Cell) - Exact(culprit.Cell).ToDouble()) <= Roundings * Unit * largest;

        double Computed(int cell) => failure.IsGradient ? observation.Single.Tangent(cell, failure.Direction) : observation.Single.Value(cell);

        Shadow Exact(int cell) => failure.IsGradient ? observation.Shadow.Tangent(cell, failure.Direction) : observation.Shadow.Value(cell);
    }

    private static FindingKind OfValue(Observation observation, Culprit culprit)
    {
        TapeStep step = culprit.Step;
        float value = observation.Single.Value(culprit.Cell);
        switch (step.Function)
        {
            case Log or Log2 or Log10 or LogP1 or XLogY or XLogP1Y or Log1MExp:
                return FindingKind.LogarithmOfNonPositive;
            case Divide or Remainder:
                return Math.Abs(Operand(1)) < SmallDivisor || float.IsNaN(value) ? FindingKind.DivisionByZero : FindingKind.Overflow;
            case Pow when Operand(0) == 0:
                return FindingKind.DivisionByZero;
            case Sqrt when observation.Shadow.Value(OperandCell(0)) >= Shadow.Zero:
                return FindingKind.Cancellation;
            case Atanh or LogGamma or Digamma:
                return FindingKind.OutsideDomain;
            default:
                return float.IsNaN(value) && step.Operation == TapeOperation.Call ? FindingKind.OutsideDomain : FindingKind.Overflow;
        }

        float Operand(int child) => observation.Single.Value(OperandCell(child));

        int OperandCell(int child) => observation.Tape.Steps[step.Children[child]].CellAt(culprit.Column);
    }

    private static FindingKind OfDerivative(Observation observation, Culprit culprit) => culprit.Step switch
    {
        { Function: Log or Log2 or Log10 or LogP1 or XLogY or XLogP1Y or Log1MExp } => FindingKind.LogarithmOfNonPositive,
        { Operation: TapeOperation.Divide } => FindingKind.DivisionByZero,
        { Operation: TapeOperation.Call, Function: not (Exp or Exp2 or ExpM1 or Cosh or Sinh or Square or Cube) } => FindingKind.UnboundedGradient,
        _ => FindingKind.Overflow,
    };
}
