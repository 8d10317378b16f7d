using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// Collects equal factors and like terms all over an expression. Besides saving work it removes kinks that are none:
/// |r|·|r| is r², and its second derivative at 0 is 2, which the rule for |r| alone cannot know.
/// </summary>
internal static class Simplification
{
    public static Expr Simplify(Expr expression) => Substitution.Rebuild(expression, static node => ProductForm.Collect(node) ?? SumForm.Collect(node));
}
