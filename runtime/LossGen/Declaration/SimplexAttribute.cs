namespace LossGen;

/// <summary>
/// States that a row holds a probability distribution: every element is at least 0 and the elements sum to 1. The stability
/// analysis relies on it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class SimplexAttribute : Attribute;
