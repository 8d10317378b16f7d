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
    public static LaneTile512<T> LoadRows(T* rows, nint stride) => new(Vector512.Create(
        Vector256.Create(Vector128.Load(rows), Vector128.Load(rows + stride)),
        Vector256.Create(Vector128.Load(rows + 2 * stride), Vector128.Load(rows + 3 * stride))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(LaneTile512<T> tile, T* rows, nint stride)
    {
        tile._value.GetLower().GetLower().Store(rows);
        tile._value.GetLower().GetUpper().Store(rows + stride);
        tile._value.GetUpper().GetLower().Store(rows + 2 * stride);
        tile._value.GetUpper().GetUpper().Store(rows + 3 * stride);
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
