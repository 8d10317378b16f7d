namespace LossGen.Evaluation;

/// <summary>How samples are cut into chunks, the leaves of the summation tree. Cuts depend on sizes only.</summary>
internal static class SampleChunks
{
    /// <summary>
    /// Elements per chunk: a multiple of every vector's length, large enough to make the work around a chunk negligible
    /// (some 20 ns in at least 300), small enough that two threads share 32 Ki elements evenly.
    /// </summary>
    internal const int Size = 4096;

    /// <summary>The largest number of lanes of any vector: chunks of rows are multiples of it, as lanes may be rows.</summary>
    private const int MostLanes = 16;

    /// <summary>Rows per chunk: about <see cref="Size"/> elements.</summary>
    internal static int Rows(int columns, bool samplesAcrossLanes) =>
        samplesAcrossLanes ? Math.Max(Size / MostLanes / columns, 1) * MostLanes : Math.Max(Size / columns, 1);
}
