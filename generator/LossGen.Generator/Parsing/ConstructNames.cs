using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>What constructs of C# are called in messages.</summary>
internal static class ConstructNames
{
    public static string Of(SyntaxNode node) => node switch
    {
        AnonymousFunctionExpressionSyntax => "functions inside an expression",
        AssignmentExpressionSyntax => "assignments inside an expression",
        AwaitExpressionSyntax => "await",
        BaseObjectCreationExpressionSyntax or AnonymousObjectCreationExpressionSyntax => "objects",
        ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax
            or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => "arrays",
        ThisExpressionSyntax => "'this'",
        BaseExpressionSyntax => "'base'",
        ConditionalAccessExpressionSyntax => "the operator ?.",
        DeclarationExpressionSyntax => "declarations inside an expression",
        DefaultExpressionSyntax => "'default'",
        CheckedExpressionSyntax => $"'{((CheckedExpressionSyntax)node).Keyword.Text}'",
        InterpolatedStringExpressionSyntax => "strings",
        QueryExpressionSyntax => "queries",
        RangeExpressionSyntax => "ranges",
        RefExpressionSyntax => "references",
        SizeOfExpressionSyntax => "'sizeof'",
        ThrowExpressionSyntax or ThrowStatementSyntax => "'throw'",
        TupleExpressionSyntax => "tuples",
        TypeOfExpressionSyntax => "'typeof'",
        WithExpressionSyntax => "'with'",
        GenericNameSyntax => "type arguments",
        PrefixUnaryExpressionSyntax unary => $"the operator {unary.OperatorToken.Text}",
        PostfixUnaryExpressionSyntax unary => $"the operator {unary.OperatorToken.Text}",
        BinaryExpressionSyntax binary => $"the operator {binary.OperatorToken.Text}",
        ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax => "loops",
        SwitchStatementSyntax => "switch statements",
        TryStatementSyntax => "'try'",
        UsingStatementSyntax => "'using'",
        LockStatementSyntax => "'lock'",
        LocalFunctionStatementSyntax => "local functions",
        GotoStatementSyntax or LabeledStatementSyntax => "'goto'",
        YieldStatementSyntax => "iterators",
        UnsafeStatementSyntax or FixedStatementSyntax => "unsafe code",
        CheckedStatementSyntax => $"'{((CheckedStatementSyntax)node).Keyword.Text}'",
        ExpressionStatementSyntax => "statements that only compute a value",
        _ => $"'{Shorten(node.ToString())}'",
    };

    private static string Shorten(string text)
    {
        const int Enough = 40;
        int line = text.IndexOfAny(['\r', '\n']);
        string first = line < 0 ? text : text.Substring(0, line);
        return first.Length > Enough ? first.Substring(0, Enough) + "…" : first;
    }
}
