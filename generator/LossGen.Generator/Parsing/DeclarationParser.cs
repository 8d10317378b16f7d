using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Finds the parameters and the formula of a declared loss or helper, and rejects declarations that cannot be one.</summary>
internal static class DeclarationParser
{
    /// <summary>The attributed method or type. Null means that a violation has been reported.</summary>
    public static LossDeclaration? Parse(ParseSession session, SyntaxNode node, ISymbol symbol, AttributeData attribute) => (node, symbol) switch
    {
        (MethodDeclarationSyntax method, IMethodSymbol methodSymbol) when attribute.ConstructorArguments.Length == 0 => ParseMethod(session, method, methodSymbol),
        (MethodDeclarationSyntax method, _) => Fail(session, method.Identifier, "a method's body is its formula, so the attribute takes no expression"),
        (TypeDeclarationSyntax type, INamedTypeSymbol typeSymbol) => ParseType(session, type, typeSymbol, attribute),
        _ => Fail(session, () => LocationOf(attribute, node), symbol.Name.Length == 0 ? "lambda" : symbol.Name, "only methods and partial classes can"),
    };

    /// <summary>A method marked as helper or loss, checked for what concerns both.</summary>
    public static LossDeclaration? ParseMethod(ParseSession session, MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        string? objection = symbol switch
        {
            { IsGenericMethod: true } => "it is generic, and formulas are on numbers and rows",
            { IsAsync: true } => "it is async",
            { IsExtern: true } => "it is extern and has no body",
            { ReturnsByRef: true } or { ReturnsByRefReadonly: true } => "it returns a reference",
            _ when CallableFunction.BodyOf(method) is null => "it has no body",
            _ => null,
        };
        if (objection is not null)
        {
            return Fail(session, method.Identifier, objection);
        }

        SyntaxNode body = CallableFunction.BodyOf(method)!;
        FormulaSource source = FormulaSource.Of(body);
        return new LossDeclaration(
            symbol,
            method,
            method.Identifier,
            [.. method.ParameterList.Parameters.Zip(symbol.Parameters, (syntax, parameter) => new ParameterDeclaration(syntax, parameter, source, IsOfConstructor: false))],
            body,
            source,
            FormulaText.Of(body),
            new NameScope(session.Compilation, symbol.ContainingType, method));
    }

    private static LossDeclaration? ParseType(ParseSession session, TypeDeclarationSyntax type, INamedTypeSymbol symbol, AttributeData attribute)
    {
        string? objection = symbol switch
        {
            { TypeKind: not TypeKind.Class } => "only classes can",
            { IsStatic: true } => "it is static, and a loss has instances: they hold its hyperparameters",
            { IsAbstract: true } => "it is abstract",
            _ when attribute.ConstructorArguments.Length == 0 => "a class needs its formula in the attribute, as in [Loss(\"(p, y) => Square(p - y)\")]",
            _ when attribute.ConstructorArguments is not [{ Value: string }] => "the expression in its attribute is null",
            _ when attribute.NamedArguments.Any(static argument => argument.Key == "Name") => "Name is for methods; a class has its own name",
            _ => null,
        };
        if (objection is not null)
        {
            return Fail(session, type.Identifier, objection);
        }

        if (!PartialTypes.Check(session, type, symbol) || LambdaParser.Parse(attribute, session, session.Report) is not { } lambda)
        {
            return null;
        }

        ImmutableArray<ParameterDeclaration> parameters =
            [.. lambda.Parameters.Select(parameter => new ParameterDeclaration(parameter, null, lambda.Source, IsOfConstructor: false))];
        if (LossTypes.FindPrimaryConstructor(symbol) is { } constructor)
        {
            parameters = parameters.AddRange(constructor.Parameters.Select(parameter => OfConstructor(session, parameter)).OfType<ParameterDeclaration>());
        }

        return new LossDeclaration(
            symbol, type, type.Identifier, parameters, lambda.Body, lambda.Source, lambda.Text, new NameScope(session.Compilation, symbol, type));
    }

    private static ParameterDeclaration? OfConstructor(ParseSession session, IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(session.CancellationToken) is ParameterSyntax syntax
            ? new ParameterDeclaration(syntax, parameter, FormulaSource.Of(syntax), IsOfConstructor: true)
            : null;

    private static Location LocationOf(AttributeData attribute, SyntaxNode node) => attribute.ApplicationSyntaxReference is { } reference
        ? Location.Create(reference.SyntaxTree, reference.Span)
        : node.GetFirstToken().GetLocation();

    private static LossDeclaration? Fail(ParseSession session, SyntaxToken place, string objection) => Fail(session, place.GetLocation, place.ValueText, objection);

    private static LossDeclaration? Fail(ParseSession session, Func<Location> locate, string name, string objection)
    {
        session.Report(DiagnosticDescriptors.InvalidPlacement, locate, name, objection);
        return null;
    }
}
