using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Programs;

/// <summary>Makes a failing program smaller for as long as it fails.</summary>
internal static class ProgramShrinker
{
    public static ProgramOutcome Shrink(ProgramOutcome failure)
    {
        while (SmallerFailure(failure) is { } smaller)
        {
            failure = smaller;
        }

        return failure;
    }

    private static ProgramOutcome? SmallerFailure(ProgramOutcome failure)
    {
        int size = Size(failure.Program.Formula);
        foreach (Expr candidate in Candidates(failure.Program.Formula).Where(candidate => Size(candidate) < size))
        {
            ProgramOutcome outcome = ProgramCheck.Run(ProgramCompiler.Compile([failure.Program.With(candidate)])[0]);
            if (outcome.Failure is not null)
            {
                return outcome;
            }
        }

        return null;
    }

    /// <summary>The formula with one node replaced by a child of it or by a constant.</summary>
    private static IEnumerable<Expr> Candidates(Expr formula) =>
        from node in ExprOrder.ChildrenFirst(formula, ExprChildren.Of).Reverse()
        where node is Call or Select or Reduce or SumOverOthers
        from replacement in ExprChildren.Of(node).Append(node.IsCondition ? Truth.True : Build.One)
        where replacement.ExprKind == node.ExprKind && (replacement.Indices.Bits & ~node.Indices.Bits) == 0
        select Substitution.Rebuild(formula, rebuilt => rebuilt.Equals(node) ? replacement : null);

    private static int Size(Expr formula) => ExprOrder.ChildrenFirst(formula, ExprChildren.Of).Length;
}
