using System;

namespace LossGen.Generator.Model;

/// <summary>The raw scores that a range of predictions leaves behind a link.</summary>
internal static class LinkedDomain
{
    public static Domain Of(Domain predictions, LinkKind link)
    {
        Domain scores = new(ScoreOf(predictions.Low, link), ScoreOf(predictions.High, link), [], false);
        return link == LinkKind.SoftMax || (double.IsNegativeInfinity(scores.Low) && double.IsPositiveInfinity(scores.High)) ? Domain.Undeclared : scores;
    }

    private static double ScoreOf(double prediction, LinkKind link) => link switch
    {
        LinkKind.Exp => Math.Log(Math.Max(prediction, 0)),
        LinkKind.Sigmoid => Logit(prediction),
        LinkKind.Tanh => 0.5 * Logit(0.5 * (prediction + 1)),

        // log(eˣ − 1) without overflow.
        LinkKind.Softplus => prediction <= 0 ? double.NegativeInfinity : prediction + Math.Log(1 - Math.Exp(-prediction)),
        _ => prediction,
    };

    private static double Logit(double probability) =>
        probability <= 0 ? double.NegativeInfinity : probability >= 1 ? double.PositiveInfinity : Math.Log(probability / (1 - probability));
}
