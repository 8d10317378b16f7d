using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Stability.Shadows;
using LossGen.Generator.Stability.Witnesses.Arithmetics;
using LossGen.Generator.Stability.Witnesses.Tapes;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>A loss observed at a point: in single precision, and in whatever better arithmetic is needed to judge that.</summary>
internal sealed class Observation
{
    private readonly Decisions _decisions = new();
    private readonly Evaluation<double, DoubleArithmetic> _double;
    private Evaluation<Shadow, ShadowArithmetic>? _nearby;
    private double[] _point = [];

    private readonly CancellationToken _cancellationToken;

    /// <param name="tape">The loss.</param>
    /// <param name="cancellationToken">Ends whatever is being done, at the next point.</param>
    public Observation(Tape tape, CancellationToken cancellationToken)
    {
        Tape = tape;
        _cancellationToken = cancellationToken;
        Single = new(tape, _decisions);
        Shadow = new(tape, _decisions);
        _double = new(tape, _decisions);
    }

    public Tape Tape { get; }

    public Evaluation<float, SingleArithmetic> Single { get; }

    public Evaluation<Shadow, ShadowArithmetic> Shadow { get; }

    /// <summary>Whether <see cref="Shadow"/> holds at the point.</summary>
    public bool IsShadowKnown { get; private set; }

    /// <summary>Observes another point; without derivatives only its values in single precision.</summary>
    /// <exception cref="System.OperationCanceledException">Nobody waits for it any more.</exception>
    public void MoveTo(double[] point, bool withTangents = true)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _point = point;
        IsShadowKnown = false;
        _decisions.Record();
        Single.Run(point, withTangents);
    }

    /// <summary>Whether the value or a derivative is not finite.</summary>
    public bool IsNonFinite()
    {
        bool isFinite = Judgement.IsFinite(Single.Value());
        for (int direction = 0; direction < Tape.Directions.Length; direction++)
        {
            isFinite &= Judgement.IsFinite(Single.Tangent(direction));
        }

        return !isFinite;
    }

    /// <summary>Whether single precision differs from double, so that one of them is wrong.</summary>
    public bool IsSuspicious()
    {
        _decisions.Replay();
        _double.Run(_point);
        bool isSuspicious = Judgement.IsSuspicious(Single.Value(), _double.Value());
        for (int direction = 0; direction < Tape.Directions.Length; direction++)
        {
            isSuspicious |= Judgement.IsSuspicious(Single.Tangent(direction), _double.Tangent(direction));
        }

        return isSuspicious;
    }

    /// <summary>Makes <see cref="Shadow"/> hold at the point.</summary>
    public void LookCloser()
    {
        if (!IsShadowKnown)
        {
            _decisions.Replay();
            Shadow.Run(_point);
            IsShadowKnown = true;
        }
    }

    /// <summary>The exact value, or the exact derivative by a direction, at another point, where every choice is made as at this one.</summary>
    public Shadow ExactAt(double[] point, int direction)
    {
        _nearby ??= new(Tape, _decisions);
        _decisions.Replay();
        _nearby.Run(point);
        return direction < 0 ? _nearby.Value() : _nearby.Tangent(direction);
    }

    /// <summary>What is wrong: the value first, then the derivatives. Losing digits is not, of a derivative; and beside infinities errors do not count.</summary>
    public IEnumerable<Failure> Failures()
    {
        bool isNonFinite = IsNonFinite();
        if (!isNonFinite)
        {
            LookCloser();
        }

        for (int direction = -1; direction < Tape.Directions.Length; direction++)
        {
            float computed = direction < 0 ? Single.Value() : Single.Tangent(direction);
            Severity severity = isNonFinite
                ? Judgement.IsFinite(computed) ? Severity.None : Severity.NonFinite
                : Judgement.Of(computed, direction < 0 ? Shadow.Value() : Shadow.Tangent(direction));
            if (severity == Severity.NonFinite || (direction < 0 ? severity > Severity.None : severity == Severity.Wrong && TurnsGradient(direction)))
            {
                yield return new(severity, direction);
            }
        }
    }

    /// <summary>Whether a cell takes part in a failure.</summary>
    public bool Fails(int cell, Failure failure) =>
        Judge(cell) >= failure.Severity || (failure.IsGradient && JudgeTangent(cell, failure.Direction) >= failure.Severity);

    public Severity Judge(int cell) => Judgement.Of(Single.Value(cell), Shadow.Value(cell));

    public Severity JudgeTangent(int cell, int direction) =>
        (Tape.Influences[cell] >> direction & 1) == 0 ? Severity.None : Judgement.Of(Single.Tangent(cell, direction), Shadow.Tangent(cell, direction));

    /// <summary>Whether the error of a derivative shows in the gradient that it is a part of: a step goes where the whole of a row's gradient points.</summary>
    private bool TurnsGradient(int direction)
    {
        double error = Math.Abs(Single.Tangent(direction) - Shadow.Tangent(direction).ToDouble());
        return Enumerable.Range(0, Tape.Directions.Length)
            .Where(other => Tape.Gradients[other] == Tape.Gradients[direction])
            .All(other => Judgement.IsNoticed(error, Math.Abs(Shadow.Tangent(other).ToDouble())));
    }
}
