using System.Numerics;

namespace LossGen.Simd.Tests.Harness;

/// <summary>A function of one argument under test, with its oracle.</summary>
public interface IUnaryFunction
{
    /// <summary>The function under test.</summary>
    static abstract V Evaluate<V, T>(V x)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>
    /// The value in double, right to a few units of double's last place: the oracle for float. At NaN, infinities and zeros it is the
    /// oracle for double too.
    /// </summary>
    static abstract double Reference(double x);

    /// <summary>The table in <c>Data</c>, without extension, that is the oracle for double.</summary>
    static abstract string Table { get; }

    /// <summary>The largest admitted error in units in the last place.</summary>
    static virtual double MaximumUlps => 2;

    /// <summary>Where to sample uniformly, besides bit patterns of the whole range.</summary>
    static virtual (double Low, double High) Dense => (-10, 10);

    /// <summary>The magnitude to which the error is relative: the value's own unless cancellation is in the nature of the function.</summary>
    static virtual double Scale(double x, double expected) => expected;

    /// <summary>Whether the function promises anything at <paramref name="x"/>.</summary>
    static virtual bool IsInDomain(double x) => true;
}
