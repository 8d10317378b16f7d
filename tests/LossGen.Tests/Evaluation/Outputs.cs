using System.Numerics;
using LossGen.Evaluation;

namespace LossGen.Tests.Evaluation;

/// <summary>Where an evaluation puts what it computes for one prediction; filled with a number that no test expects.</summary>
internal sealed class Outputs<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _order;

    internal Outputs(int length, int order, int samples = 0)
    {
        _order = order;
        Gradient = Poisoned(order >= 1 ? length : 0);
        Hessian = Poisoned(order >= 2 ? length : 0);
        Values = Poisoned(samples > 0 ? samples : length);
    }

    internal static T Poison => T.CreateChecked(-12345.625);

    internal T[] Gradient { get; }

    internal T[] Hessian { get; }

    internal T[] Values { get; }

    /// <summary>Asks for the derivatives; must be called for the predictions in order.</summary>
    internal void AddTo(ref LossBatch<T> batch, string prediction)
    {
        if (_order >= 1)
            batch.AddGradient(Gradient, prediction + "Gradient");
        if (_order >= 2)
            batch.AddHessian(Hessian, prediction + "Hessian");
    }

    internal void AddValuesTo(ref LossBatch<T> batch) => batch.SetValues(Values, "values");

    private static T[] Poisoned(int length)
    {
        var numbers = new T[length];
        Array.Fill(numbers, Poison);
        return numbers;
    }
}
