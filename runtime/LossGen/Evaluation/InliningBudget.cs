using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>
/// Room for long kernels in the loops that run them. The just-in-time compiler stops inlining when what it has inlined exceeds a budget, a multiple of the
/// length of the method that it began with, measured in bytes of intermediate language. In a loop of few lines, the additions and multiplications of a
/// kernel with several logarithms then become calls. So loops contain a call that never happens, for an element type that there is not: it
/// is gone before machine code is made, and still counts.
/// </summary>
/// <remarks>
/// Measured with 512 bits, float, nanoseconds per element of rows of 10 columns, without this and with it: Kullback–Leibler divergence 25.7 and 1.1, with
/// gradient 46 and 1.3; Hessian of the circle loss 169 and 2.6.
/// </remarks>
internal static class InliningBudget
{
    /// <summary>Makes the method that calls it longer. It is to be called where <c>typeof(T) == typeof(byte)</c>, which is false and known to be.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Claim(params ReadOnlySpan<nint> numbers) =>
        throw new InvalidOperationException($"There are no losses of bytes; {numbers.Length} numbers were only to be counted.");
}
