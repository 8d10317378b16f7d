using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;

namespace LossGen.Generator.Emission;

/// <summary>Where a loss is not differentiable, and which derivative it has there, as sentences.</summary>
internal static class Kinks
{
    public static IEnumerable<string> Describe(Expr value) =>
        ExprOrder.ChildrenFirst(value, ExprChildren.Of).Select(DescribeNode).OfType<string>().Distinct();

    /// <summary>The sentence about one node, or null if it has no kink.</summary>
    public static string? DescribeNode(Expr node) => node switch
    {
        Call { Function: Abs } abs => $"Kink at {MathPrinter.PrintBriefly(abs[0])} = 0: the derivative of the absolute value is 0 there.",
        Call { Function: Relu } relu => $"Kink at {MathPrinter.PrintBriefly(relu[0])} = 0: the derivative of the ramp is 0 there.",
        Call { Function: Max or Min } extremum => $"Kink at {MathPrinter.PrintBriefly(extremum[0])} = {MathPrinter.PrintBriefly(extremum[1])}: both sides share the derivative, ½ each.",
        Call { Function: Clamp } clamp => $"Kinks where {MathPrinter.PrintBriefly(clamp[0])} meets a bound: the derivative is 0 there.",
        Call { Function: NormRoot } root => $"Kink at {MathPrinter.PrintBriefly(root[0])} = 0: the gradient of the norm is 0 there.",
        Call { Function: Sqrt } root => $"At {MathPrinter.PrintBriefly(root[0])} = 0 the derivative of the square root is +∞.",
        Call { Function: Floor or Ceiling or Round or Sign } step => $"Jumps of {MathPrinter.PrintBriefly(step)}: its derivative is 0 everywhere.",
        Select select => $"Branches where {MathPrinter.PrintBriefly(select.Condition)}: each has its own derivative; nothing leaks from the other.",
        Reduce { Kind: ReductionKind.Max or ReductionKind.Min } extremum => $"Kink where several columns attain {MathPrinter.PrintBriefly(extremum)}: they share the derivative evenly.",
        _ => null,
    };
}
