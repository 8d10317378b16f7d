using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Names of parameters, locals and constants.</summary>
internal static class NameParser
{
    public static Term? Parse(Scope scope, IdentifierNameSyntax identifier)
    {
        string name = identifier.Identifier.ValueText;
        if (Binding.Find(scope.Bindings, name) is { } binding)
        {
            return binding.Value ?? scope.Fail(DiagnosticDescriptors.UnknownName, identifier, name, " with a value here: not every path assigns it");
        }

        return scope.Frame.Names.FindValue(name) is { } symbol
            ? ConstantParser.ParseSymbol(scope, identifier, symbol)
            : scope.Fail(DiagnosticDescriptors.UnknownName, identifier, name, Spelling.Suggest(name, NamesInScope(scope)));
    }

    /// <summary><c>row.Length</c>, or a constant of a type.</summary>
    public static Term? ParseMember(Scope scope, MemberAccessExpressionSyntax access)
    {
        string name = access.Name.Identifier.ValueText;
        if (!IsValue(scope, access.Expression) && scope.Frame.Names.FindContainer(access.Expression) is { } container)
        {
            return scope.Frame.Names.FindMembers(container, name).FirstOrDefault() is { } symbol
                ? ConstantParser.ParseSymbol(scope, access, symbol)
                : scope.Fail(DiagnosticDescriptors.UnknownName, access.Name, name, container.GetMembers(name).IsEmpty ? Spelling.Suggest(name, ConstantsOf(container)) : ": it is not accessible here");
        }

        if (ExpressionParser.Parse(scope, access.Expression) is not { } operand)
        {
            return null;
        }

        return (operand.Type, name) switch
        {
            (TermType.Row or TermType.RowCondition, "Length") => scope.Term(ColumnCount.Instance, TermType.Integer),
            _ => scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, access.Name, $"the member '{name}' of {operand.Type.Describe()}", string.Empty),
        };
    }

    /// <summary>Whether the expression can only be a value: a local or parameter hides a type of its name.</summary>
    public static bool IsValue(Scope scope, ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax identifier => Binding.Find(scope.Bindings, identifier.Identifier.ValueText) is not null,
        MemberAccessExpressionSyntax access => IsValue(scope, access.Expression),
        NameSyntax or PredefinedTypeSyntax => false,
        _ => true,
    };

    private static IEnumerable<string> ConstantsOf(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<IFieldSymbol>()
        .Where(static field => field is { IsConst: true, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal })
        .Select(static field => field.Name);

    private static IEnumerable<string> NamesInScope(Scope scope)
    {
        for (Binding? binding = scope.Bindings; binding is not null; binding = binding.Outer)
        {
            yield return binding.Name;
        }
    }
}
