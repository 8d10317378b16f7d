using System.Globalization;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>Declared losses against the 20-digit table: value, gradient and Hessian within 1e-12 in double and 2e-6 in float, extremes included.</summary>
public sealed class ReferenceTests
{
    private const double DoubleTolerance = 1e-12;
    private const double SingleTolerance = 2e-6;

    private static readonly ReferenceSubject[] Subjects = [.. RegressionSubjects.All, .. BinarySubjects.All, .. LikelihoodSubjects.All, .. RowSubjects.All];

    /// <summary>
    /// Derivatives that are differences of like quantities and pass through 0 between the columns. There an error counts relative to the largest
    /// derivative of the sample.
    /// </summary>
    private static readonly string[] Crossing = ["cosine_embedding", "evidential_nig_nll", "focal_tversky", "infonce_cosine", "jaccard", "nt_xent", "triplet_margin"];

    /// <summary>Those that come near 0 by rounding in float only.</summary>
    private static readonly string[] CrossingInFloat = ["evidential_dirichlet_mse", "kl_softmax", "softmax_focal"];

    /// <summary>Gradients eˣ − y: next to the minimum an error counts as one of x would.</summary>
    private static readonly string[] Rates = ["negative_binomial_log", "tweedie_log"];

    /// <summary>Their gradients are differences of unit vectors, and of values of log Γ: what float leaves of these is no better, whatever the form.</summary>
    private static readonly string[] DoubleOnly = ["cosine_embedding", "evidential_nig_nll"];

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (ReferenceSubject subject in Subjects)
            {
                cases.Add(subject.Loss, subject.Parameters);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loss_InDouble_AgreesWithTheTable(string loss, string parameters) =>
        AssertNone(Deviations<double>(loss, parameters, static _ => true, DoubleTolerance, 2.2250738585072014e-308, double.MaxValue));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loss_InFloat_AgreesWithTheTable(string loss, string parameters) =>
        AssertNone(Deviations<float>(loss, parameters, point => point.Has("f32_exact") && !DoubleOnly.Contains(loss), SingleTolerance, 1.17549435e-38, float.MaxValue));

    [Fact]
    public void Declarations_CoverMoreThanSixtyLossesOfTheTable() => Assert.True(Subjects.Select(static subject => subject.Loss).Distinct().Count() >= 60);

    private static void AssertNone(List<string> deviations) => Assert.True(deviations.Count == 0, string.Join('\n', deviations));

    private static List<string> Deviations<T>(string loss, string parameters, Func<ReferencePoint, bool> isUsable, double tolerance, double smallest, double largest)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        ILoss<T> subject = (ILoss<T>)Subjects.Single(candidate => candidate.Loss == loss && candidate.Parameters == parameters).Subject;
        IReadOnlyList<ReferencePoint> points = ReferenceTable.Points(loss, parameters);
        Assert.NotEmpty(points);
        List<string> deviations = [];
        foreach (ReferencePoint point in points.Where(isUsable).Where(point => !point.HasSubnormalInput(smallest)))
        {
            Evaluated actual = Evaluated.At(subject, point);
            Compare("value", [point.Value], [actual.Value], 0);
            double mostCurved = Largest(second: true);
            double steepest = Rates.Contains(loss) ? mostCurved : Largest(second: false);
            for (int prediction = 0; prediction < actual.Gradients.Length; prediction++)
            {
                string name = subject.Signature.Predictions[prediction].Name;
                Compare($"gradient by {name}", point.Derivative(name, prediction, second: false), actual.Gradients[prediction], steepest);
                Compare($"Hessian by {name}", point.Derivative(name, prediction, second: true), actual.Hessians[prediction], mostCurved);
            }

            double Largest(bool second) => (Crossing.Contains(loss) || (second && Rates.Contains(loss)) || (typeof(T) == typeof(float) && CrossingInFloat.Contains(loss)))
                ? subject.Signature.Predictions.SelectMany((input, position) => point.Derivative(input.Name, position, second) ?? []).Select(Math.Abs).DefaultIfEmpty(0).Max()
                : 0;

            void Compare(string what, double[]? expected, double[] found, double scale)
            {
                // A kink's convention is the table's where it states one for the loss, and LossGen's own rule otherwise.
                if (expected is null || (point.Has("kink") && what != "value"))
                {
                    return;
                }

                for (int column = 0; column < expected.Length; column++)
                {
                    if (!IsClose(expected[column], found[column], scale))
                    {
                        deviations.Add(string.Create(CultureInfo.InvariantCulture, $"{what}[{column}] is {found[column]:R}, not {expected[column]:R}, at {point.Json}"));
                    }
                }
            }
        }

        return deviations;

        // Outside of the type's normal range a number may be infinite, subnormal or 0.
        bool IsClose(double expected, double found, double scale) =>
            Math.Abs(expected) > largest ? Math.Abs(found) >= largest && Math.Sign(found) == Math.Sign(expected)
            : Math.Abs(expected) < smallest && scale < smallest ? Math.Abs(found) <= 4 * smallest
            : Math.Abs(found - expected) <= tolerance * Math.Max(Math.Abs(expected), scale);
    }
}
