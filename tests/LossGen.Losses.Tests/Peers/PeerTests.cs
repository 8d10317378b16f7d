using System.Globalization;
using System.Numerics;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>The catalogue beside other libraries: values and gradients of what they compute, to 1e-11 in double and 2e-6 in float.</summary>
public sealed class PeerTests
{
    public static TheoryData<string> Losses { get; } = [.. PeerLoss.All.Select(static loss => loss.Name)];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss_InDouble_IsThePeers(string name) => AssertAgrees<double>(name, 1e-11);

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss_InFloat_IsThePeers(string name) => AssertAgrees<float>(name, 2e-6);

    /// <summary>1 − 10⁻⁷ is 0.99999988 in single precision, which shows in the logarithm of its complement.</summary>
    [Fact]
    public void ClampedCrossEntropy_RoundsItsBound_AsKerasDoes()
    {
        ClampedBinaryCrossEntropy loss = new(epsilon: 1e-7);
        Assert.Equal(15.942385f, loss.Loss(1f, 0f));
        Assert.Equal(16.118095651, loss.Loss(1.0, 0.0), 1e-8);
    }

    private static void AssertAgrees<T>(string name, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        PeerLoss loss = PeerLoss.All.Single(candidate => candidate.Name == name);
        Assert.NotEmpty(loss.Samples);
        List<string> deviations = [];
        foreach (PeerSample sample in loss.Samples)
        {
            Evaluated actual = Evaluated.At((ILoss<T>)loss.Subject, (_, position) => [sample.Inputs[position]]);
            Compare("value", sample.Value, actual.Value);
            for (int prediction = 0; prediction < sample.Slopes.Length; prediction++)
            {
                Compare($"gradient {prediction}", sample.Slopes[prediction], actual.Gradients[prediction][0]);
            }

            void Compare(string what, double? expected, double found)
            {
                // A float knows neither inputs nor results more exactly than to its own rounding.
                if (expected is { } number && !(Math.Abs(found - number) <= tolerance * Math.Max(1, Math.Abs(number))))
                {
                    deviations.Add(string.Create(CultureInfo.InvariantCulture, $"{what} is {found:R}, not {number:R}, at {string.Join(", ", sample.Inputs)}"));
                }
            }
        }

        Assert.True(deviations.Count == 0, string.Join('\n', deviations));
    }
}
