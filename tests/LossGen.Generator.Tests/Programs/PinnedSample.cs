using System.Runtime.InteropServices;
using LossGen.Evaluation;
using LossGen.Simd;

namespace LossGen.Generator.Tests.Programs;

/// <summary>A sample in unmanaged memory, as the inputs of an element kernel point to it.</summary>
internal sealed unsafe class PinnedSample : IDisposable
{
    private readonly List<nint> _blocks = [];
    private readonly double** _predictions;
    private readonly double** _targets;
    private readonly int** _labels;

    public PinnedSample(SampleData sample)
    {
        _predictions = (double**)Copy([.. sample.Predictions.Select(static row => BitConverter.DoubleToInt64Bits(row[0])).Select(Single)]);
        _targets = (double**)Copy([.. sample.Targets.Select(static row => BitConverter.DoubleToInt64Bits(row[0])).Select(Single)]);
        _labels = (int**)Copy([.. sample.Labels.Select(static label => (long)label).Select(Single)]);
    }

    /// <summary>What a kernel reads, its first stage included.</summary>
    public ElementInputs<ScalarDouble, double> For<TKernel>(in TKernel kernel)
        where TKernel : struct, IElementKernel<TKernel, double> =>
        SingleElement<TKernel, double>.InputsAfterFirstStage(in kernel, _predictions, _targets, _labels, StageResults<ScalarDouble, double>.In((byte*)Copy(new long[StageResults<ScalarDouble, double>.Bytes / sizeof(long)])));

    public void Dispose() => _blocks.ForEach(Marshal.FreeHGlobal);

    private long Single(long bits) => Copy([bits]);

    private nint Copy(long[] words)
    {
        nint block = Marshal.AllocHGlobal(sizeof(long) * Math.Max(1, words.Length));
        words.CopyTo(new Span<long>((void*)block, words.Length));
        _blocks.Add(block);
        return block;
    }
}
