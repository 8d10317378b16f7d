namespace LossGen.Simd;

/// <summary>
/// One hardware vector of <typeparamref name="T"/>: 512, 256 or 128 bits wide, or a single scalar.
/// Kernels are written once against this interface; the just-in-time compiler turns every member into one or a few instructions.
/// </summary>
/// <remarks>
/// Conditions are vectors of all-ones (true) or all-zeros (false) lanes, as the hardware makes them.
/// Mathematical functions (<c>Exp</c>, <c>Log</c>, …) are further parts of this interface, one file a function in <c>Simd/Functions</c>.
/// Implementations wrap their results by <c>Unsafe.BitCast</c>: a constructor would be one more call to inline, with variables of its own, in every operation of a kernel.
/// </remarks>
/// <typeparam name="V">The vector type that implements the interface.</typeparam>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
public unsafe partial interface ISimdVector<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>All lanes 0.</summary>
    static abstract V Zero { get; }

    /// <summary>The lanes 0, 1, 2, ….</summary>
    static abstract V Iota { get; }

    /// <summary>All lanes <paramref name="value"/>.</summary>
    static abstract V Create(T value);

    /// <summary>All lanes <paramref name="value"/>, rounded to the element type.</summary>
    static virtual V Create(double value) => V.Create(ElementNumber.Of<T>(value));

    /// <summary>Reads <see cref="Count"/> elements; no alignment is needed.</summary>
    static abstract V Load(T* source);

    /// <summary>Reads <see cref="Count"/> integers and converts them to the element type.</summary>
    static abstract V LoadIntegers(int* source);

    /// <summary>Writes <see cref="Count"/> elements; no alignment is needed.</summary>
    static abstract void Store(V vector, T* destination);

    /// <summary>Lane-wise sum.</summary>
    static abstract V operator +(V left, V right);

    /// <summary>Lane-wise difference.</summary>
    static abstract V operator -(V left, V right);

    /// <summary>Lane-wise product.</summary>
    static abstract V operator *(V left, V right);

    /// <summary>Lane-wise quotient.</summary>
    static abstract V operator /(V left, V right);

    /// <summary>Flips the sign of every lane, that of zero and NaN included.</summary>
    static abstract V operator -(V value);

    /// <summary><c>left * right + addend</c> with one rounding.</summary>
    static abstract V MultiplyAdd(V left, V right, V addend);

    /// <summary>Adds a constant, rounded to the element type, to every lane.</summary>
    static abstract V operator +(V left, double right);

    /// <summary>Multiplies every lane by a constant, rounded to the element type.</summary>
    static abstract V operator *(V left, double right);

    /// <summary><c>left * right + addend</c> with one rounding, for a constant rounded to the element type.</summary>
    /// <remarks>
    /// The just-in-time compiler inlines into a method until it has 1024 variables, which is some 600 calls of members of this interface,
    /// and no further. Polynomials are most of these calls: without the constants as calls of their own they need half as many.
    /// </remarks>
    static abstract V MultiplyAdd(V left, V right, double addend);

    /// <summary><c>left * right + addend</c> with one rounding, for a constant rounded to the element type.</summary>
    static abstract V MultiplyAdd(V left, double right, V addend);

    /// <summary><c>left * right + addend</c> with one rounding, for constants rounded to the element type.</summary>
    static abstract V MultiplyAdd(V left, double right, double addend);

    /// <summary>Clears the sign.</summary>
    static abstract V Abs(V value);

    /// <summary>The absolute value of <paramref name="magnitude"/> with the sign of <paramref name="sign"/>.</summary>
    static virtual V CopySign(V magnitude, V sign) => V.Or(V.Abs(magnitude), V.And(sign, V.Create(-0.0)));

    /// <summary>The correctly rounded square root.</summary>
    static abstract V Sqrt(V value);

    /// <summary>The smaller operand; NaN where either is NaN; −0 is smaller than +0.</summary>
    static abstract V Min(V left, V right);

    /// <summary>The larger operand; NaN where either is NaN; +0 is larger than −0.</summary>
    static abstract V Max(V left, V right);

    /// <summary><c>left &lt; right ? left : right</c>, hence <paramref name="right"/> where either is NaN or both are zero: one instruction where <see cref="Min"/> takes several.</summary>
    static abstract V MinOrRight(V left, V right);

    /// <summary><c>left &gt; right ? left : right</c>, hence <paramref name="right"/> where either is NaN or both are zero: one instruction where <see cref="Max"/> takes several.</summary>
    static abstract V MaxOrRight(V left, V right);

    /// <summary>Rounds towards −∞.</summary>
    static abstract V Floor(V value);

    /// <summary>Rounds towards +∞.</summary>
    static abstract V Ceiling(V value);

    /// <summary>Rounds towards zero.</summary>
    static abstract V Truncate(V value);

    /// <summary>Rounds to the nearest integer, ties to even.</summary>
    static abstract V Round(V value);

    /// <summary>Condition: equal (NaN equals nothing).</summary>
    static abstract V Equal(V left, V right);

    /// <summary>Condition: not equal (NaN differs from everything).</summary>
    static abstract V NotEqual(V left, V right);

    /// <summary>Condition: less.</summary>
    static abstract V LessThan(V left, V right);

    /// <summary>Condition: less or equal.</summary>
    static abstract V LessThanOrEqual(V left, V right);

    /// <summary>Condition: greater.</summary>
    static abstract V GreaterThan(V left, V right);

    /// <summary>Condition: greater or equal.</summary>
    static abstract V GreaterThanOrEqual(V left, V right);

    /// <summary>Bitwise and.</summary>
    static abstract V And(V left, V right);

    /// <summary>Bitwise or.</summary>
    static abstract V Or(V left, V right);

    /// <summary>Bitwise exclusive or.</summary>
    static abstract V Xor(V left, V right);

    /// <summary>Bitwise complement.</summary>
    static abstract V Not(V value);

    /// <summary>The lanes of <paramref name="whenTrue"/> where <paramref name="condition"/> holds, else those of <paramref name="whenFalse"/>. Nothing leaks from the lane not taken.</summary>
    static abstract V Select(V condition, V whenTrue, V whenFalse);

    /// <summary>Whether the condition holds in any lane.</summary>
    static abstract bool Any(V condition);

    /// <summary><c>value · 2^exponent</c> for integral <paramref name="exponent"/>, rounded once; overflow gives ±∞ and underflow the right subnormal or ±0.</summary>
    static abstract V Scale(V value, V exponent);

    /// <summary>
    /// <see cref="Scale"/> for |<paramref name="value"/>| in [½, 2] and |<paramref name="exponent"/>| up to twice the largest exponent of
    /// the element type (252, 2044): cheaper where the processor has no scaling instruction.
    /// </summary>
    static abstract V ScaleNearOne(V value, V exponent);

    /// <summary>⌊log₂|value|⌋ for finite non-zero lanes, subnormals included.</summary>
    static abstract V Exponent(V value);

    /// <summary><c>|value| · 2^−Exponent(value)</c>, in [1, 2), with the sign of <paramref name="value"/> dropped; for finite non-zero lanes.</summary>
    static abstract V Mantissa(V value);

    /// <summary>The sum of the lanes, in a fixed tree in the element type.</summary>
    static abstract T SumLanes(V value);

    /// <summary>The product of the lanes.</summary>
    static abstract T MultiplyLanes(V value);

    /// <summary>The largest lane; NaN if any lane is NaN.</summary>
    static abstract T MaxLanes(V value);

    /// <summary>The smallest lane; NaN if any lane is NaN.</summary>
    static abstract T MinLanes(V value);

    /// <summary>Adds the lanes to double sums that two vectors hold in a representation of their own; all-zero bits are the sum 0. See <see cref="DoubleAccumulator{V, T}"/>.</summary>
    static abstract void Accumulate(ref V low, ref V high, V value);

    /// <summary>The sum that <see cref="Accumulate"/> has collected, its lanes added in a fixed pairwise order in double.</summary>
    static abstract double Total(V low, V high);
}
