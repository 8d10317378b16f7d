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
    /// <param name="isOfInput">Whether the rounding of an input would do as much.</param>
    public static FindingKind? Of(Observation observation, Failure failure, Culprit culprit, bool isPersistent, Func<bool> isOfInput)
    {
        observation.LookCloser();
        bool isSingular = failure.Severity == Severity.NonFinite;
        if (failure.Severity > Severity.Imprecise && VanishingConstants.IsCause(observation, culprit))
        {
            return FindingKind.VanishingEpsilon;
        }

        if (!isSingular)
        {
            // Pieces that meet at a joint are right to the accuracy of what they meet with.
            bool isAvoidable = (failure.Severity == Severity.Wrong && !failure.IsGradient && Moments.AreRelated(SumTerms.Of(culprit.Step.Source)))
                || (!culprit.IsOfPiece && CancellationForms.IsAvoidable(culprit, observation.Tape));
            bool isWrong = failure.Severity == Severity.Wrong && (isPersistent || !PlainCrossing.Is(observation, failure, culprit));
            return isAvoidable || (isWrong && !isOfInput()) ? FindingKind.Cancellation : null;
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
            case Atanh or LogGamma or Digamma when !observation.Shadow.Value(culprit.Cell).IsFinite:
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
