using System.Numerics;
using System.Runtime.InteropServices;
using LossGen.Evaluation;
using LossGen.Tests.Evaluation.Kernels;
using Xunit;

namespace LossGen.Tests.Evaluation;

/// <summary>
/// Nothing is read or written outside the spans. Every span ends where a page begins that may not be touched, so that one element too far ends
/// the process; what lies in front of outputs is compared.
/// </summary>
public sealed partial class BoundsTests
{
    [Theory]
    [MemberData(nameof(EvaluationCases.Widths), MemberType = typeof(EvaluationCases))]
    public void ElementLoss_StaysInsideItsSpans(int width)
    {
        Assert.SkipUnless(GuardedMemory.IsSupported, "Pages are protected by mprotect, which this system does not have.");
        Check<float>((VectorWidth)width);
        Check<double>((VectorWidth)width);

        static void Check<T>(VectorWidth width)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            using var memory = new GuardedMemory(9);
            LoopSet<T> loops = ElementLoops<GaussianLikelihood<T>, T>.Of(width);
            for (int samples = 1; samples <= 70; samples++)
            {
                memory.Poison();
                Span<T> mean = memory.AtEnd<T>(0, samples);
                Span<T> logVariance = memory.AtEnd<T>(1, samples);
                Span<T> target = memory.AtEnd<T>(2, samples);
                Span<T> weights = memory.AtEnd<T>(3, samples);
                mean.Clear();
                logVariance.Clear();
                target.Fill(T.One);
                weights.Fill(T.One);
                var batch = new LossBatch<T>(Reduction.Sum, weights);
                batch.AddPrediction(mean, "mean");
                batch.AddPrediction(logVariance, "logVariance");
                batch.AddTarget(target, "target");
                batch.AddGradient(memory.AtEnd<T>(4, samples), "meanGradient");
                batch.AddGradient(memory.AtEnd<T>(5, samples), "logVarianceGradient");
                batch.AddHessian(memory.AtEnd<T>(6, samples), "meanHessian");
                batch.AddHessian(memory.AtEnd<T>(7, samples), "logVarianceHessian");
                batch.SetValues(memory.AtEnd<T>(8, samples), "values");
                Assert.Equal(T.CreateChecked(0.5 * samples), ElementEvaluator.Evaluate(new GaussianLikelihood<T>(), ref batch, in loops));
                for (int page = 4; page < 9; page++)
                    memory.VerifyPoisonBefore<T>(page, samples);
            }
        }
    }

    [Theory]
    [MemberData(nameof(EvaluationCases.Widths), MemberType = typeof(EvaluationCases))]
    public void RowLoss_StaysInsideItsSpans(int width)
    {
        Assert.SkipUnless(GuardedMemory.IsSupported, "Pages are protected by mprotect, which this system does not have.");
        Check<float>((VectorWidth)width);
        Check<double>((VectorWidth)width);

        static void Check<T>(VectorWidth width)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            using var memory = new GuardedMemory(5);
            RowLoopSet<T> loops = RowLoops<SoftmaxCrossEntropy<T>, T>.Of(width);
            foreach (int longRow in (int[])[1, RowEvaluator.LongRow])
            {
                for (int columns = 1; columns <= 40; columns++)
                {
                    foreach (int samples in (int[])[1, 2, 7, 8, 16, 19])
                    {
                        int length = samples * columns;
                        if (length * 8 > GuardedMemory.PageSize)
                            continue;
                        memory.Poison();
                        Span<T> scores = memory.AtEnd<T>(0, length);
                        Span<int> labels = memory.AtEnd<int>(1, samples);
                        scores.Clear();
                        labels.Fill(columns - 1);
                        var batch = new LossBatch<T>(Reduction.Mean, default, columns);
                        batch.AddPrediction(scores, "scores", InputShape.Row);
                        batch.AddLabels(labels, "label");
                        batch.AddGradient(memory.AtEnd<T>(2, length), "gradient");
                        batch.AddHessian(memory.AtEnd<T>(3, length), "hessian");
                        batch.SetValues(memory.AtEnd<T>(4, samples), "values");
                        T value = RowEvaluator.Evaluate(new SoftmaxCrossEntropy<T>(), ref batch, in loops, longRow);
                        Assert.Equal(Math.Log(columns), double.CreateChecked(value), 1e-6);
                        memory.VerifyPoisonBefore<T>(2, length);
                        memory.VerifyPoisonBefore<T>(3, length);
                        memory.VerifyPoisonBefore<T>(4, samples);
                    }
                }
            }
        }
    }

    /// <summary>Pages, each followed by one that may not be read or written.</summary>
    private sealed unsafe partial class GuardedMemory : IDisposable
    {
        internal const int PageSize = 4096;
        private const byte PoisonByte = 0xC5;
        private readonly byte* _start;
        private readonly nuint _length;
        private readonly int _pages;

        internal GuardedMemory(int pages)
        {
            _pages = pages;
            _length = (nuint)(2 * pages * PageSize);
            _start = (byte*)NativeMemory.AlignedAlloc(_length, PageSize);
            for (int page = 0; page < pages; page++)
                Assert.Equal(0, Protect(_start + (2 * page + 1) * PageSize, PageSize, 0));
        }

        /// <summary>Whether this system has mprotect and pages of this size.</summary>
        internal static bool IsSupported => OperatingSystem.IsLinux() && Environment.SystemPageSize == PageSize;

        public void Dispose()
        {
            const int ReadAndWrite = 3;
            Assert.Equal(0, Protect(_start, _length, ReadAndWrite));
            NativeMemory.AlignedFree(_start);
        }

        internal void Poison()
        {
            for (int page = 0; page < _pages; page++)
                new Span<byte>(_start + 2 * page * PageSize, PageSize).Fill(PoisonByte);
        }

        /// <summary>A span that ends with a page.</summary>
        internal Span<TElement> AtEnd<TElement>(int page, int count)
            where TElement : unmanaged => new(_start + (2 * page + 1) * PageSize - count * sizeof(TElement), count);

        internal void VerifyPoisonBefore<TElement>(int page, int count)
            where TElement : unmanaged =>
            Assert.False(new ReadOnlySpan<byte>(_start + 2 * page * PageSize, PageSize - count * sizeof(TElement)).ContainsAnyExcept(PoisonByte));

        [LibraryImport("libc", EntryPoint = "mprotect")]
        private static partial int Protect(void* address, nuint length, int protection);
    }
}
