using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>An argument of a call.</summary>
internal sealed record Argument(string? Name, Term Term, ExpressionSyntax Syntax);

/// <summary>Calls: of the language's functions, of their twins in the base class library, and of the user's own functions and losses.</summary>
internal static class CallParser
{
    private static readonly ImmutableArray<string> FunctionNames =
    [
        .. FunctionCatalog.Named.Select(static function => function.Name),
        .. ComposedFunctions.All.Select(static function => function.Name),
        .. RowFunctions.All.Select(static function => function.Name),
        LanguageFunctions.Select,
        LanguageFunctions.Other,
    ];

    public static Term? Parse(Scope scope, InvocationExpressionSyntax invocation)
    {
        ImmutableArray<Argument>? arguments = ParseArguments(scope, invocation.ArgumentList);
        switch (invocation.Expression)
        {
            case IdentifierNameSyntax identifier:
                return ParseSimple(scope, invocation, identifier, arguments);
            case MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access when !NameParser.IsValue(scope, access.Expression):
                return ParseQualified(scope, invocation, access, name, arguments);
            case MemberAccessExpressionSyntax access:
                return scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, access.Name, "methods of values", ": call a function with the value as its argument");
            default:
                return scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, invocation.Expression, $"calls of {ConstructNames.Of(invocation.Expression)}", string.Empty);
        }
    }

    private static Term? ParseSimple(Scope scope, InvocationExpressionSyntax invocation, IdentifierNameSyntax identifier, ImmutableArray<Argument>? arguments)
    {
        string name = identifier.Identifier.ValueText;
        if (Binding.Find(scope.Bindings, name) is not null)
        {
            return scope.Fail(DiagnosticDescriptors.UnknownFunction, identifier, name, ": here it is a value");
        }

        ImmutableArray<IMethodSymbol> methods = scope.Frame.Names.FindMethods(name);
        if (methods.IsEmpty && scope.Frame.Names.FindValue(name) is INamedTypeSymbol lossType && LossTypes.IsDeclaredByExpression(lossType))
        {
            return arguments is { } given ? Inliner.InlineType(scope, lossType, given, invocation) : null;
        }

        return ParseMethods(scope, invocation, identifier, name, methods, arguments);
    }

    private static Term? ParseQualified(
        Scope scope, InvocationExpressionSyntax invocation, MemberAccessExpressionSyntax access, IdentifierNameSyntax name, ImmutableArray<Argument>? arguments)
    {
        if (scope.Frame.Names.FindContainer(access.Expression) is not { } container)
        {
            return scope.Fail(DiagnosticDescriptors.UnknownName, access.Expression, access.Expression.ToString(), string.Empty);
        }

        ImmutableArray<ISymbol> members = [.. scope.Frame.Names.FindMembers(container, name.Identifier.ValueText)];
        ImmutableArray<IMethodSymbol> methods = [.. members.OfType<IMethodSymbol>()];
        if (methods.IsEmpty && members.OfType<INamedTypeSymbol>().FirstOrDefault(LossTypes.IsDeclaredByExpression) is { } lossType)
        {
            return arguments is { } given ? Inliner.InlineType(scope, lossType, given, invocation) : null;
        }

        return methods.IsEmpty
            ? scope.Fail(DiagnosticDescriptors.UnknownFunction, name, access.ToString(), LanguageSymbols.IsLossMath(container) ? Spelling.Suggest(name.Identifier.ValueText, FunctionNames) : Suggestion.None)
            : ParseMethods(scope, invocation, name, name.Identifier.ValueText, methods, arguments);
    }

    private static Term? ParseMethods(
        Scope scope, InvocationExpressionSyntax invocation, IdentifierNameSyntax place, string name, ImmutableArray<IMethodSymbol> methods, ImmutableArray<Argument>? arguments)
    {
        ImmutableArray<IMethodSymbol> callable = [.. methods.Where(LanguageSymbols.IsCallable)];
        if (callable.Length > 0)
        {
            return arguments is { } own ? Inliner.Inline(scope, callable, own, invocation) : null;
        }

        // The functions of the language are in scope without a using directive, too: none of them is needed to compile a string.
        bool isOfLanguage = methods.IsEmpty ? FunctionNames.Contains(name) : methods.Any(static method => LanguageSymbols.IsLossMath(method.ContainingType));
        if (isOfLanguage)
        {
            return arguments is { } given ? LanguageFunctions.Call(scope, place, name, Order(methods, given), invocation) : null;
        }

        if (methods.Any(static method => LanguageSymbols.IsBaseClassMath(method.ContainingType)))
        {
            return arguments is { } given ? BaseClassFunctions.Call(scope, place, methods[0].ContainingType, Order(methods, given), invocation) : null;
        }

        return scope.Fail(
            DiagnosticDescriptors.UnknownFunction,
            place,
            name,
            methods.IsEmpty ? Spelling.Suggest(name, FunctionNames) : ": to copy the method into the loss, mark it with [LossFunction]");
    }

    private static ImmutableArray<Argument>? ParseArguments(Scope scope, ArgumentListSyntax list)
    {
        List<Argument> arguments = [];
        foreach (ArgumentSyntax argument in list.Arguments)
        {
            if (!argument.RefKindKeyword.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.None))
            {
                scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, argument.RefKindKeyword, $"'{argument.RefKindKeyword.Text}' arguments", string.Empty);
            }
            else if (ExpressionParser.Parse(scope, argument.Expression) is { } term)
            {
                arguments.Add(new Argument(argument.NameColon?.Name.Identifier.ValueText, term, argument.Expression));
            }
        }

        return arguments.Count == list.Arguments.Count ? arguments.ToImmutableArray() : null;
    }

    /// <summary>The arguments in the order of the parameters of the first overload that has all the names; as given if there is none.</summary>
    private static ImmutableArray<Argument> Order(ImmutableArray<IMethodSymbol> methods, ImmutableArray<Argument> arguments)
    {
        if (arguments.All(static argument => argument.Name is null))
        {
            return arguments;
        }

        return methods
            .Where(method => method.Parameters.Length == arguments.Length)
            .Select(method => Order(method.Parameters, arguments))
            .FirstOrDefault(static ordered => ordered is not null) ?? arguments;
    }

    private static ImmutableArray<Argument>? Order(ImmutableArray<IParameterSymbol> parameters, ImmutableArray<Argument> arguments)
    {
        Argument?[] ordered = new Argument?[parameters.Length];
        for (int position = 0; position < arguments.Length; position++)
        {
            Argument argument = arguments[position];
            IParameterSymbol? parameter = argument.Name is null ? parameters[position] : parameters.FirstOrDefault(candidate => candidate.Name == argument.Name);
            if (parameter is null || ordered[parameter.Ordinal] is not null)
            {
                return null;
            }

            ordered[parameter.Ordinal] = argument with { Name = null };
        }

        return [.. ordered.Select(static argument => argument!)];
    }
}
