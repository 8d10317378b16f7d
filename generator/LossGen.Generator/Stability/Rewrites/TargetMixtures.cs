using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// y·σ(x) + (1 − y)·σ(−x), the probability of the true class as many write it: its complement is y·σ(−x) + (1 − y)·σ(x), and its logarithm, for
/// y = 0 and y = 1, is y·log σ(x) + (1 − y)·log σ(−x), where σ may underflow.
/// </summary>
internal static class TargetMixtures
{
    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: Subtract } difference when difference[0].IsOne() && Mixture.Of(difference[1]) is { } mixture => mixture.At(-mixture.Argument),
        Call { Function: Log } log when Mixture.Of(log[0]) is { } mixture => Build.Select(
            Or.Of(Equal.Of(mixture.Weight, Build.Zero), Equal.Of(mixture.Weight, Build.One)),
            -((mixture.Weight * Softplus.Of(-mixture.Argument)) + ((1 - mixture.Weight) * Softplus.Of(mixture.Argument))),
            new Call(Log.Instance, [log[0]])),
        _ => null,
    };

    /// <summary>w·σ(x) + (1 − w)·σ(−x) with a target w.</summary>
    private sealed record Mixture(Expr Weight, Expr Argument)
    {
        public static Mixture? Of(Expr expression) => expression is Call { Function: Add } sum ? Of(sum[0], sum[1]) ?? Of(sum[1], sum[0]) : null;

        public Expr At(Expr argument) => (Weight * Sigmoid.Of(argument)) + ((1 - Weight) * Sigmoid.Of(-argument));

        private static Mixture? Of(Expr first, Expr second) =>
            first is Call { Function: Multiply } left && second is Call { Function: Multiply } right
            && Factors(left).FirstOrDefault(static pair => pair.Weight is Variable { Input.Role: InputRole.Target } or Read { Row.Role: InputRole.Target }) is { Weight: { } weight, Argument: { } argument }
            && Factors(right).Any(pair => pair.Weight.Equals(1 - weight) && pair.Argument.Equals(-argument))
                ? new(weight, argument)
                : null;

        private static Mixture[] Factors(Call product) =>
            new[] { (product[0], product[1]), (product[1], product[0]) }
                .Where(static pair => pair.Item2 is Call { Function: Sigmoid })
                .Select(static pair => new Mixture(pair.Item1, ((Call)pair.Item2)[0]))
                .ToArray();
    }
}
