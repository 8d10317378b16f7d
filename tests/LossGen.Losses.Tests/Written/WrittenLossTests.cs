using System.Globalization;
using System.Numerics;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>Losses written without care keep their digits, value and both derivatives: 1e-12 in double, 2e-6 in float, 1e-5 where terms of both signs meet.</summary>
public sealed class WrittenLossTests
{
    private static readonly Dictionary<string, object> Subjects = new object[]
    {
        new ZeroInflatedPoissonLoss(), new FocalOfTrueClassLoss(), new OddsLoss(), new LogLogisticLoss(), new ProbitLoss(), new OrdinalProbitLoss(), new MixtureLoss(),
        new SoftplusPoissonLoss(), new NormalCrpsLoss(), new SoftplusCrpsLoss(),
        new StudentTLoss(), new StudentTOfFreedomLoss(), new NegativeBinomialLoss(), new NegativeBinomialOfSizeLoss(), new BetaLoss(), new LogOfSoftplusLoss(),
        new SoftplusVarianceLoss(), new LogOfTwoExponentialsLoss(),
    }.ToDictionary(static loss => loss.GetType().Name);

    /// <summary>Derivatives with terms of both signs, which leave half a digit less in float near their zeros.</summary>
    private static readonly string[] Mixed = ["StudentTLoss", "StudentTOfFreedomLoss", "NegativeBinomialLoss", "NegativeBinomialOfSizeLoss", "BetaLoss"];

    public static TheoryData<string> Losses => [.. Subjects.Keys];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss_InDouble_KeepsItsDigits(string name) => AssertAccurate<double>(name, 1e-12, 2.3e-308);

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss_InFloat_KeepsItsDigits(string name) => AssertAccurate<float>(name, Mixed.Contains(name) ? 1e-5 : 2e-6, 1.2e-38);

    private static void AssertAccurate<T>(string name, double tolerance, double smallest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        List<string> deviations = [];
        int samples = 0;
        foreach (string[] cells in Lines().Select(static line => line.Split('\t')).Where(cells => cells[0] == name))
        {
            samples++;
            double[] inputs = Numbers(cells[1]);
            Evaluated actual = Evaluated.At((ILoss<T>)Subjects[name], (_, position) => [inputs[position]]);
            Compare("value", Numbers(cells[2]), [actual.Value]);
            Compare("gradient", Numbers(cells[3]), [.. actual.Gradients.Select(static gradient => gradient[0])]);
            Compare("Hessian", Numbers(cells[4]), [.. actual.Hessians.Select(static hessian => hessian[0])]);

            void Compare(string what, double[] expected, double[] found)
            {
                for (int index = 0; index < expected.Length; index++)
                {
                    // Below the normal range numbers have fewer digits.
                    if (!(Math.Abs(found[index] - expected[index]) <= (tolerance * Math.Abs(expected[index])) + smallest))
                    {
                        deviations.Add(string.Create(CultureInfo.InvariantCulture, $"{what} {index} is {found[index]:R}, not {expected[index]:R}, at {cells[1]}"));
                    }
                }
            }
        }

        Assert.True(samples > 0 && deviations.Count == 0, string.Join('\n', deviations));
    }

    private static IEnumerable<string> Lines()
    {
        using StreamReader reader = new(typeof(WrittenLossTests).Assembly.GetManifestResourceStream("written-losses.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static double[] Numbers(string cell) => [.. cell.Split(' ').Select(static text => double.Parse(text, CultureInfo.InvariantCulture))];
}
