using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Shadows;
using LossGen.Generator.Stability.Witnesses.Arithmetics;
using LossGen.Generator.Stability.Witnesses.Samples;
using LossGen.Generator.Stability.Witnesses.Tapes;
using LossGen.Generator.Stability.Witnesses.Verdicts;

namespace LossGen.Generator.Stability.Witnesses;

/// <summary>What the rewrites of generated code make of a loss, tried where the loss as written fails.</summary>
internal sealed class Mending
{
    private readonly Tracked _value;
    private readonly List<(int FirstSlot, Tracked Gradient)> _gradients = [];

    private Mending(Derivation derivation, InputSpace space)
    {
        _value = new(derivation.Value, space);
        foreach (PredictionDerivatives derivatives in derivation.Derivatives)
        {
            _gradients.Add((space.FirstSlot(derivatives.Prediction.Input), new(derivatives.Gradient, space)));
        }
    }

    public static Mending Of(Derivation rewritten, InputSpace space) => new(rewritten, space);

    /// <summary>What the rewrites make of a loss's value and gradient.</summary>
    public static Lazy<Derivation> RewritingOf(LossModel model) =>
        new(() => Derivation.Of(model with { Options = model.Options with { Stabilize = true, Hessian = HessianPolicyKind.None } }));

    /// <summary>Whether the rewritten loss is right at the observed point, in its value and in all derivatives.</summary>
    public bool Mends(double[] point, Observation observation)
    {
        observation.LookCloser();
        if (Judgement.Of(_value.At(point, 0), observation.Shadow.Value()) != Severity.None)
        {
            return false;
        }

        foreach ((int firstSlot, Tracked gradient) in _gradients)
        {
            for (int column = 0; column < gradient.Width; column++)
            {
                int direction = observation.Tape.Directions.IndexOf(firstSlot + column);
                Shadow exact = direction < 0 ? Shadow.NaN : observation.Shadow.Tangent(direction);
                if (Judgement.Of(gradient.At(point, column), exact) > Severity.Imprecise)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether the exact loss is undefined here for another reason than the culprit.</summary>
    public static bool IsUndefinedElsewhere(Observation observation, Culprit culprit, Failure failure)
    {
        Shadow loss = failure.IsGradient ? observation.Shadow.Tangent(failure.Direction) : observation.Shadow.Value();
        return !loss.IsFinite
            && observation.Shadow.Value(culprit.Cell).IsFinite
            && Enumerable.Range(0, observation.Tape.Directions.Length).All(direction => observation.Shadow.Tangent(culprit.Cell, direction).IsFinite);
    }

    /// <summary>One formula in single precision.</summary>
    private sealed class Tracked
    {
        private readonly Decisions _decisions = new();
        private readonly Evaluation<float, SingleArithmetic> _evaluation;
        private double[]? _point;

        public Tracked(Expr formula, InputSpace space) => _evaluation = new(TapeCompiler.Compile(formula, space), _decisions);

        public int Width => _evaluation.Tape.Root.Width;

        public float At(double[] point, int column)
        {
            if (!ReferenceEquals(point, _point))
            {
                _decisions.Record();
                _evaluation.Run(point, withTangents: false);
                _point = point;
            }

            return _evaluation.Value(_evaluation.Tape.Root.CellAt(column));
        }
    }
}
