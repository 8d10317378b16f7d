using System.Collections.Immutable;
using System.Linq;

namespace LossGen.Generator.Model;

/// <summary>
/// Everything that the generated file depends on, and nothing else: no symbols, no syntax, no locations. Equal models make equal files;
/// this record is the cache boundary of the pipeline.
/// </summary>
/// <param name="Type">The class to generate, or to complete.</param>
/// <param name="Source">The formula as its author wrote it, for the docs.</param>
/// <param name="Summary">The author's own XML summary as plain text, or null.</param>
/// <param name="Parameters">The parameters, in declaration order.</param>
/// <param name="Value">The loss of one sample, other losses and helpers inlined, in the space in which it was written (links not applied).</param>
/// <param name="Options">What the attribute says.</param>
/// <param name="MinimumColumns">The smallest number of columns that the formula's constant indices need; 0 without rows.</param>
/// <param name="HasFixedColumns">Whether the formula reads rows at constant indices alone, so that a row of more columns would have some that no loss depends on.</param>
/// <param name="Locals">The locals of the source, for the names of locals of the kernel.</param>
internal sealed record LossModel(
    LossType Type,
    string Source,
    string? Summary,
    EquatableArray<LossParameter> Parameters,
    Formula Value,
    LossOptions Options,
    int MinimumColumns,
    bool HasFixedColumns,
    EquatableArray<NamedFormula> Locals = default)
{
    /// <summary>Whether the loss is over rows rather than element by element.</summary>
    public bool HasRows => Parameters.Items.Any(static parameter => parameter.IsRow);

    /// <summary>Whether labels are classes, one for each column of a row.</summary>
    public bool HasClasses => HasRows && Parameters.Items.Any(static parameter => parameter.Input.Role == InputRole.Label);

    /// <summary>The hyperparameters that are numbers or conditions, in declaration order: what a kernel is constructed with.</summary>
    public ImmutableArray<LossParameter> ScalarHyperparameters => [.. OfRole(InputRole.Hyperparameter).Where(static parameter => !parameter.IsRow)];

    /// <summary>The hyperparameters that are rows, the same ones for all samples, in declaration order.</summary>
    public ImmutableArray<LossParameter> SharedRows => [.. OfRole(InputRole.Hyperparameter).Where(static parameter => parameter.IsRow)];

    /// <summary>Whether a hyperparameter holds the weights of the classes, so that the formula multiplies with them itself.</summary>
    public bool HasClassWeightsInFormula => Parameters.Items.Any(static parameter => parameter.HoldsClassWeights);

    /// <summary>The parameters of a role, in declaration order.</summary>
    public ImmutableArray<LossParameter> OfRole(InputRole role) => [.. Parameters.Items.Where(parameter => parameter.Input.Role == role)];
}

/// <summary>A local of the source.</summary>
internal sealed record NamedFormula(string Name, Formula Value);

/// <summary>The class that a loss becomes.</summary>
/// <param name="Namespace">The namespace, or null for the global one.</param>
/// <param name="ContainingTypes">The types around a completed partial type, outermost first; empty for an attributed method, whose class stands beside its type.</param>
/// <param name="Header">The type's own declaration.</param>
/// <param name="CompletesPartialType">True if the author declared the type (an expression in the attribute); false if the class is new (an attributed method).</param>
/// <param name="DeclaringMethod">For an attributed method, its fully qualified name for a cref; else null.</param>
/// <param name="HasBaseClass">Whether the author's part derives from a class.</param>
internal sealed record LossType(
    string? Namespace,
    EquatableArray<TypeHeader> ContainingTypes,
    TypeHeader Header,
    bool CompletesPartialType,
    string? DeclaringMethod,
    bool HasBaseClass);

/// <summary>How a type is declared: <c>public sealed partial class Focal</c> is (public, class, Focal, "").</summary>
/// <param name="Accessibility">The C# keywords, or empty.</param>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">The name, escaped with @ where it is a keyword.</param>
/// <param name="TypeParameters"><c>&lt;T, U&gt;</c>, or empty.</param>
internal sealed record TypeHeader(string Accessibility, string Keyword, string Name, string TypeParameters);

/// <summary>A parameter of the loss. Hyperparameters that are rows count their positions apart from the others.</summary>
/// <param name="Input">Its role, position and name (without @).</param>
/// <param name="IsRow">Whether it is a row rather than a number.</param>
/// <param name="Type">The C# keyword of a scalar (<c>float</c>, <c>double</c>, <c>int</c>, <c>bool</c>), or <c>Row</c>.</param>
/// <param name="DefaultValue">The C# text of a hyperparameter's default value, or null.</param>
/// <param name="Domain">What the author declared about its values.</param>
/// <param name="Link">The link function of a prediction.</param>
/// <param name="HoldsClassWeights">Whether a hyperparameter that is a row holds the weights of the classes.</param>
/// <param name="ScoreOf">The link function of a prediction whose formula takes the raw score itself.</param>
internal sealed record LossParameter(
    Input Input, bool IsRow, string Type, string? DefaultValue, Domain Domain, LinkKind Link, bool HoldsClassWeights = false, LinkKind ScoreOf = LinkKind.Identity)
{
    /// <summary>The link function from the score that the class takes to the prediction, whichever of them the formula is written on.</summary>
    public LinkKind OutputLink => Link == LinkKind.Identity ? ScoreOf : Link;

    /// <summary>The declared values of what the class takes: behind a link, the raw scores whose predictions are in the declared range.</summary>
    public Domain Scores => Link == LinkKind.Identity ? Domain : LinkedDomain.Of(Domain, Link);
}

/// <summary>The declared values of a parameter: an interval, perhaps a finite set, perhaps the simplex.</summary>
internal sealed record Domain(double Low, double High, EquatableArray<double> AllowedValues, bool IsSimplex)
{
    public static Domain Undeclared { get; } = new(double.NegativeInfinity, double.PositiveInfinity, [], false);

    public bool IsDeclared => this != Undeclared;
}

/// <summary>The link functions, as <c>LossGen.Link</c> has them.</summary>
internal enum LinkKind
{
    Identity,
    Sigmoid,
    Exp,
    Softplus,
    Tanh,
    SoftMax,
}

/// <summary>The Hessian policies, as <c>LossGen.HessianPolicy</c> has them.</summary>
internal enum HessianPolicyKind
{
    Exact,
    Constant,
    Floor,
    Majorizer,
    GaussNewton,
    None,
}

/// <summary>What the attribute says beside the formula.</summary>
/// <param name="Hessian">Which second derivative the Hessian spans receive.</param>
/// <param name="Reduction">The name of the default member of <c>LossGen.Reduction</c>.</param>
/// <param name="Stabilize">Whether stability rewrites are applied.</param>
internal sealed record LossOptions(HessianPolicyKind Hessian, string Reduction, bool Stabilize);
