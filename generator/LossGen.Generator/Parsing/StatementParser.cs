using System.Linq;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Statements still to run, the next one first.</summary>
internal sealed record Continuation(StatementSyntax Next, Continuation? Rest)
{
    public static Continuation? Prepend(SyntaxList<StatementSyntax> statements, Continuation? rest)
    {
        for (int index = statements.Count - 1; index >= 0; index--)
        {
            rest = new Continuation(statements[index], rest);
        }

        return rest;
    }
}

/// <summary>Bodies with statements: locals, assignments, <c>if</c> and <c>return</c>. The value of a body is the value it returns.</summary>
internal static class StatementParser
{
    /// <summary>A method's or lambda's body, an expression or a block.</summary>
    public static Term? ParseBody(Scope scope, SyntaxNode body) => body switch
    {
        ExpressionSyntax expression => ExpressionParser.Parse(scope, expression),
        BlockSyntax block => Run(scope, Continuation.Prepend(block.Statements, null), block),
        _ => scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, body, ConstructNames.Of(body), string.Empty),
    };

    private static Term? Run(Scope scope, Continuation? statements, BlockSyntax body)
    {
        for (; statements is not null; statements = statements.Rest)
        {
            scope.Session.Step();
            if (!scope.Session.IsWithinBudget)
            {
                return scope.Fail(DiagnosticDescriptors.TooLarge, statements.Next, scope.Session.Excess);
            }

            switch (statements.Next)
            {
                case ReturnStatementSyntax { Expression: { } expression }:
                    return ExpressionParser.Parse(scope, expression);
                case BlockSyntax block when Returns(block):
                    return Run(scope, Continuation.Prepend(block.Statements, statements.Rest), body);
                case IfStatementSyntax @if when Returns(@if):
                    return RunIf(scope, @if, statements.Rest, body);
                default:
                    if (Execute(scope, statements.Next) is not { } next)
                    {
                        return null;
                    }

                    scope = next;
                    break;
            }
        }

        return scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, body.CloseBraceToken, "a path without 'return'", ": every path returns the loss");
    }

    /// <summary>An <c>if</c> that returns somewhere: both ways are followed to their <c>return</c>.</summary>
    private static Term? RunIf(Scope scope, IfStatementSyntax @if, Continuation? rest, BlockSyntax body)
    {
        Term? condition = ParseCondition(scope, @if);
        Term? whenTrue = Run(scope, new Continuation(@if.Statement, rest), body);
        Term? whenFalse = Run(scope, @if.Else is { } @else ? new Continuation(@else.Statement, rest) : rest, body);
        return condition is null || whenTrue is null || whenFalse is null ? null : ChoiceParser.Choose(scope, condition, whenTrue, whenFalse, @if);
    }

    /// <summary>The scope after a statement that does not return; null if it is in error.</summary>
    private static Scope? Execute(Scope scope, StatementSyntax statement)
    {
        switch (statement)
        {
            case EmptyStatementSyntax:
                return scope;
            case LocalDeclarationStatementSyntax declaration:
                return LocalParser.Declare(scope, declaration);
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment }:
                return LocalParser.Assign(scope, assignment);
            case BlockSyntax block:
                return ExecuteBlock(scope, block);
            case IfStatementSyntax @if:
                return ExecuteIf(scope, @if);
            default:
                scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, statement, ConstructNames.Of(statement), string.Empty);
                return null;
        }
    }

    private static Scope? ExecuteBlock(Scope scope, BlockSyntax block)
    {
        Scope? inner = scope;
        foreach (StatementSyntax statement in block.Statements)
        {
            inner = Execute(inner, statement);
            if (inner is null)
            {
                return null;
            }
        }

        return LocalParser.Leave(inner, scope);
    }

    /// <summary>An <c>if</c> that only assigns: each variable gets the choice of its two values.</summary>
    private static Scope? ExecuteIf(Scope scope, IfStatementSyntax @if)
    {
        Term? condition = ParseCondition(scope, @if);
        Scope? whenTrue = Execute(scope, @if.Statement);
        Scope? whenFalse = @if.Else is { } @else ? Execute(scope, @else.Statement) : scope;
        return condition is null || whenTrue is null || whenFalse is null ? null : LocalParser.Merge(scope, condition, whenTrue, whenFalse, @if);
    }

    private static Term? ParseCondition(Scope scope, IfStatementSyntax @if)
    {
        if (ExpressionParser.ParseCondition(scope, @if.Condition, "An if statement") is not { } condition)
        {
            return null;
        }

        return condition.Type == TermType.Condition
            ? condition
            : scope.Fail(DiagnosticDescriptors.ShapeMismatch, @if.Condition, "An if statement", "a condition", condition.Type.Describe());
    }

    private static bool Returns(StatementSyntax statement) => statement
        .DescendantNodesAndSelf(static node => node is (StatementSyntax or ElseClauseSyntax) and not LocalFunctionStatementSyntax)
        .Any(static node => node.IsKind(SyntaxKind.ReturnStatement));
}
