using System.Numerics;

namespace LossGen.Evaluation;

/// <summary>
/// A vector seen as pieces of 128 bits, one for every few rows: the unit in which rows are transposed. Piece q of <see cref="LoadRows"/> holds
/// neighbouring columns of row q · (16 ÷ element size); interleaving inside pieces then transposes all of them at once.
/// </summary>
/// <typeparam name="TSelf">The tile.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
internal unsafe interface ILaneTile<TSelf, T>
    where TSelf : struct, ILaneTile<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether the processor can do this.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>Reads one piece from every address <c>rows + q · stride</c>.</summary>
    static abstract TSelf LoadRows(T* rows, nint stride);

    /// <summary>Writes one piece to every address <c>rows + q · stride</c>.</summary>
    static abstract void StoreRows(TSelf tile, T* rows, nint stride);

    /// <summary>Reads a whole vector.</summary>
    static abstract TSelf Load(T* source);

    /// <summary>Writes a whole vector.</summary>
    static abstract void Store(TSelf tile, T* destination);

    /// <summary>In every piece, the 32-bit units of the lower halves of both, alternating.</summary>
    static abstract TSelf LowSingles(TSelf left, TSelf right);

    /// <summary>In every piece, the 32-bit units of the upper halves of both, alternating.</summary>
    static abstract TSelf HighSingles(TSelf left, TSelf right);

    /// <summary>In every piece, the lower halves of both.</summary>
    static abstract TSelf LowDoubles(TSelf left, TSelf right);

    /// <summary>In every piece, the upper halves of both.</summary>
    static abstract TSelf HighDoubles(TSelf left, TSelf right);
}
