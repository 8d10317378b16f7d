using LossGen.Generator.Model;

namespace LossGen.Generator.Functions;

/// <summary>The logarithm of the logistic function. It is built as −softplus(−x): there is one canonical form, with <see cref="Softplus"/>.</summary>
internal static class LogSigmoid
{
    public static Expr Of(Expr argument) => -Softplus.Of(-argument);
}
