using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>The type that an integer quotient should have had: that which the formula around it computes in.</summary>
internal static class QuotientType
{
    /// <summary>Float or double; null where C# wants an integer, as for an index.</summary>
    public static async Task<SpecialType?> OfAsync(FormulaPlace place, CancellationToken cancellationToken)
    {
        if (place.IsInString)
        {
            // Nothing compiles the string as C#, and the language reads a literal as the number that its text says.
            return SpecialType.System_Single;
        }

        SyntaxNode node = place.Root.FindNode(place.Span, getInnermostNodeForTie: true);
        if (node is not ExpressionSyntax quotient
            || await place.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        ExpressionSyntax whole = quotient;
        while (whole.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or ConditionalExpressionSyntax
            && IsInteger(model.GetTypeInfo(whole.Parent, cancellationToken).Type))
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        ITypeSymbol? target = whole.Parent is CastExpressionSyntax cast
            ? model.GetTypeInfo(cast.Type, cancellationToken).Type
            : model.GetTypeInfo(whole, cancellationToken).ConvertedType;
        return target?.SpecialType switch
        {
            SpecialType.System_Single or SpecialType.System_Double => target.SpecialType,
            _ when IsCompared(whole) || InitializesInferredLocal(whole) => SpecialType.System_Single,
            _ => null,
        };
    }

    private static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32;

    private static bool IsCompared(ExpressionSyntax expression) => expression.Parent?.Kind() is
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
        or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
        or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression;

    private static bool InitializesInferredLocal(ExpressionSyntax expression) =>
        expression.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } };
}
