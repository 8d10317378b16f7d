using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// log Σ e^z = max + log1p(tail), the tail being the sum without one column that attains the maximum. Kept apart from the 1
/// which that column contributes, a tail far below the rounding of 1 is not lost: max cancels against z[label] exactly and
/// the tail remains. Of scores that are all divided by a temperature (or multiplied with its inverse) the maximum is taken before the division, where
/// differences are exact: 9000/0.07 rounds to 17 digits, of which 5 are gone before the exponential.
/// </summary>
internal readonly struct LogSumExpForm
{
    private readonly Expr _scores;
    private readonly Expr _scale;
    private readonly Function? _scaling;

    public LogSumExpForm(Expr body)
    {
        (_scores, _scale, _scaling) = body switch
        {
            Call { Function: Divide } quotient when quotient[1].Indices.IsEmpty => (quotient[0], quotient[1], quotient.Function),
            Call { Function: Multiply } product when product[0].Indices.IsEmpty => (product[1], product[0], product.Function),
            Call { Function: Multiply } product when product[1].Indices.IsEmpty => (product[0], product[1], product.Function),
            _ => (body, Build.One, (Function?)null),
        };
    }

    /// <summary>The sum of e^(z − max), less the 1 of one column.</summary>
    public Expr Tail
    {
        get
        {
            Expr directed = Directed(_scores);
            Expr attains = Build.Call(Equal.Instance, directed, Largest);
            Expr others = Build.Sum(Build.Select(attains, Build.Zero, ExpOfNonPositive.Of(Scaled(directed - Largest))));
            Expr ties = Build.Sum(Build.Select(attains, Build.One, Build.Zero));
            return others + (ties - Build.One);
        }
    }

    /// <summary>The maximum of the scores in the direction of the scale's sign, or 0 where every term is −∞ and the shifted terms would be −∞ + ∞. A score that is NaN shows in the tail.</summary>
    private Expr Largest
    {
        get
        {
            Expr maximum = Build.Reduce(ReductionKind.MaxOfNumbers, Directed(_scores));
            return Build.Select(Build.Call(Equal.Instance, maximum, new Literal(double.NegativeInfinity)), Build.Zero, maximum);
        }
    }

    /// <summary>The log-sum-exp plus a number, next to the maximum, which may cancel it.</summary>
    public Expr Plus(Expr addend) =>
        (Score(-addend) is { } score ? Scaled(Largest - Directed(score)) : Scaled(Largest) + addend) + LogP1.Of(Tail);

    /// <summary>By how much a term is below the largest one.</summary>
    public Expr Below(Expr term) => Score(term) is { } score ? Scaled(Directed(score) - Largest) : term - Scaled(Largest);

    /// <summary>The score of a scaled score.</summary>
    private Expr? Score(Expr scaled) => scaled switch
    {
        _ when _scaling is null => scaled,
        Call { Function: Divide } quotient when _scaling is Divide && quotient[1].Equals(_scale) => quotient[0],
        Call { Function: Multiply } product when _scaling is Multiply && product[0].Equals(_scale) => product[1],
        Call { Function: Multiply } product when _scaling is Multiply && product[1].Equals(_scale) => product[0],
        _ => null,
    };

    private Expr Directed(Expr score) => _scaling is null ? score : Sign.Of(_scale) * score;

    private Expr Scaled(Expr difference) => _scaling is null ? difference : Build.Call(_scaling, difference, Abs.Of(_scale));
}
