using System.Globalization;
using System.Numerics;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>One number of the reference table and what a loss makes of it.</summary>
/// <param name="What">The value, or which derivative.</param>
/// <param name="Expected">The table's number.</param>
/// <param name="Found">The loss's number.</param>
/// <param name="Error">The relative error; 0 where both are beyond the element type's range, infinite where one is NaN or only one of them is beyond.</param>
/// <param name="Point">The table's entry.</param>
internal sealed record ReferenceComparison(string What, double Expected, double Found, double Error, string Point)
{
    /// <summary>
    /// Derivatives that are differences of like quantities and pass through 0 between the columns. There an error counts relative to the largest
    /// derivative of the sample.
    /// </summary>
    private static readonly string[] Crossing = ["cosine_embedding", "evidential_nig_nll", "focal_tversky", "infonce_cosine", "jaccard", "nt_xent", "triplet_margin"];

    /// <summary>Those that come near 0 by rounding in float only.</summary>
    private static readonly string[] CrossingInFloat = ["evidential_dirichlet_mse", "kl_softmax", "softmax_focal"];

    /// <summary>Everything that the table says of a loss, at the inputs that are exact in the element type.</summary>
    public static IEnumerable<ReferenceComparison> Of<T>(ReferenceSubject subject)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool isFloat = typeof(T) == typeof(float);
        IReadOnlyList<ReferencePoint> points = ReferenceTable.Points(subject.Loss, subject.Parameters);
        Assert.NotEmpty(points);
        return points
            .Where(point => !isFloat || point.Has("f32_exact"))
            .Where(static point => !point.HasSubnormalInput(Limits<T>.Smallest))
            .SelectMany(point => At<T>(subject, point));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{What} is {Found:R}, not {Expected:R}, at {Point}");

    private static IEnumerable<ReferenceComparison> At<T>(ReferenceSubject subject, ReferencePoint point)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var loss = (ILoss<T>)subject.Subject;
        Evaluated actual = Evaluated.At(loss, point);
        yield return new("value", point.Value, actual.Value, Limits<T>.Error(point.Value, actual.Value, 0), point.Json.ToString());

        // A kink's convention is the table's where it states one for the loss, and LossGen's own rule otherwise. Next to a limit the table has the limit for the derivatives.
        if (point.Has("kink") || (point.Has("limit") && subject.Parameters.StartsWith("gamma = 0.5", StringComparison.Ordinal)))
        {
            yield break;
        }

        bool isCrossing = Crossing.Contains(subject.Loss) || (typeof(T) == typeof(float) && CrossingInFloat.Contains(subject.Loss));
        double mostCurved = isCrossing ? Largest(second: true) : 0;
        double steepest = isCrossing ? Largest(second: false) : 0;
        for (int prediction = 0; prediction < actual.Gradients.Length; prediction++)
        {
            string name = loss.Signature.Predictions[prediction].Name;
            foreach (ReferenceComparison comparison in Columns("gradient", false, actual.Gradients[prediction], steepest).Concat(Columns("Hessian", true, actual.Hessians[prediction], mostCurved)))
            {
                yield return comparison;
            }

            IEnumerable<ReferenceComparison> Columns(string what, bool second, double[] found, double scale) =>
                (point.Derivative(name, prediction, second) ?? []).Select((expected, column) =>
                    new ReferenceComparison(string.Create(CultureInfo.InvariantCulture, $"{what} by {name}[{column}]"), expected, found[column], Limits<T>.Error(expected, found[column], scale), point.Json.ToString()));
        }

        double Largest(bool second) =>
            loss.Signature.Predictions.SelectMany((input, position) => point.Derivative(input.Name, position, second) ?? []).Select(Math.Abs).DefaultIfEmpty(0).Max();
    }

    /// <summary>The normal range of an element type, outside of which a number may be infinite, subnormal or 0.</summary>
    private static class Limits<T>
    {
        public static double Smallest { get; } = typeof(T) == typeof(float) ? 1.17549435e-38 : 2.2250738585072014e-308;

        private static double Largest { get; } = typeof(T) == typeof(float) ? float.MaxValue : double.MaxValue;

        public static double Error(double expected, double found, double scale)
        {
            if (Math.Abs(expected) > Largest)
            {
                return Math.Abs(found) >= Largest && Math.Sign(found) == Math.Sign(expected) ? 0 : double.PositiveInfinity;
            }

            if (Math.Abs(expected) < Smallest && scale < Smallest)
            {
                return Math.Abs(found) <= 4 * Smallest ? 0 : double.PositiveInfinity;
            }

            double error = Math.Abs(found - expected) / Math.Max(Math.Abs(expected), scale);
            return double.IsNaN(error) ? double.PositiveInfinity : error;
        }
    }
}
