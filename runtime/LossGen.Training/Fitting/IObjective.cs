namespace LossGen.Training;

/// <summary>A function of many parameters to be minimised.</summary>
internal interface IObjective
{
    /// <summary>The number of parameters.</summary>
    int ParameterCount { get; }

    /// <summary>The value, and its gradient, which is overwritten.</summary>
    double ValueAndGradient(ReadOnlySpan<double> parameters, Span<double> gradient);
}
