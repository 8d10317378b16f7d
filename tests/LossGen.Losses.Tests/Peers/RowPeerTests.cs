using System.Globalization;
using System.Numerics;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>Losses of rows against other libraries, value and gradient; the peers' own tolerances are wider.</summary>
public sealed class RowPeerTests
{
    public static TheoryData<string> Losses => [.. PeerCase.Cases.Select(static peer => peer.Loss).Distinct()];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss_InDouble_IsThePeers(string loss) => AssertAgrees<double>(loss, 1e-11);

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss_InFloat_IsThePeers(string loss) => AssertAgrees<float>(loss, 5e-6);

    /// <summary>Errors count relative to the value, and to the largest element of the gradient.</summary>
    private static void AssertAgrees<T>(string loss, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        List<string> deviations = [];
        foreach (PeerCase peer in PeerCase.Cases.Where(peer => peer.Loss == loss))
        {
            (double value, double[][] gradients) = peer.Evaluate<T>(RowPeers.Of(peer));
            Compare(peer, "value", peer.Value, value, Math.Max(Math.Abs(peer.Value), 1e-3));
            double largest = peer.Gradients.SelectMany(static gradient => gradient).Max(Math.Abs);
            foreach ((double[] expected, double[] found) in peer.Gradients.Zip(gradients))
            {
                Assert.Equal(expected.Length, found.Length);
                for (int i = 0; i < expected.Length; i++)
                {
                    Compare(peer, $"gradient[{i}]", expected[i], found[i], largest);
                }
            }
        }

        Assert.True(deviations.Count == 0, string.Join('\n', deviations));

        void Compare(PeerCase peer, string what, double expected, double found, double scale)
        {
            if (!(Math.Abs(found - expected) <= tolerance * scale))
            {
                deviations.Add(string.Create(CultureInfo.InvariantCulture, $"{peer}: {what} is {found:R}, not {expected:R}"));
            }
        }
    }
}
