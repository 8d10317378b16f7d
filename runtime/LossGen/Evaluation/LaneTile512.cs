using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Evaluation;

/// <summary>Four pieces.</summary>
internal readonly unsafe struct LaneTile512<T>(Vector512<T> value) : ILaneTile<LaneTile512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector512<T> _value = value;

    public static bool IsSupported => Avx512F.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile512<T> LoadRows(T* rows, nint stride)
    {
        Vector256<T> lower = Vector128.Load(rows).ToVector256Unsafe().WithUpper(Vector128.Load(rows + stride));
        Vector256<T> upper = Vector128.Load(rows + 2 * stride).ToVector256Unsafe().WithUpper(Vector128.Load(rows + 3 * stride));
        return new(lower.ToVector512Unsafe().WithUpper(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(LaneTile512<T> tile, T* rows, nint stride)
    {
        Vector512<float> value = tile._value.AsSingle();
        Avx512F.ExtractVector128(value, 0).As<float, T>().Store(rows);
        Avx512F.ExtractVector128(value, 1).As<float, T>().Store(rows + stride);
        Avx512F.ExtractVector128(value, 2).As<float, T>().Store(rows + 2 * stride);
        Avx512F.ExtractVector128(value, 3).As<float, T>().Store(rows + 3 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile512<T> Load(T* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(LaneTile512<T> tile, T* destination) => tile._value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile512<T> LowSingles(LaneTile512<T> left, LaneTile512<T> right) => new(Avx512F.UnpackLow(left._value.AsSingle(), right._value.AsSingle()).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile512<T> HighSingles(LaneTile512<T> left, LaneTile512<T> right) => new(Avx512F.UnpackHigh(left._value.AsSingle(), right._value.AsSingle()).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile512<T> LowDoubles(LaneTile512<T> left, LaneTile512<T> right) => new(Avx512F.UnpackLow(left._value.AsDouble(), right._value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile512<T> HighDoubles(LaneTile512<T> left, LaneTile512<T> right) => new(Avx512F.UnpackHigh(left._value.AsDouble(), right._value.AsDouble()).As<double, T>());
}
