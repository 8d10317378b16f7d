using System.Numerics;
using LossGen.Evaluation;

namespace LossGen.Losses.Tests;

/// <summary>What a generated loss makes of one point: its value, and derivatives by each prediction.</summary>
public sealed record Evaluated(double Value, double[][] Gradients, double[][] Hessians)
{
    /// <summary>At a point of the reference table.</summary>
    public static Evaluated At<T>(ILoss<T> loss, ReferencePoint point)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => At(loss, point.Input);

    /// <summary>At the numbers of each input, by its name and its place among predictions, targets and labels.</summary>
    public static Evaluated At<T>(ILoss<T> loss, Func<string, int, double[]> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LossSignature signature = loss.Signature;
        T[][] predictions = [.. signature.Predictions.Select((input, position) => Convert<T>(numbers(input.Name, position)))];
        T[][] gradients = [.. predictions.Select(static prediction => new T[prediction.Length])];
        T[][] hessians = [.. predictions.Select(static prediction => new T[prediction.Length])];
        int columns = signature.Predictions.Zip(predictions).Where(static input => input.First.Shape == InputShape.Row).Select(static input => input.Second.Length).FirstOrDefault();
        LossBatch<T> batch = new(Reduction.Sum, default, columns);
        for (int prediction = 0; prediction < predictions.Length; prediction++)
        {
            batch.AddPrediction(predictions[prediction], signature.Predictions[prediction].Name, signature.Predictions[prediction].Shape);
            batch.AddGradient(gradients[prediction], "gradient");
            batch.AddHessian(hessians[prediction], "hessian");
        }

        int position = predictions.Length;
        foreach (LossInput target in signature.Targets)
        {
            batch.AddTarget(Convert<T>(numbers(target.Name, position++)), target.Name, target.Shape);
        }

        foreach (string label in signature.Labels)
        {
            batch.AddLabels((int[])[(int)numbers(label, position++)[0]], label);
        }

        T value = loss.Evaluate(ref batch);
        return new(double.CreateChecked(value), [.. gradients.Select(Widen)], [.. hessians.Select(Widen)]);
    }

    private static T[] Convert<T>(double[] numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. numbers.Select(static number => T.CreateChecked(number))];

    private static double[] Widen<T>(T[] numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. numbers.Select(static number => double.CreateChecked(number))];
}
