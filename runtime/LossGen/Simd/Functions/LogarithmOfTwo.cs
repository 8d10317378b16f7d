using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>ln 2 as the unevaluated sum of the nearest number of the element type and a correction.</summary>
internal static class LogarithmOfTwo
{
    /// <summary>ln 2, rounded to double; rounded on to float where that is the element type.</summary>
    internal const double Rounded = 0.6931471805599453;

    /// <summary>ln 2 minus the nearest number of the element type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Correction<T>() => typeof(T) == typeof(float) ? -1.904654323148236e-9 : 2.3190468138462996e-17;

    /// <summary>ln 2, rounded to nearest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V High<V, T>()
        where V : struct, ISimdVector<V, T>
        where T : unmanaged =>
        V.Create(Rounded);

    /// <summary>ln 2 − <see cref="High{V, T}"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Low<V, T>()
        where V : struct, ISimdVector<V, T>
        where T : unmanaged =>
        V.Create(Correction<T>());
}
