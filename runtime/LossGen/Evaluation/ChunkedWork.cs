using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>
/// A sum over chunks of samples, spread over threads. Chunks are gathered into at most <see cref="MaximumGroups"/> groups of
/// 2ᵏ neighbours, threads take group after group, and the sums of the groups are added pairwise: the shape of the tree depends
/// on the number of samples only, so the result has the same bits for any number of threads.
/// </summary>
internal unsafe struct ChunkedWork
{
    private const int MaximumGroups = 256;

    /// <summary>
    /// The work, in elements, below which waking another thread costs more than it saves: some 10 µs at ½ ns an element,
    /// where a sleeping thread takes about 5 µs to come.
    /// </summary>
    private const long ElementsPerThread = 16 * 1024;

    private readonly delegate*<void*, nint, nint, double> _sum;
    private readonly void* _context;
    private readonly nint _count;
    private readonly nint _groupSize;
    private readonly int _groups;
    private readonly long _elements;
    private double* _groupSums;
    private int _nextGroup;

    /// <summary>Plans the work.</summary>
    /// <param name="sum">Takes the context, the first sample and the sample behind the last; returns the pairwise sum over chunks in between. May not throw.</param>
    /// <param name="context">What <paramref name="sum"/> gets; must outlive the run.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="chunk">The number of samples per chunk.</param>
    /// <param name="elementsPerSample">The number of elements per sample: how much work a sample is.</param>
    internal ChunkedWork(delegate*<void*, nint, nint, double> sum, void* context, nint count, nint chunk, int elementsPerSample)
    {
        _sum = sum;
        _context = context;
        _count = count;
        _elements = (long)count * elementsPerSample;
        _groupSize = chunk;
        while ((count - 1) / _groupSize >= MaximumGroups)
            _groupSize *= 2;
        _groups = (int)((count - 1) / _groupSize) + 1;
    }

    /// <summary>Does the work on this thread and up to <paramref name="maxDegreeOfParallelism"/> − 1 others.</summary>
    [SkipLocalsInit]
    internal double Run(int maxDegreeOfParallelism)
    {
        if (_groups == 1)
            return _sum(_context, 0, _count);

        double* groupSums = stackalloc double[MaximumGroups];
        ChunkedWork work = this;
        work._groupSums = groupSums;
        int threads = (int)Math.Min(Math.Min(maxDegreeOfParallelism, _groups), _elements / ElementsPerThread);
        if (threads <= 1 || !WorkerPool.TryRun(&TakeGroups, &work, threads - 1))
            TakeGroups(&work);

        var total = new PairwiseSum();
        for (int group = 0; group < _groups; group++)
            total.Add(groupSums[group]);
        return total.Total();
    }

    private static void TakeGroups(void* context)
    {
        var work = (ChunkedWork*)context;
        for (int group = Interlocked.Increment(ref work->_nextGroup) - 1; group < work->_groups; group = Interlocked.Increment(ref work->_nextGroup) - 1)
        {
            nint first = group * work->_groupSize;
            nint end = Math.Min(first + work->_groupSize, work->_count);
            work->_groupSums[group] = work->_sum(work->_context, first, end);
        }
    }
}
