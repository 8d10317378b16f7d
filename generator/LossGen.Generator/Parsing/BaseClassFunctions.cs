using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>
/// Calls of <c>Math</c>, <c>MathF</c>, <c>float</c> and <c>double</c>: where they have a twin in <c>LossMath</c>, that; and the few others that
/// the language can express.
/// </summary>
internal static class BaseClassFunctions
{
    public static Term? Call(Scope scope, IdentifierNameSyntax place, INamedTypeSymbol type, ImmutableArray<Argument> arguments, InvocationExpressionSyntax invocation)
    {
        string name = place.Identifier.ValueText;
        string fullName = $"{type.Name}.{name}";
        if (arguments.FirstOrDefault(static argument => argument.Term.Type is not (TermType.Integer or TermType.Real)) is { } wrong)
        {
            return scope.Fail(
                wrong.Term.IsCondition ? DiagnosticDescriptors.ConditionOrNumber : DiagnosticDescriptors.ShapeMismatch,
                wrong.Syntax,
                fullName,
                "a number",
                wrong.Term.Type.Describe());
        }

        Expr[] x = [.. arguments.Select(static argument => argument.Term.Expression)];
        Expr? composed = (name, x) switch
        {
            ("Log", [var number, var @base]) => Written.Divide(Written.Call(Log.Instance, number), Written.Call(Log.Instance, @base)),
            ("IsNaN", [var number]) => Build.Call(NotEqual.Instance, number, number),
            _ => null,
        };
        if (composed is not null)
        {
            return scope.Term(composed, composed.IsCondition ? TermType.Condition : TermType.Real);
        }

        if (FunctionCatalog.Find(name) is not { } function || !type.GetMembers(name).OfType<IMethodSymbol>().Any())
        {
            return scope.Fail(DiagnosticDescriptors.UnknownFunction, invocation.Expression, fullName, Spelling.Suggest(name, FunctionCatalog.Named.Select(static known => known.Name)));
        }

        if (!LanguageFunctions.HasLength(scope, fullName, function.Arity, arguments, invocation))
        {
            return null;
        }

        Term result = LanguageFunctions.Apply(scope, function, arguments);
        return ReturnsInteger(type, name, arguments) ? result with { Type = TermType.Integer } : result;
    }

    /// <summary>Overloads on <c>int</c>, whose results divide as integers do.</summary>
    private static bool ReturnsInteger(INamedTypeSymbol type, string name, ImmutableArray<Argument> arguments) =>
        name == "Sign" || (type.Name == "Math" && name is "Abs" or "Max" or "Min" or "Clamp"
            && arguments.All(static argument => argument.Term.Type == TermType.Integer));
}
