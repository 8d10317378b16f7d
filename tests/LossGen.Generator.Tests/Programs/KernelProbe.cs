using LossGen.Evaluation;
using LossGen.Simd;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Programs;

/// <summary>Calls a compiled kernel at one sample, in double, through the vector of one lane.</summary>
internal abstract class KernelProbe
{
    /// <summary>Value, gradient and Hessian in one.</summary>
    public abstract ProbeResult Evaluate(SampleData sample);

    /// <summary>The value alone, and the value with the gradient, as their own methods have them.</summary>
    public abstract (double Value, ProbeResult WithGradient) EvaluateLess(SampleData sample);
}

/// <summary>What a kernel has handed over: derivatives by prediction and column.</summary>
internal sealed class ProbeResult(SampleData sample)
{
    public double Value { get; set; }

    public double[][] Gradient { get; } = [.. sample.Predictions.Select(static row => new double[row.Length])];

    public double[][] Hessian { get; } = [.. sample.Predictions.Select(static row => new double[row.Length])];
}

/// <summary>A sample as kernels read it: by role and position. A scalar is a row of one.</summary>
internal sealed class SampleData(ProgramPoint point, LossModel model)
{
    public int Columns { get; } = point.Columns;

    public double[][] Predictions { get; } = OfRole(point, model, InputRole.Prediction);

    public double[][] Targets { get; } = OfRole(point, model, InputRole.Target);

    public int[] Labels { get; } = [.. model.OfRole(InputRole.Label).Select(label => (int)point.Scalars[label.Input])];

    private static double[][] OfRole(ProgramPoint point, LossModel model, InputRole role) =>
        [.. model.OfRole(role).Select(parameter => parameter.IsRow ? point.Rows[parameter.Input] : [point.Scalars[parameter.Input]])];
}

internal sealed class ElementProbe<TKernel>(TKernel kernel) : KernelProbe
    where TKernel : struct, IElementKernel<TKernel, double>
{
    private readonly TKernel _kernel = kernel;

    public override unsafe ProbeResult Evaluate(SampleData sample)
    {
        ProbeResult result = new(sample);
        HessianSink sink = new(result);
        using PinnedSample pinned = new(sample);
        ElementInputs<ScalarDouble, double> at = pinned.For(in _kernel);
        result.Value = ScalarDouble.SumLanes(TKernel.Evaluate(in _kernel, in at, ref sink));
        return result;
    }

    public override (double Value, ProbeResult WithGradient) EvaluateLess(SampleData sample)
    {
        ProbeResult result = new(sample);
        GradientSink sink = new(result);
        NoSink none = default;
        using PinnedSample pinned = new(sample);
        ElementInputs<ScalarDouble, double> at = pinned.For(in _kernel);
        result.Value = ScalarDouble.SumLanes(TKernel.Evaluate(in _kernel, in at, ref sink));
        return (ScalarDouble.SumLanes(TKernel.Evaluate(in _kernel, in at, ref none)), result);
    }

    private readonly struct NoSink : IDerivativeSink<ScalarDouble>
    {
        public void Gradient(int prediction, ScalarDouble derivative) => throw new InvalidOperationException("A gradient was handed to a sink that takes none.");

        public void Hessian(int prediction, ScalarDouble secondDerivative) => throw new InvalidOperationException("A Hessian was handed to a sink that takes none.");
    }

    private readonly struct GradientSink(ProbeResult result) : IDerivativeSink<ScalarDouble>, IGradientSink
    {
        public void Gradient(int prediction, ScalarDouble derivative) => result.Gradient[prediction][0] = ScalarDouble.SumLanes(derivative);

        public void Hessian(int prediction, ScalarDouble secondDerivative) => throw new InvalidOperationException("A Hessian was handed to a sink that takes none.");
    }

    private readonly struct HessianSink(ProbeResult result) : IDerivativeSink<ScalarDouble>, IHessianSink
    {
        public void Gradient(int prediction, ScalarDouble derivative) => result.Gradient[prediction][0] = ScalarDouble.SumLanes(derivative);

        public void Hessian(int prediction, ScalarDouble secondDerivative) => result.Hessian[prediction][0] = ScalarDouble.SumLanes(secondDerivative);
    }
}

internal sealed class RowProbe<TKernel>(TKernel kernel) : KernelProbe
    where TKernel : struct, IRowKernel<TKernel, double>
{
    private readonly TKernel _kernel = kernel;

    public override ProbeResult Evaluate(SampleData sample)
    {
        ProbeResult result = new(sample);
        ProbeRow row = new(sample, result);
        result.Value = ScalarDouble.SumLanes(TKernel.Evaluate<ScalarDouble, HessianOrder, ProbeRow>(in _kernel, default, ref row));
        return result;
    }

    public override (double Value, ProbeResult WithGradient) EvaluateLess(SampleData sample)
    {
        ProbeResult result = new(sample);
        ProbeRow row = new(sample, result);
        result.Value = ScalarDouble.SumLanes(TKernel.Evaluate<ScalarDouble, GradientOrder, ProbeRow>(in _kernel, default, ref row));
        ProbeRow plain = new(sample, new(sample));
        return (ScalarDouble.SumLanes(TKernel.Evaluate<ScalarDouble, ValueOrder, ProbeRow>(in _kernel, default, ref plain)), result);
    }

    private readonly struct ValueOrder : IEvaluationOrder;

    private readonly struct GradientOrder : IGradientOrder;

    private readonly struct HessianOrder : IHessianOrder;
}
