using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// Logarithms around a ratio of gamma functions at w: (w + y)·log(w + m) − (w + y)·log w is (w + y)·log(1 + m/w), and of that w·log(1 + m/w), which tends to m for large w,
/// is a function whose derivatives do not cancel.
/// </summary>
internal static class GammaLogarithms
{
    /// <summary>An expression without a constant factor.</summary>
    public static Expr ScaleOf(Expr expression) => expression switch
    {
        Call { Function: Multiply } product when product[0] is Literal { Value: > 0 } => ScaleOf(product[1]),
        Call { Function: Divide } quotient when quotient[1] is Literal { Value: > 0 } => ScaleOf(quotient[0]),
        _ => expression,
    };

    /// <summary>log x, constant factors apart.</summary>
    public static Expr LogarithmOf(Expr x)
    {
        Expr scale = ScaleOf(x);
        return scale.Equals(x) || Polynomial.Of(x) is not { Terms: [var product] } ? Rewriter.ApplyTo(Log.Of(x)) : Log.Of(product.Coefficient) + Rewriter.ApplyTo(Log.Of(scale));
    }

    /// <summary>The formula for computing its value: with logarithms collected.</summary>
    public static Expr Collect(Expr formula) => Scales(formula, static _ => true).Aggregate(formula, static (sums, scale) =>
        WholeSums.Rebuild(sums, sum => Cancel(SumTerm.Of(sum), scale) is { } cancelled ? SumTerm.ToExpr(cancelled) : null));

    /// <summary>
    /// The formula as it is differentiated by an input that w depends on: with logarithms collected, and (w + y)·log(1 + m/w) split into w·log(1 + m/w) and the rest.
    /// Other derivatives are better off with the products as they are written.
    /// </summary>
    public static Expr ForDerivativeBy(Expr formula, Input input) =>
        Scales(formula, scale => ExprOrder.ChildrenFirst(scale, ExprChildren.Of).Any(node => node is Variable variable && variable.Input == input))
            .Aggregate(formula, static (sums, scale) => WholeSums.Rebuild(sums, sum =>
            {
                List<SumTerm> terms = SumTerm.Of(sum);
                List<SumTerm>? cancelled = Cancel(terms, scale);
                return (Split([.. (cancelled ?? terms).SelectMany(Products)], scale) ?? cancelled) is { } collected ? SumTerm.ToExpr(collected) : null;
            }));

    private static List<Expr> Scales(Expr formula, Func<Expr, bool> counts) =>
    [
        .. ExprOrder.ChildrenFirst(formula, ExprChildren.Of).OfType<Call>().Where(static call => call.Function is LogGammaRatio).Select(static ratio => ScaleOf(ratio[0])).Distinct().Where(counts),
    ];

    /// <summary>The terms with log w taken out of every logarithm; null unless the multiples of it cancel then.</summary>
    private static List<SumTerm>? Cancel(List<SumTerm> sum, Expr scale)
    {
        Expr logarithm = LogarithmOf(scale);
        List<SumTerm> rest = [];
        Polynomial? multiple = Polynomial.Of([], false);
        bool changes = false;
        foreach (SumTerm term in sum.SelectMany(term => Unguarded(term, logarithm)).SelectMany(Products))
        {
            if (term.Product is not { } product || !product.Powers.Any(power => power.Value == 1 && (power.Key.Equals(logarithm) || HasAddend(power.Key, logarithm) || Remainder(power.Key, scale, logarithm) is not null)))
            {
                rest.Add(term);
                continue;
            }

            foreach (Monomial part in Expand(product))
            {
                if (part.PowerOf(logarithm) == 1)
                {
                    multiple = multiple?.Plus(Polynomial.Of([part.Without(logarithm)], false));
                    changes = true;
                }
                else if (part.Powers.Where(static power => power.Value == 1).Select(static power => power.Key).FirstOrDefault(key => Remainder(key, scale, logarithm) is not null) is { } function)
                {
                    Monomial coefficient = part.Without(function);
                    multiple = multiple?.Plus(Polynomial.Of([coefficient], false));
                    rest.AddRange(SumTerm.Of(Remainder(function, scale, logarithm)!).SelectMany(remainder => Times(coefficient.WithCoefficient(remainder.Sign * coefficient.Coefficient), remainder.Expression)));
                    changes = true;
                }
                else
                {
                    rest.AddRange(SumTerm.Of(ToExpr(part)));
                }
            }
        }

        return changes && multiple is { Terms: [] } ? rest : null;
    }

    /// <summary>(w + y)·log(1 + m/w) as w·log(1 + m/w), a function of its own, and the rest; null if there is nothing like it.</summary>
    private static List<SumTerm>? Split(List<SumTerm> terms, Expr scale)
    {
        HashSet<Expr> functions = [.. terms.Where(term => FunctionOf(term, scale) is { } function && Coefficients(term, function).Any(coefficient => coefficient.PowerOf(scale) == 1)).Select(term => FunctionOf(term, scale)!)];
        return functions.Count == 0 ? null : [.. terms.SelectMany(term => FunctionOf(term, scale) is { } function && functions.Contains(function) ? Split(term, function, scale) : [term])];
    }

    private static IEnumerable<SumTerm> Split(SumTerm term, Expr function, Expr scale)
    {
        // The rest on the same quotient, so that its derivatives have the same denominators.
        Expr part = Part(function, scale)!;
        Expr plain = function is Call { Function: LogP1 } ? LogP1.Of(part / scale) : function;
        return Coefficients(term, function).SelectMany(coefficient => coefficient.PowerOf(scale) == 1 ? Times(coefficient.Without(scale), ScaledLogP1.Of(scale, part)) : Times(coefficient, plain));
    }

    private static Expr? FunctionOf(SumTerm term, Expr scale) => term.Product?.Powers.FirstOrDefault(power => power.Value == 1 && Part(power.Key, scale) is not null).Key;

    private static List<Monomial> Coefficients(SumTerm term, Expr function) => Expand(term.Product!.Without(function));

    /// <summary>What is left of a logarithm without log w; null if it has none.</summary>
    private static Expr? Remainder(Expr function, Expr scale, Expr logarithm) => function switch
    {
        Call { Function: Log } log when ScaleOf(log[0]).Equals(scale) && Polynomial.Of(log[0]) is { Terms: [var multiple] } => Log.Of(multiple.Coefficient),
        Call { Function: Log } log when HasAddend(log[0], scale) => LogP1.Of(SumForm.Simplify(log[0] - scale) / scale),
        Call { Function: LogAddExp } sum when sum[0].Equals(logarithm) => Softplus.Of(sum[1] - logarithm),
        Call { Function: LogAddExp } sum when sum[1].Equals(logarithm) => Softplus.Of(sum[0] - logarithm),
        Call { Function: Softplus } softplus when scale is Call { Function: Exp } && HasAddend(softplus[0], logarithm) =>
            Softplus.Of(SumForm.Simplify(-softplus[0])) + SumForm.Simplify(softplus[0] - logarithm),
        _ => null,
    };

    /// <summary>m, if the function is log(1 + m/w).</summary>
    private static Expr? Part(Expr function, Expr scale)
    {
        Expr? part = (function, scale) switch
        {
            (Call { Function: LogP1 } log, _) => Polynomial.Of(log[0] * scale)?.ToExpr(),
            (Call { Function: Softplus } softplus, Call { Function: Exp } exp) => Exp.Of(SumForm.Simplify(softplus[0] + exp[0])),
            _ => null,
        };
        Expr inner = scale is Call { Function: Exp } exponential ? exponential[0] : scale;
        return part is not null && !ExprOrder.ChildrenFirst(part, ExprChildren.Of).Contains(inner) ? part : null;
    }

    private static bool HasAddend(Expr sum, Expr addend) =>
        sum is Call { Function: Add or Subtract } && SumTerm.Of(sum).Any(term => term.Sign > 0 && term.Expression.Equals(addend));

    /// <summary>The product with sums among its factors multiplied out.</summary>
    private static List<Monomial> Expand(Monomial product) =>
        product.Powers.FirstOrDefault(static power => power.Value == 1 && power.Key is Call { Function: Add or Subtract }).Key is { } sum && Polynomial.Of(sum) is { } terms
        && !(terms.Terms is [var single] && single.PowerOf(sum) == 1)
            ? [.. terms.Terms.SelectMany(term => Expand(product.Without(sum).Times(term)))]
            : [product];

    /// <summary>A term that is several products when sums without cancellation are multiplied out, as these; another as it is.</summary>
    private static IEnumerable<SumTerm> Products(SumTerm term) => term.Product is null && Polynomial.Of(term.Expression) is { Terms: [_, _, ..] } sum
        ? sum.Times(term.Sign).Terms.SelectMany(static product => SumTerm.Of(ToExpr(product)))
        : [term];

    /// <summary>y·log w without the guard y = 0 ? 0 : …: it matters at w = 0, where the gamma functions have no value either.</summary>
    private static List<SumTerm> Unguarded(SumTerm term, Expr logarithm) =>
        term.Expression is Select { WhenTrue: Literal { Value: 0 }, Condition: Call { Function: Equal } } guarded && SumTerm.Of(guarded.WhenFalse) is [{ Product: { } product }] && product.PowerOf(logarithm) == 1
            ? Times(product.WithCoefficient(term.Sign * product.Coefficient), Build.One)
            : [term];

    private static List<SumTerm> Times(Monomial coefficient, Expr factor) => SumTerm.Of(ToExpr(coefficient) * factor);

    private static Expr ToExpr(Monomial product) => Polynomial.Of([product], false).ToExpr();
}
