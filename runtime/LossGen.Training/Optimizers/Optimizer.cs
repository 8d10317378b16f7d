namespace LossGen.Training;

/// <summary>How parameters are found: an immutable description. What a method remembers between steps lives in the fit, not here, so one object serves many fits.</summary>
public abstract record Optimizer
{
    private protected Optimizer()
    {
    }
}
