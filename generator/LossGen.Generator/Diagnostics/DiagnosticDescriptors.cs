using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

/// <summary>The rules of the loss language. Each has a page of its id in <c>docs/rules</c>.</summary>
internal static class DiagnosticDescriptors
{
    public const string LanguageCategory = "LossGen.Language";

    public static readonly DiagnosticDescriptor UnknownFunction = Error(
        "LG0001", "Unknown function", "'{0}' is not a function of the loss language{1}");

    public static readonly DiagnosticDescriptor UnsupportedConstruct = Error(
        "LG0002", "Construct outside the loss language", "The loss language does not have {0}{1}");

    public static readonly DiagnosticDescriptor ShapeMismatch = Error(
        "LG0003", "Shape mismatch", "{0} needs {1}, but this is {2}");

    public static readonly DiagnosticDescriptor NotReduced = Error(
        "LG0004", "Loss is not reduced to a number", "The loss of a sample must be one number, but this is {0}: reduce it, for example with Sum or Mean");

    public static readonly DiagnosticDescriptor UnusedPrediction = Error(
        "LG0005", "Unused prediction", "The loss does not depend on its prediction '{0}', so there is nothing to differentiate");

    public static readonly DiagnosticDescriptor Recursion = Error(
        "LG0006", "Recursion", "A loss is copied into its callers and cannot call itself: {0}");

    public static readonly DiagnosticDescriptor NameClash = Error(
        "LG0007", "Generated type's name is taken", "The loss would generate the class '{0}', but {1}");

    public static readonly DiagnosticDescriptor TooLarge = Error(
        "LG0008", "Formula too large", "With the functions that it calls copied in, the formula has {0}");

    public static readonly DiagnosticDescriptor NotPartial = Error(
        "LG0009", "Type is not partial", "'{0}' must be partial, so that the loss can be generated into it");

    public static readonly DiagnosticDescriptor SyntaxError = Error(
        "LG0010", "Syntax error in the attribute's expression", "{0}");

    public static readonly DiagnosticDescriptor IntegerArithmetic = Error(
        "LG0011", "Integer arithmetic", "{0}");

    public static readonly DiagnosticDescriptor UnknownName = Error(
        "LG0012", "Unknown name", "The name '{0}' is neither a parameter, nor a local, nor a constant{1}");

    public static readonly DiagnosticDescriptor WrongArguments = Error(
        "LG0013", "Wrong arguments", "{0} cannot be called like this: {1}");

    public static readonly DiagnosticDescriptor UnsupportedParameter = Error(
        "LG0014", "Unsupported type", "{0} cannot be {1}: {2}");

    public static readonly DiagnosticDescriptor NoPrediction = Error(
        "LG0015", "No prediction", "The loss has no prediction: {0}");

    public static readonly DiagnosticDescriptor InvalidIndex = Error(
        "LG0016", "Invalid index", "A row cannot be indexed by {0}: an index is a label, a constant such as 0, or a constant from the end such as ^1");

    public static readonly DiagnosticDescriptor ConditionOrNumber = Error(
        "LG0017", "Condition and number confused", "{0} needs {1}, but this is {2}");

    public static readonly DiagnosticDescriptor InvalidPlacement = Error(
        "LG0018", "Attribute in the wrong place", "'{0}' cannot be a loss: {1}");

    public static readonly DiagnosticDescriptor InvalidDeclaration = Error(
        "LG0019", "Invalid declaration", "{0}");

    public static readonly DiagnosticDescriptor NotInlinable = Error(
        "LG0020", "Function cannot be copied into the loss", "'{0}' cannot be copied into the loss: {1}");

    public static readonly DiagnosticDescriptor UnusedParameter = new(
        "LG0021",
        "Unused parameter",
        "The loss does not depend on its parameter '{0}'",
        LanguageCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink("LG0021"));

    /// <summary>Only the whole compilation shows it.</summary>
    public static readonly DiagnosticDescriptor SharedClass = new(
        "LG0022",
        "Two losses, one class",
        "The loss would generate the class '{0}', but so would {1}: give one of them another name with [Loss(Name = …)]",
        LanguageCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink("LG0022"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>The rules that the parser reports.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfParser { get; } =
    [
        UnknownFunction,
        UnsupportedConstruct,
        ShapeMismatch,
        NotReduced,
        UnusedPrediction,
        Recursion,
        NameClash,
        TooLarge,
        NotPartial,
        SyntaxError,
        IntegerArithmetic,
        UnknownName,
        WrongArguments,
        UnsupportedParameter,
        NoPrediction,
        InvalidIndex,
        ConditionOrNumber,
        InvalidPlacement,
        InvalidDeclaration,
        NotInlinable,
        UnusedParameter,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, LanguageCategory, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(id));

    /// <summary>The page of a rule.</summary>
    public static string HelpLink(string id) => $"https://github.com/lossgen/lossgen/blob/main/docs/rules/{id}.md";
}
