using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Evaluation;

/// <summary>One piece.</summary>
internal readonly unsafe struct LaneTile128<T>(Vector128<T> value) : ILaneTile<LaneTile128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector128<T> _value = value;

    public static bool IsSupported => Sse2.IsSupported || AdvSimd.Arm64.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile128<T> LoadRows(T* rows, nint stride) => new(Vector128.Load(rows));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(LaneTile128<T> tile, T* rows, nint stride) => tile._value.Store(rows);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile128<T> Load(T* source) => new(Vector128.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(LaneTile128<T> tile, T* destination) => tile._value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile128<T> LowSingles(LaneTile128<T> left, LaneTile128<T> right) => new((Sse2.IsSupported
        ? Sse.UnpackLow(left._value.AsSingle(), right._value.AsSingle())
        : AdvSimd.Arm64.ZipLow(left._value.AsSingle(), right._value.AsSingle())).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile128<T> HighSingles(LaneTile128<T> left, LaneTile128<T> right) => new((Sse2.IsSupported
        ? Sse.UnpackHigh(left._value.AsSingle(), right._value.AsSingle())
        : AdvSimd.Arm64.ZipHigh(left._value.AsSingle(), right._value.AsSingle())).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile128<T> LowDoubles(LaneTile128<T> left, LaneTile128<T> right) => new((Sse2.IsSupported
        ? Sse2.UnpackLow(left._value.AsDouble(), right._value.AsDouble())
        : AdvSimd.Arm64.ZipLow(left._value.AsDouble(), right._value.AsDouble())).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneTile128<T> HighDoubles(LaneTile128<T> left, LaneTile128<T> right) => new((Sse2.IsSupported
        ? Sse2.UnpackHigh(left._value.AsDouble(), right._value.AsDouble())
        : AdvSimd.Arm64.ZipHigh(left._value.AsDouble(), right._value.AsDouble())).As<double, T>());
}
