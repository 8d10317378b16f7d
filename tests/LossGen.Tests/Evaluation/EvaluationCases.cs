using LossGen.Evaluation;
using Xunit;

namespace LossGen.Tests.Evaluation;

/// <summary>What the evaluators' tests run over.</summary>
public static class EvaluationCases
{
    /// <summary>Every remainder of every width, several whole vectors, a whole chunk, more than one chunk.</summary>
    internal static IEnumerable<int> SampleCounts => [.. Enumerable.Range(1, 200), 4096, 4099, 3 * 4096 + 17];

    /// <summary>Every vector width, as a number because the type is internal.</summary>
    public static TheoryData<int> Widths() => [.. Enum.GetValues<VectorWidth>().Select(static width => (int)width)];

    /// <summary>Every width with every reduction, with and without weights.</summary>
    public static TheoryData<int, Reduction, bool> All()
    {
        var cases = new TheoryData<int, Reduction, bool>();
        foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
        {
            foreach (Reduction reduction in Enum.GetValues<Reduction>())
            {
                cases.Add((int)width, reduction, false);
                cases.Add((int)width, reduction, true);
            }
        }

        return cases;
    }
}
