using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Oracles;

/// <summary>The reductions on dual numbers.</summary>
internal static class ReductionOracle
{
    public static Dual Apply(ReductionKind kind, Dual[] terms, OracleRounding rounding) => kind switch
    {
        ReductionKind.Sum => terms.Aggregate(new Dual(0), (sum, term) => rounding.Round("Add", [sum, term], sum + term)),
        ReductionKind.Product => terms.Aggregate(new Dual(1), (product, term) => rounding.Round("Multiply", [product, term], product * term)),
        ReductionKind.Max => Extremum(terms, terms.Max(static term => term.Value), rounding),
        ReductionKind.Min => Extremum(terms, terms.Min(static term => term.Value), rounding),
        _ => rounding.Round("LogSumExp", terms, LogSumExp(terms)),
    };

    /// <summary>Ties share evenly. What changes that have been made may have brought about or undone has no derivative.</summary>
    private static Dual Extremum(Dual[] terms, double value, OracleRounding rounding)
    {
        if (terms.Any(term => term.Value != value && rounding.MayBeEqual(term.Value, value)))
        {
            return new(value, double.NaN, double.NaN);
        }

        Dual[] extreme = [.. terms.Where(term => term.Value == value)];
        return double.IsNaN(value) || terms.Any(static term => double.IsNaN(term.Value))
            ? new Dual(double.NaN)
            : new Dual(value, extreme.Average(static term => term.First), extreme.Average(static term => term.Second));
    }

    /// <summary>The second derivative is the mean of the terms' second derivatives and the variance of the first, under the softmax weights.</summary>
    private static Dual LogSumExp(Dual[] terms)
    {
        double largest = terms.Max(static term => term.Value);
        double[] exponentials = [.. terms.Select(term => Math.Exp(term.Value - largest))];
        double sum = exponentials.Sum();
        double first = terms.Zip(exponentials, (term, exponential) => exponential / sum * term.First).Sum();
        double second = terms.Zip(exponentials, (term, exponential) => exponential / sum * (term.Second + Math.Pow(term.First - first, 2))).Sum();
        return new(largest + Math.Log(sum), first, second);
    }
}
