namespace LossGen.Training.Tests;

/// <summary>200 samples of four features, one target in ten far off, all by integer arithmetic that any language repeats.</summary>
internal static class OutlierData
{
    private const int Samples = 200;
    private const int Features = 4;

    public static Dataset Set { get; } = Make();

    private static Dataset Make()
    {
        var features = new double[Samples * Features];
        var targets = new double[Samples];
        for (var i = 0; i < Samples; i++)
        {
            Span<double> x = features.AsSpan(i * Features, Features);
            for (var j = 0; j < Features; j++)
                x[j] = ((i * 7919) + (j * 104729) + (13 * i * i) + (7 * i * j)) % 1009 / 100.0;

            var error = (((i * i * 31) + (i * 17)) % 1013 / 500.0) - 1;
            targets[i] = x[0] - (2 * x[1]) + (0.5 * x[2]) + (3 * x[3]) + 7 + (i % 10 == 0 ? 1000 * error : error);
        }

        return new Dataset(Samples, features, targets);
    }
}
