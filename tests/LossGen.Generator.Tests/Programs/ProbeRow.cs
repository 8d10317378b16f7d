using LossGen.Evaluation;
using LossGen.Simd;

namespace LossGen.Generator.Tests.Programs;

/// <summary>One row of doubles, column by column: the plainest evaluator that a row kernel can have.</summary>
internal readonly struct ProbeRow(SampleData sample, ProbeResult result) : IRow<ScalarDouble, double>
{
    public ScalarDouble Columns => new(sample.Columns);

    public ScalarDouble Prediction(int position) => new(sample.Predictions[position][0]);

    public ScalarDouble Target(int position) => new(sample.Targets[position][0]);

    public ScalarDouble Label(int position) => new(sample.Labels[position]);

    public ScalarDouble PredictionAt(int position, ScalarDouble column) => new(sample.Predictions[position][(int)ScalarDouble.SumLanes(column)]);

    public ScalarDouble TargetAt(int position, ScalarDouble column) => new(sample.Targets[position][(int)ScalarDouble.SumLanes(column)]);

    public ScalarDouble HyperparameterAt(int position, ScalarDouble column) => throw new InvalidOperationException(ProbeElement.NoSharedRows);

    public void Run<TOrder, TPass>(TOrder order, ref TPass pass)
        where TOrder : struct, IEvaluationOrder
        where TPass : struct, IRowPass<TPass, ScalarDouble, double>
    {
        for (int column = 0; column < sample.Columns; column++)
        {
            ProbeElement element = new(sample, result, column);
            pass.Step(order, in element);
        }
    }

    public ScalarDouble Sum(ScalarDouble accumulator) => accumulator;

    public ScalarDouble Product(ScalarDouble accumulator) => accumulator;

    public ScalarDouble Max(ScalarDouble accumulator) => accumulator;

    public ScalarDouble Min(ScalarDouble accumulator) => accumulator;

    public void Gradient(int prediction, ScalarDouble derivative) => result.Gradient[prediction][0] = ScalarDouble.SumLanes(derivative);

    public void Hessian(int prediction, ScalarDouble secondDerivative) => result.Hessian[prediction][0] = ScalarDouble.SumLanes(secondDerivative);
}

/// <summary>One column of a <see cref="ProbeRow"/>.</summary>
internal readonly struct ProbeElement(SampleData sample, ProbeResult result, int column) : IRowElement<ScalarDouble, double>
{
    public const string NoSharedRows = "Random programs have no hyperparameters that are rows.";

    public ScalarDouble Column => new(column);

    public ScalarDouble Prediction(int position) => new(sample.Predictions[position][column]);

    public ScalarDouble Target(int position) => new(sample.Targets[position][column]);

    public ScalarDouble Hyperparameter(int position) => throw new InvalidOperationException(NoSharedRows);

    public void RunOthers<TOrder, TPairs>(TOrder order, ref TPairs pairs)
        where TOrder : struct, IEvaluationOrder
        where TPairs : struct, IRowPairs<TPairs, ScalarDouble, double>
    {
        for (int other = 0; other < sample.Columns; other++)
        {
            ProbeOther element = new(sample, other);
            pairs.Step(order, in element);
        }
    }

    public ScalarDouble Sum(ScalarDouble accumulator, ScalarDouble term) => accumulator + term;

    public ScalarDouble Product(ScalarDouble accumulator, ScalarDouble factor) => accumulator * factor;

    public ScalarDouble Max(ScalarDouble accumulator, ScalarDouble candidate) => ScalarDouble.Max(accumulator, candidate);

    public ScalarDouble MaxOfNumbers(ScalarDouble accumulator, ScalarDouble candidate) => ScalarDouble.MaxOrRight(candidate, accumulator);

    public ScalarDouble Min(ScalarDouble accumulator, ScalarDouble candidate) => ScalarDouble.Min(accumulator, candidate);

    public void Gradient(int prediction, ScalarDouble derivative) => result.Gradient[prediction][column] = ScalarDouble.SumLanes(derivative);

    public void Hessian(int prediction, ScalarDouble secondDerivative) => result.Hessian[prediction][column] = ScalarDouble.SumLanes(secondDerivative);

    public void Keep(int prediction, ScalarDouble value) => Gradient(prediction, value);

    public ScalarDouble Kept(int prediction) => new(result.Gradient[prediction][column]);
}

/// <summary>The other column of a pair.</summary>
internal readonly struct ProbeOther(SampleData sample, int column) : IRowColumn<ScalarDouble, double>
{
    public ScalarDouble Column => new(column);

    public ScalarDouble Prediction(int position) => new(sample.Predictions[position][column]);

    public ScalarDouble Target(int position) => new(sample.Targets[position][column]);

    public ScalarDouble Hyperparameter(int position) => throw new InvalidOperationException(ProbeElement.NoSharedRows);
}
