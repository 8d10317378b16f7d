using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>A parameter of a function that can be copied into a loss.</summary>
internal sealed record CallableParameter(string Name, TermType Type, bool HasDefault, object? Default);

/// <summary>A loss or helper that can be copied into a loss: what it takes, what it returns and its body.</summary>
internal sealed record CallableFunction(
    ISymbol Symbol, ImmutableArray<CallableParameter> Parameters, TermType Result, SyntaxNode Body, FormulaSource Source, NameScope Names)
{
    /// <summary>As a message shows it: <c>Margin(score, label)</c>.</summary>
    public string Describe() => $"{Symbol.Name}({string.Join(", ", Parameters.Select(static parameter => parameter.HasDefault ? $"[{parameter.Name}]" : parameter.Name))})";

    /// <summary>The function of a method; otherwise null and the reason why there is none.</summary>
    public static (CallableFunction? Function, string Reason) OfMethod(IMethodSymbol method, ParseSession session)
    {
        method = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (method.IsGenericMethod)
        {
            return (null, "it is generic");
        }

        if (!SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, session.Compilation.Assembly))
        {
            return (null, "its source is in another project");
        }

        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(session.CancellationToken) is not MethodDeclarationSyntax declaration
            || BodyOf(declaration) is not { } body)
        {
            return (null, "it has no body");
        }

        session.CopiedFiles.Add(declaration.SyntaxTree);
        if (method.IsAsync || method.RefKind != RefKind.None || LanguageSymbols.TermTypeOf(method.ReturnType) is not { } result)
        {
            return (null, $"the language has no functions that return {method.ReturnType.ToDisplayString()}");
        }

        return ParametersOf(method) is { } parameters
            ? (new CallableFunction(method, parameters, result, body, FormulaSource.Of(body), new NameScope(session.Compilation, method.ContainingType, declaration)), string.Empty)
            : (null, "its parameters are not all numbers, conditions or rows");
    }

    /// <summary>The function of a type whose attribute holds an expression: the lambda's parameters, then the hyperparameters.</summary>
    public static (CallableFunction? Function, string Reason) OfType(INamedTypeSymbol type, ParseSession session)
    {
        if (LossTypes.FindAttribute(type) is not { } attribute
            || type.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(session.CancellationToken) is not { } declaration
            || LambdaParser.Parse(attribute, session, static (_, _, _) => { }) is not { } lambda)
        {
            return (null, "its expression has errors of its own");
        }

        session.CopiedFiles.Add(lambda.Source.Tree);
        NameScope names = new(session.Compilation, type, declaration);
        ImmutableArray<CallableParameter>.Builder parameters = ImmutableArray.CreateBuilder<CallableParameter>();
        foreach (ParameterSyntax parameter in lambda.Parameters)
        {
            if ((parameter.Type is null ? TermType.Real : ParameterTypes.Of(names, parameter.Type)) is not { } parameterType)
            {
                return (null, "its parameters are not all numbers or rows");
            }

            parameters.Add(new CallableParameter(parameter.Identifier.ValueText, parameterType, false, null));
        }

        if (LossTypes.FindPrimaryConstructor(type) is { } constructor)
        {
            if (ParametersOf(constructor) is not { } hyperparameters)
            {
                return (null, "its parameters are not all numbers or rows");
            }

            parameters.AddRange(hyperparameters);
        }

        return (new CallableFunction(type, parameters.ToImmutable(), TermType.Real, lambda.Body, lambda.Source, names), string.Empty);
    }

    public static SyntaxNode? BodyOf(MethodDeclarationSyntax method) => (SyntaxNode?)method.ExpressionBody?.Expression ?? method.Body;

    private static ImmutableArray<CallableParameter>? ParametersOf(IMethodSymbol method)
    {
        ImmutableArray<CallableParameter>.Builder parameters = ImmutableArray.CreateBuilder<CallableParameter>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None || parameter.IsParams || LanguageSymbols.TermTypeOf(parameter.Type) is not { } type)
            {
                return null;
            }

            parameters.Add(new CallableParameter(
                parameter.Name, type, parameter.HasExplicitDefaultValue, parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue : null));
        }

        return parameters.ToImmutable();
    }
}
