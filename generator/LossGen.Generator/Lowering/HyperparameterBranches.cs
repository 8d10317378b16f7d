using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Rewrites;

namespace LossGen.Generator.Lowering;

/// <summary>
/// The derivative of a formula with branches is a sum of one choice per use of the prediction, each by the same hyperparameters: one choice of sums is shorter, and in it terms
/// that belong together stand together, powers with a factor in common first of all.
/// </summary>
internal static class HyperparameterBranches
{
    public static Expr Gather(Expr expression) => Substitution.Rebuild(expression, static node => node is Call { Function: Add or Subtract } ? OfSum(node) ?? CommonPowers.Apply(node) : null);

    private static Expr? OfSum(Expr sum)
    {
        Expr? condition = Addends.Of(sum)
            .SelectMany(static addend => Conditions(addend.Term).Distinct())
            .GroupBy(static condition => condition)
            .FirstOrDefault(static group => group.Count() > 1)?.Key;
        return condition is null ? null : Build.Select(condition, Gathered(holds: true), Gathered(holds: false));

        Expr Gathered(bool holds)
        {
            Expr decided = Substitution.Rebuild(sum, node => node is Select select && select.Condition.Equals(condition) ? holds ? select.WhenTrue : select.WhenFalse : null);
            return decided is Call { Function: Add or Subtract } ? OfSum(decided) ?? CommonPowers.Apply(decided) ?? decided : decided;
        }
    }

    /// <summary>What hyperparameters alone decide of a choice among choices.</summary>
    private static IEnumerable<Expr> Conditions(Expr term) => term is Select select
        ? (ProductForm.IsHyperparameter(select.Condition) ? new[] { select.Condition } : []).Concat(Conditions(select.WhenTrue)).Concat(Conditions(select.WhenFalse))
        : [];
}
