using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>The lambda in an attribute, parsed.</summary>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Body">Its body, an expression or a block.</param>
/// <param name="Source">Where its text stands.</param>
/// <param name="Text">Its text.</param>
internal sealed record Lambda(ImmutableArray<ParameterSyntax> Parameters, SyntaxNode Body, FormulaSource Source, string Text);

/// <summary>Parses the expression in <c>[Loss("…")]</c>.</summary>
internal static class LambdaParser
{
    /// <summary>The lambda of an attribute; null if it is none, which <paramref name="fail"/> is told.</summary>
    public static Lambda? Parse(AttributeData attribute, ParseSession session, Action<DiagnosticDescriptor, Func<Location>, object[]> fail)
    {
        if (attribute.ConstructorArguments is not [{ Value: string text }]
            || attribute.ApplicationSyntaxReference?.GetSyntax(session.CancellationToken) is not AttributeSyntax { ArgumentList.Arguments: [{ } argument, ..] } syntax)
        {
            return null;
        }

        FormulaSource source = new(syntax.SyntaxTree, argument.Expression.Span, LiteralOffsets.Of(argument.Expression, text), IsInLiteral: true);
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(text, options: (CSharpParseOptions)syntax.SyntaxTree.Options);
        Diagnostic[] errors = [.. expression.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        foreach (Diagnostic error in errors)
        {
            fail(DiagnosticDescriptors.SyntaxError, () => source.Locate(error.Location.SourceSpan), [error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)]);
        }

        if (errors.Length > 0)
        {
            return null;
        }

        switch (expression)
        {
            case SimpleLambdaExpressionSyntax { AsyncKeyword.RawKind: 0 } lambda:
                return new Lambda([lambda.Parameter], lambda.Body, source, text);
            case ParenthesizedLambdaExpressionSyntax { AsyncKeyword.RawKind: 0, ReturnType: null } lambda:
                return new Lambda([.. lambda.ParameterList.Parameters], lambda.Body, source, text);
            default:
                fail(DiagnosticDescriptors.SyntaxError, () => source.Locate(expression.Span), ["The expression must be a lambda such as (p, y) => Square(p - y)"]);
                return null;
        }
    }
}
