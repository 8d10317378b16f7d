using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>The formula of a loss, which is one number a sample.</summary>
internal static class ResultParser
{
    /// <summary>The value of the body. Null means that a violation has been reported.</summary>
    public static Expr? Parse(Scope scope, LossDeclaration loss)
    {
        if (loss is { Symbol: IMethodSymbol { ReturnType: { } returnType }, Node: MethodDeclarationSyntax method })
        {
            switch (LanguageSymbols.TermTypeOf(returnType))
            {
                case TermType.Real:
                    break;
                case TermType.Row:
                    scope.Fail(DiagnosticDescriptors.NotReduced, method.ReturnType, "a row");
                    return null;
                default:
                    scope.Fail(DiagnosticDescriptors.UnsupportedParameter, method.ReturnType, "A loss", method.ReturnType.ToString(), "it is float or double");
                    return null;
            }
        }

        if (StatementParser.ParseBody(scope, loss.Body) is not { } value)
        {
            return null;
        }

        switch (value.Type)
        {
            case TermType.Real or TermType.Integer when scope.Session.IsWithinBudget:
                return value.Expression;
            case TermType.Real or TermType.Integer:
                scope.Fail(DiagnosticDescriptors.TooLarge, loss.Body, scope.Session.Excess);
                return null;
            case TermType.Row:
                scope.Fail(DiagnosticDescriptors.NotReduced, loss.Body, "a row");
                return null;
            default:
                scope.Fail(DiagnosticDescriptors.ConditionOrNumber, loss.Body, "A loss", "a number", value.Type.Describe());
                return null;
        }
    }
}
