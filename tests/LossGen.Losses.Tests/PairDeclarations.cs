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

    /// <summary>The roots of all distances. That of an element to itself is 0, where a root has no derivative.</summary>
    [Loss]
    public static double RootDistances(Row scores) => Sum(Sqrt(Abs(scores - Other(scores))));

    /// <summary>The same to one element.</summary>
    [Loss]
    public static double RootDistancesTo(Row scores, int label) => Sum(Sqrt(Abs(scores[label] - scores)));

    /// <summary>What every score below 0 costs: roots of what need not be positive where there is none.</summary>
    [Loss]
    public static double SharedRoots([Prediction] Row scores, [Prediction] Row roots) => Sum(Select(scores < 0, Sum(Sqrt(roots)), scores));
}
