using static LossGen.LossMath;

namespace LossGen.Losses.Tests;

/// <summary>Losses over pairs that are methods: they run as written, too.</summary>
public static class PairDeclarations
{
    /// <summary>Probabilities of classes that differ in relevance should differ, by a class's own measure.</summary>
    [Loss]
    public static double WeightedContrast([Prediction(Link = Link.SoftMax)] Row probabilities, Row relevance, Row classWeights = default, double margin = 0.25)
    {
        var difference = probabilities - Other(probabilities);
        var squared = Square(Sign(relevance - Other(relevance)) * margin - difference);
        return Mean(Select(relevance == Other(relevance), Square(difference), classWeights * Other(classWeights) * squared));
    }
}
