using System.Globalization;
using System.Numerics;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>The numbers that other libraries assert of themselves, asserted of the catalogue at their tolerance or a closer one.</summary>
public sealed class PeerVectorTests
{
    public static TheoryData<string> Classes { get; } = [.. PeerVector.All.Select(ClassOf).Distinct()];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Class_InDouble_HasTheNumbersOfThePeers(string name) => AssertAgrees<double>(name, rounding: 0);

    [Theory]
    [MemberData(nameof(Classes))]
    public void Class_InFloat_HasTheNumbersOfThePeers(string name) => AssertAgrees<float>(name, rounding: 2e-6);

    private static string ClassOf(PeerVector vector) => vector.Head.Split(' ')[0];

    private static void AssertAgrees<T>(string name, double rounding)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        List<string> deviations = [];
        foreach (PeerVector vector in PeerVector.All.Where(vector => ClassOf(vector) == name && !vector.Compared.StartsWith(rounding > 0 ? "double" : "float", StringComparison.Ordinal)))
        {
            double[] found = vector.Evaluate<T>();
            Assert.Equal(vector.Expected.Length, found.Length);
            for (int i = 0; i < found.Length; i++)
            {
                if (vector.Expected[i] is { } expected && expected != found[i] && !(Math.Abs(found[i] - expected) <= vector.Tolerance + (rounding * Math.Max(1, Math.Abs(expected)))))
                {
                    deviations.Add(string.Create(CultureInfo.InvariantCulture, $"{vector.Test}: number {i} is {found[i]:R}, not {expected:R}, by {vector.Head}"));
                }
            }
        }

        Assert.True(deviations.Count == 0, string.Join('\n', deviations));
    }
}
