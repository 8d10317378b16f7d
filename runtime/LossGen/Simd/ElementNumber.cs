using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.Simd;

/// <summary>
/// Numbers of an element type that is <see cref="float"/> or <see cref="double"/> but for code that must not be constrained to be so: for every type
/// parameter with the constraint <c>IBinaryFloatingPointIeee754</c> the C# compiler makes some forty interfaces, in every generated file anew.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ElementNumber
{
    /// <summary>The value, rounded to the element type.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="NotSupportedException">The element type is another one.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(double value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            float single = (float)value;
            return Unsafe.As<float, T>(ref single);
        }

        return typeof(T) == typeof(double) ? Unsafe.As<double, T>(ref value) : throw NotSupported<T>();
    }

    /// <summary>The value as a double, which is exact.</summary>
    /// <inheritdoc cref="Of{T}(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble<T>(T value)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Unsafe.As<T, float>(ref value) : typeof(T) == typeof(double) ? Unsafe.As<T, double>(ref value) : throw NotSupported<T>();

    private static NotSupportedException NotSupported<T>() => new($"Losses are evaluated in float or double, not in {typeof(T)}.");
}
