namespace LossGen;

/// <summary>
/// States that a hyperparameter of type <see cref="Row"/>, with which the formula multiplies, holds the weights of the classes: a weighted mean
/// (<see cref="Reduction.WeightedMean"/>) then divides by Σ wᵢ·classWeights[labelᵢ], the weights that the labels have.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class ClassWeightsAttribute : Attribute;
