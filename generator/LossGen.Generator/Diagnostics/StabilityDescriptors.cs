using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

/// <summary>The rules about numerical stability (LG1xxx) and about learning (LG2xxx). Each has a page of its id in <c>docs/rules</c>.</summary>
internal static class StabilityDescriptors
{
    public const string StabilityCategory = "LossGen.Stability";

    public const string LearningCategory = "LossGen.Learning";

    public static readonly DiagnosticDescriptor LogarithmOfNonPositive = Stability(
        "LG1001", "Logarithm of a number that is not positive", "{0} is {1} at {2}: {3}");

    public static readonly DiagnosticDescriptor DivisionByZero = Stability(
        "LG1002", "Division by zero", "{0} divides by zero at {2}: {3}");

    public static readonly DiagnosticDescriptor UnboundedGradient = Stability(
        "LG1003", "Unbounded gradient", "{0} has no finite derivative at {2}: {3}");

    public static readonly DiagnosticDescriptor OutsideDomain = Stability(
        "LG1004", "Argument outside the function's domain", "{0} has no value at {2}: {3}");

    public static readonly DiagnosticDescriptor Overflow = Stability(
        "LG1005", "Overflow", "{0} overflows at {2}: {3}");

    public static readonly DiagnosticDescriptor Cancellation = Stability(
        "LG1006", "Cancellation", "{0} cancels at {2}, and rounding errors are left: {3}");

    public static readonly DiagnosticDescriptor ZeroTimesInfinity = Stability(
        "LG1007", "Zero times infinity", "{0} is {1} at {2} and multiplied by zero: {3}");

    public static readonly DiagnosticDescriptor VanishingEpsilon = Stability(
        "LG1008", "Constant that vanishes in single precision", "{0} does not guard against {2}, for its constant is lost in the rounding to float: {3}");

    public static readonly DiagnosticDescriptor StableNameExists = Stability(
        "LG1009", "A function does this without losing digits", "{0} is what {1} computes, with all digits in value and derivatives", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor GradientOfStableValue = Stability(
        "LG1010", "Stable value, unstable gradient", "{0} overflows at {2}, which the value survives and the derivative does not: {3}");

    public static readonly DiagnosticDescriptor GradientIsZero = Learning(
        "LG2001", "Gradient is zero everywhere", "The loss does not change with '{0}' wherever it has a derivative: nothing is learned from it");

    public static readonly DiagnosticDescriptor InputIsIgnored = Learning(
        "LG2002", "Input without influence", "The loss is the same whatever '{0}' is");

    public static readonly DiagnosticDescriptor UnboundedBelow = Learning(
        "LG2003", "Loss is unbounded below", "The loss falls without bound as {0}, for example to {1} at {2}: minimizing it leads there, and perhaps a minus sign is missing");

    public static readonly DiagnosticDescriptor NegativeHessian = Learning(
        "LG2004", "Negative second derivative", "The second derivative by '{0}' is {1} at {2}: a Newton step or a boosted tree goes the wrong way there; a Hessian policy makes it positive", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor Kinks = Learning(
        "LG2005", "Kink", "{0}", DiagnosticSeverity.Info, isEnabledByDefault: false);

    private static DiagnosticDescriptor Stability(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        new(id, title, message, StabilityCategory, severity, isEnabledByDefault: true, helpLinkUri: DiagnosticDescriptors.HelpLink(id));

    private static DiagnosticDescriptor Learning(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Warning, bool isEnabledByDefault = true) =>
        new(id, title, message, LearningCategory, severity, isEnabledByDefault, helpLinkUri: DiagnosticDescriptors.HelpLink(id));
}
