using static LossGen.LossMath;

namespace LossGen.Losses.Tests;

/// <summary>Contrastive losses over the cosines of a few vectors, each a row of its own.</summary>
public static class SimilarityDeclarations
{
    /// <summary>The first key is the positive one.</summary>
    [Loss]
    public static double InfoNceCosine([Prediction] Row query, [Prediction] Row keys_0, [Prediction] Row keys_1, [Prediction] Row keys_2, double temperature = 0.5)
    {
        var positive = CosineSimilarity(query, keys_0);
        return AgainstTwo((CosineSimilarity(query, keys_1) - positive) / temperature, (CosineSimilarity(query, keys_2) - positive) / temperature);
    }

    /// <summary>Two pairs: the third vector is the partner of the first, the fourth that of the second.</summary>
    [Loss]
    public static double NtXent([Prediction] Row z_0, [Prediction] Row z_1, [Prediction] Row z_2, [Prediction] Row z_3, double temperature = 0.5)
    {
        var first = CosineSimilarity(z_0, z_2) / temperature;
        var second = CosineSimilarity(z_1, z_3) / temperature;
        var both0 = CosineSimilarity(z_0, z_1) / temperature;
        var both2 = CosineSimilarity(z_2, z_3) / temperature;
        var cross03 = CosineSimilarity(z_0, z_3) / temperature;
        var cross12 = CosineSimilarity(z_1, z_2) / temperature;
        return (AgainstTwo(both0 - first, cross03 - first) + AgainstTwo(both0 - second, cross12 - second)
            + AgainstTwo(cross12 - first, both2 - first) + AgainstTwo(cross03 - second, both2 - second)) / 4;
    }

    /// <summary>−log of the weight of a score of 0 among three.</summary>
    [LossFunction]
    public static double AgainstTwo(double first, double second) => Softplus(LogAddExp(first, second));
}
