using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Fixes;

/// <summary>All forms that are equal to an expression over the real numbers.</summary>
internal static class NamedForms
{
    private static readonly ImmutableArray<Form> Table = [.. LogarithmForms.All, .. ExponentialForms.All, .. DifferenceForms.All, .. RowForms.All];

    /// <summary>The forms of a simplified expression: each of the table in all places where it applies, then what the rewrites of generated code make of it.</summary>
    public static IEnumerable<Expr> Of(Expr simplified)
    {
        yield return simplified;
        foreach (Form form in Table)
        {
            // At the root alone first, where the author's own text can stay around it.
            if (form(simplified) is { } whole)
            {
                yield return whole;
                yield return Simplification.Simplify(whole);
            }
        }

        foreach (Form first in Table)
        {
            if (first(simplified) is { } whole)
            {
                foreach (Form second in Table)
                {
                    Expr again = Substitution.Rebuild(whole, node => second(node));
                    if (!again.Equals(whole))
                    {
                        yield return again;
                    }
                }
            }
        }

        foreach (Form form in Table)
        {
            Expr everywhere = Substitution.Rebuild(simplified, node => form(node));
            if (!everywhere.Equals(simplified))
            {
                yield return everywhere;
            }
        }

        yield return Rewriter.Stabilize(simplified);
        yield return Rewriter.Finish(simplified);
        yield return Rewriter.Stabilize(Simplification.Simplify(simplified));
    }
}
