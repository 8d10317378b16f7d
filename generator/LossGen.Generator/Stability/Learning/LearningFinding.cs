using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses;

namespace LossGen.Generator.Stability.Learning;

/// <summary>A reason why nothing, or the wrong thing, is learned from a loss.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Input">The parameter that it is about, or null.</param>
/// <param name="Culprit">The part of the formula that it is about, or null.</param>
/// <param name="Details">What the message says beside the parameter's name.</param>
internal sealed record LearningFinding(FindingKind Kind, Input? Input, Expr? Culprit, EquatableArray<string> Details);
