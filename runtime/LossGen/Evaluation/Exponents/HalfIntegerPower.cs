using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>Powers with a constant exponent that is a multiple of ½, by multiplication and square root.</summary>
internal static class HalfIntegerPower
{
    /// <summary><c>value</c> to the power <c>halves / 2</c>. The just-in-time compiler sees a constant and keeps one branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V value, int halves)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        switch (halves)
        {
            case 0:
                return V.Create(1.0);
            case 1:
                return V.Sqrt(value);
            case 2:
                return value;
            case 3:
                return value * V.Sqrt(value);
            case 4:
                return value * value;
            case 5:
                return value * value * V.Sqrt(value);
            case 6:
                return value * value * value;
            case 8:
                V square = value * value;
                return square * square;
            case -1:
                return V.Create(1.0) / V.Sqrt(value);
            case -2:
                return V.Create(1.0) / value;
            case -3:
                return V.Create(1.0) / (value * V.Sqrt(value));
            case -4:
                return V.Create(1.0) / (value * value);
            default:
                return V.Pow(value, V.Create(0.5 * halves));
        }
    }
}
