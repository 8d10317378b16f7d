using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Expressions of the language. Null means that a violation has been reported.</summary>
internal static class ExpressionParser
{
    public static Term? Parse(Scope scope, ExpressionSyntax expression)
    {
        scope.Session.Step();
        if (!scope.Session.IsWithinBudget)
        {
            return scope.Fail(DiagnosticDescriptors.TooLarge, expression, scope.Session.Excess);
        }

        Term? term = ParseKind(scope, expression);
        if (term is not null)
        {
            scope.Session.Origins?.Add(term, expression, scope.Frame);
        }

        return term;
    }

    /// <summary>A condition; anything else is a violation.</summary>
    public static Term? ParseCondition(Scope scope, ExpressionSyntax expression, string user) => Parse(scope, expression) switch
    {
        { IsCondition: true } condition => condition,
        { } number => scope.Fail(DiagnosticDescriptors.ConditionOrNumber, expression, user, "a condition", number.Type.Describe()),
        null => null,
    };

    /// <summary>A number or a row of numbers; anything else is a violation.</summary>
    public static Term? ParseNumber(Scope scope, ExpressionSyntax expression, string user) => Parse(scope, expression) switch
    {
        { IsNumber: true } number => number,
        { } condition => scope.Fail(DiagnosticDescriptors.ConditionOrNumber, expression, user, "a number", condition.Type.Describe()),
        null => null,
    };

    private static Term? ParseKind(Scope scope, ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Parse(scope, parenthesized.Expression),
        LiteralExpressionSyntax literal => ConstantParser.ParseLiteral(scope, literal),
        IdentifierNameSyntax identifier => NameParser.Parse(scope, identifier),
        MemberAccessExpressionSyntax access => NameParser.ParseMember(scope, access),
        BinaryExpressionSyntax binary => BinaryParser.Parse(scope, binary),
        PrefixUnaryExpressionSyntax unary => UnaryParser.Parse(scope, unary),
        CastExpressionSyntax cast => UnaryParser.ParseCast(scope, cast),
        ConditionalExpressionSyntax conditional => ChoiceParser.Parse(scope, conditional),
        SwitchExpressionSyntax @switch => SwitchParser.Parse(scope, @switch),
        IsPatternExpressionSyntax pattern => PatternParser.Parse(scope, pattern),
        InvocationExpressionSyntax invocation => CallParser.Parse(scope, invocation),
        ElementAccessExpressionSyntax access => IndexParser.Parse(scope, access),
        _ => scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, expression, ConstructNames.Of(expression), string.Empty),
    };
}
