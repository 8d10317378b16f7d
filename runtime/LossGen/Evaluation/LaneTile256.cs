using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Evaluation;

/// <summary>Two pieces.</summary>
internal readonly unsafe struct LaneTile256<T>(Vector256<T> value) : ILaneTile<LaneTile256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector256<T> _value = value;

    public static bool IsSupported => Avx.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile256<T> LoadRows(T* rows, nint stride) => new(Vector128.Load(rows).ToVector256Unsafe().WithUpper(Vector128.Load(rows + stride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(LaneTile256<T> tile, T* rows, nint stride)
    {
        tile._value.GetLower().Store(rows);
        tile._value.GetUpper().Store(rows + stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile256<T> Load(T* source) => new(Vector256.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(LaneTile256<T> tile, T* destination) => tile._value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile256<T> LowSingles(LaneTile256<T> left, LaneTile256<T> right) => new(Avx.UnpackLow(left._value.AsSingle(), right._value.AsSingle()).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile256<T> HighSingles(LaneTile256<T> left, LaneTile256<T> right) => new(Avx.UnpackHigh(left._value.AsSingle(), right._value.AsSingle()).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile256<T> LowDoubles(LaneTile256<T> left, LaneTile256<T> right) => new(Avx.UnpackLow(left._value.AsDouble(), right._value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile256<T> HighDoubles(LaneTile256<T> left, LaneTile256<T> right) => new(Avx.UnpackHigh(left._value.AsDouble(), right._value.AsDouble()).As<double, T>());
}
