using System.Numerics;

namespace LossGen.Simd.Tests.Harness;

/// <summary>A function of two arguments under test, with its oracle. See <see cref="IUnaryFunction"/>.</summary>
public interface IBinaryFunction
{
    /// <summary>The function under test.</summary>
    static abstract V Evaluate<V, T>(V x, V y)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The value in double: the oracle for float, and for double where an argument or the value is NaN, infinite or zero.</summary>
    static abstract double Reference(double x, double y);

    /// <summary>The table in <c>Data</c>, without extension, that is the oracle for double.</summary>
    static abstract string Table { get; }

    /// <summary>The largest admitted error in units in the last place.</summary>
    static virtual double MaximumUlps => 2;

    /// <summary>Where to sample the first argument uniformly.</summary>
    static virtual (double Low, double High) DenseX => (-10, 10);

    /// <summary>Where to sample the second argument uniformly.</summary>
    static virtual (double Low, double High) DenseY => (-10, 10);

    /// <summary>The magnitude to which the error is relative: the value's own unless cancellation is in the nature of the function.</summary>
    static virtual double Scale(double x, double y, double expected) => expected;

    /// <summary>Whether the function promises anything at (<paramref name="x"/>, <paramref name="y"/>).</summary>
    static virtual bool IsInDomain(double x, double y) => true;
}
