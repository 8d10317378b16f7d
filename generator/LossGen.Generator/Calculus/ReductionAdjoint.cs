using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>The derivative of a reduction with respect to its body at one column.</summary>
internal static class ReductionAdjoint
{
    public static Expr Of(Reduce reduce) => reduce.Kind switch
    {
        ReductionKind.Sum => Build.One,
        ReductionKind.LogSumExp => SoftMaxWeight.Of(reduce.Body, reduce),
        ReductionKind.Product => OfProduct(reduce),
        _ => OfExtremum(reduce),
    };

    /// <summary>
    /// Whether it is asked which columns attain an extremum. What is computed of a column must have the same bits there as in the extremum: at one column alone it would be
    /// simplified to something else, x·(y·xᵢ) to x²·y.
    /// </summary>
    public static bool AsksForExtremum(Expr expression) => ExprOrder.ChildrenFirst(expression, ExprChildren.Of)
        .Any(static node => node is Call { Function: Equal } attains && attains[0] is Call && attains[1] is Reduce { Kind: ReductionKind.Max or ReductionKind.Min } reduce && attains[0].Equals(reduce.Body));

    /// <summary>All columns that attain the extremum share evenly.</summary>
    private static Expr OfExtremum(Reduce reduce)
    {
        Expr attains = Build.Call(Equal.Instance, reduce.Body, reduce);
        Expr count = Build.Sum(Build.Select(attains, Build.One, Build.Zero));
        return Build.Select(attains, Build.One / count, Build.Zero);
    }

    /// <summary>The product of the other columns, without a division by zero: with one zero it is not 0 at that column only, with two it is 0 everywhere.</summary>
    private static Expr OfProduct(Reduce reduce)
    {
        Expr isZero = Build.Call(Equal.Instance, reduce.Body, Build.Zero);
        Expr zeros = Build.Sum(Build.Select(isZero, Build.One, Build.Zero));
        Expr productOfOthers = Build.Reduce(ReductionKind.Product, Build.Select(isZero, Build.One, reduce.Body));
        return Build.Select(
            isZero,
            Build.Select(Build.Call(Equal.Instance, zeros, Build.One), productOfOthers, Build.Zero),
            Build.Select(Build.Call(Equal.Instance, zeros, Build.Zero), reduce / reduce.Body, Build.Zero));
    }
}
