using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Parsing;
using LossGen.Generator.Stability.Fixes;
using LossGen.Generator.Stability.Ranges;
using LossGen.Generator.Stability.Witnesses;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.CodeFixes.Stability;

/// <summary>
/// Looks for edits that mend a finding. What a table of forms proposes is tried: only an edit after which the finding is gone, no other has
/// come, and the loss has stayed the same (or, for a guard, nearly the same nearly everywhere) is offered.
/// </summary>
internal static class LossFixSearch
{
    /// <summary>How many expressions around the culprit are tried, from the inside out.</summary>
    private const int MostTargets = 12;

    /// <summary>How many equal forms are offered, besides one guard.</summary>
    private const int MostOffered = 2;

    /// <summary>The characters that a form of a larger expression must save to be preferred: a pair of parentheses is none.</summary>
    private const int MeritOfSmallest = 4;

    /// <summary>How many edits are tried; each takes a parse and an analysis.</summary>
    private const int MostTrials = 80;

    /// <summary>The fixes of a finding, the best first: equal forms before guards, and the one that mends most before the others.</summary>
    public static ImmutableArray<LossFix> Find(LossInDocument loss, Finding finding, CancellationToken cancellationToken)
    {
        FormulaOrigin[] places = [.. loss.Report.PlacesOf(finding.Culprit)];
        HashSet<string> tried = [];
        List<List<LossFix>> equivalent = [];
        int trials = 0;
        int furtherTargets = 1;
        foreach (FormulaOrigin target in Targets(loss, finding.Culprit, places))
        {
            List<LossFix> ofTarget = [];
            Expr simplified = Substitution.Rebuild(target.Expression, static _ => null);
            foreach (Expr form in NamedForms.Of(simplified))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (trials < MostTrials && Edit(loss, target, form) is { } edit && tried.Add(edit.Key))
                {
                    trials++;
                    if (Verify(loss, finding, edit, mustBeEquivalent: true, cancellationToken) is { } fix)
                    {
                        ofTarget.Add(fix);
                    }
                }
            }

            equivalent.Add([.. ofTarget.OrderBy(static fix => fix.Remaining).ThenBy(static fix => fix.IsOneCall ? 0 : 1)]);

            // What mends everything is enough, but for a shorter form around it: sinh x rather than 2·sinh x ÷ 2.
            furtherTargets -= equivalent.Exists(static fixes => fixes.Exists(static fix => fix.Remaining == 0)) ? 1 : 0;
            if (furtherTargets < 0)
            {
                break;
            }
        }

        LossModel model = loss.Report.Model;
        RangeAnalysis ranges = RangeAnalysis.Create(InputDomains.Of(model, double.PositiveInfinity), Numbers.Real);
        IEnumerable<LossFix> guards = EpsilonPlaces(loss, finding).Concat(places.Take(1))
            .SelectMany(place => Guards.Of(place.Expression, finding.Kind, expression => ranges.Of(Links.ApplyAsWritten(expression, model.Parameters))).Select(form => Edit(loss, place, form)))
            .OfType<LossEdit>()
            .Where(edit => tried.Add(edit.Key))
            .Select(edit => Verify(loss, finding, edit, mustBeEquivalent: false, cancellationToken))
            .OfType<LossFix>();
        List<LossFix> best = equivalent
            .Where(static fixes => fixes.Count > 0)
            .OrderBy(static fixes => fixes[0].Remaining)
            .ThenBy(static fixes => fixes[0].LostComments)
            .ThenBy(fixes => fixes[0].Growth + (fixes == equivalent.First(static some => some.Count > 0) ? 0 : MeritOfSmallest))
            .FirstOrDefault() ?? [];
        return [.. best.Where(fix => fix.Remaining == best[0].Remaining).Take(MostOffered), .. guards.OrderBy(static fix => fix.Remaining).Take(1)];
    }

    /// <summary>The culprit's places and what stands around them, in the text or, through locals, in the formula; each expression once.</summary>
    private static IEnumerable<FormulaOrigin> Targets(LossInDocument loss, Expr culprit, FormulaOrigin[] places) => loss.Report.Origins.All
        .Where(origin => LossEdit.IsText(origin) && (places.Any(place => IsAround(origin, place)) || Contains(origin.Expression, culprit)))
        .GroupBy(static origin => origin.Expression)
        .Select(static group => group.First())
        .Take(MostTargets);

    /// <summary>Where an epsilon that is lost is written, which may be in a local that the culprit reads.</summary>
    private static IEnumerable<FormulaOrigin> EpsilonPlaces(LossInDocument loss, Finding finding) => finding.Kind == FindingKind.VanishingEpsilon
        ? loss.Report.Origins.All
            .Where(origin => LossEdit.IsText(origin) && Contains(finding.Culprit, origin.Expression) && origin.Syntax.DescendantTokens().Any(static token => token.Value is float or double && Guards.IsLost(System.Convert.ToDouble(token.Value))))
            .OrderByDescending(static origin => origin.Syntax.Span.Length)
            .Take(1)
        : [];

    private static bool IsAround(FormulaOrigin outer, FormulaOrigin inner) =>
        outer.Syntax.SyntaxTree == inner.Syntax.SyntaxTree && outer.Source == inner.Source && outer.Syntax.Span.Contains(inner.Syntax.Span);

    private static bool Contains(Expr whole, Expr part) => ExprOrder.ChildrenFirst(whole, ExprChildren.Of).Contains(part);

    private static LossEdit? Edit(LossInDocument loss, FormulaOrigin target, Expr replacement) => LossEdit.Make(loss, target, replacement);

    private static LossFix? Verify(LossInDocument loss, Finding finding, LossEdit edit, bool mustBeEquivalent, CancellationToken cancellationToken)
    {
        SourceText text = loss.Tree.GetText(cancellationToken).WithChanges(edit.Changes);
        if (loss.After(text, cancellationToken) is not { } after
            || !IsMended(loss.Report.Findings, finding, after.Report.Findings)
            || (after.HasErrors(cancellationToken) && !loss.HasErrors(cancellationToken)))
        {
            return null;
        }

        Equivalence equivalence = Equivalence.Of(loss.Report.Model, after.Report.Model);
        return (mustBeEquivalent ? equivalence.IsEquivalent : equivalence.IsSimilar)
            ? new LossFix(edit.Changes, edit.Replacement, edit.IsOneCall, edit.LostComments, mustBeEquivalent, after.Report.Findings.Items.Count(static left => left.Kind != FindingKind.StableNameExists))
            : null;
    }

    /// <summary>Fewer findings of the kind, and of no other kind more. Suggestions to use another name do not count.</summary>
    private static bool IsMended(EquatableArray<Finding> before, Finding mended, EquatableArray<Finding> after)
    {
        ILookup<FindingKind, Finding> left = before.Items.ToLookup(static finding => finding.Kind);
        ILookup<FindingKind, Finding> right = after.Items.ToLookup(static finding => finding.Kind);
        return right[mended.Kind].Count() < left[mended.Kind].Count()
            && right.All(group => group.Key == FindingKind.StableNameExists || group.Count() <= left[group.Key].Count());
    }
}
