using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Parsing;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.CodeFixes.Stability;

/// <summary>An expression put in the place of another, wherever that one stands in the file.</summary>
/// <param name="Changes">What changes in the file.</param>
/// <param name="Replacement">The new text of the first place.</param>
/// <param name="IsOneCall">Whether that is the call of one function.</param>
/// <param name="LostComments">How many comments stood in what is replaced.</param>
internal sealed record LossEdit(ImmutableArray<TextChange> Changes, string Replacement, bool IsOneCall, int LostComments)
{
    /// <summary>Equal for equal edits.</summary>
    public string Key => string.Join("|", Changes.Select(static change => $"{change.Span}{change.NewText}"));

    /// <summary>The edit; null where the language has no words for the replacement, or the place cannot be edited.</summary>
    public static LossEdit? Make(LossInDocument loss, FormulaOrigin target, Expr replacement)
    {
        SourceText file = loss.Tree.GetText();
        List<TextChange> changes = [];
        Printed? first = null;
        int lostComments = 0;
        foreach (FormulaOrigin place in loss.Report.Origins.Of(target.Expression).Where(place => IsText(place) && place.Expression.Equals(target.Expression)))
        {
            TextSpan span = place.Location.SourceSpan;
            if (changes.Any(change => change.Span == span))
            {
                continue;
            }

            // In a string with escapes, or one that is joined from several, the text of the file is not the formula's.
            if (place.Source.Tree != loss.Tree
                || file.ToString(span) != place.Syntax.ToString()
                || file.ToString(span).IndexOfAny(['"', '\\']) >= 0
                || FormulaWriter.Print(replacement, Style(loss, place)) is not { } printed)
            {
                return null;
            }

            string text = printed.Within(Demand(place.Syntax));
            if (text != place.Syntax.ToString())
            {
                first ??= printed;
                changes.Add(new TextChange(span, text));
                lostComments += CommentsIn(place.Syntax.ToString()) - CommentsIn(text);
            }
        }

        return first is { } shown ? new LossEdit([.. changes.OrderBy(static change => change.Span.Start)], shown.Text, shown.Precedence == Precedence.Primary, lostComments) : null;
    }

    private static int CommentsIn(string text) => SyntaxFactory.ParseExpression(text).DescendantTrivia()
        .Count(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));

    /// <summary>Whether the text says what the expression is, rather than naming a local or parameter that holds it.</summary>
    public static bool IsText(FormulaOrigin origin) => origin.Syntax is ExpressionSyntax and not IdentifierNameSyntax and not LiteralExpressionSyntax;

    private static FormulaStyle Style(LossInDocument loss, FormulaOrigin place)
    {
        Dictionary<Expr, Printed> texts = [];
        foreach (FormulaOrigin part in loss.Report.Origins.All)
        {
            if (part.Syntax != place.Syntax && part.Syntax.SyntaxTree == place.Syntax.SyntaxTree && part.Caller == place.Caller && place.Syntax.Span.Contains(part.Syntax.Span))
            {
                Expr simplified = Substitution.Rebuild(part.Expression, static _ => null);
                if (simplified is not Literal && !simplified.Equals(place.Expression) && !texts.ContainsKey(simplified))
                {
                    texts.Add(simplified, new Printed(part.Syntax.ToString(), PrecedenceOf(part.Syntax)));
                }
            }
        }

        return new(
            expression => texts.TryGetValue(expression, out Printed known) ? known : place.Caller is null ? NameOf(expression, loss.Report.Model, name => Qualify(loss, place, name)) : null,
            name => Qualify(loss, place, name),
            loss.Symbol is IMethodSymbol { ReturnType.SpecialType: SpecialType.System_Double });
    }

    /// <summary>The name of a parameter of the loss, which is in scope all over its formula.</summary>
    private static Printed? NameOf(Expr expression, LossModel model, System.Func<string, string> qualify) => expression switch
    {
        ColumnCount when model.Parameters.Items.FirstOrDefault(static parameter => parameter.IsRow) is { } row => Printed.Primary($"{qualify("Count")}({row.Input.Name})"),
        Variable variable => Printed.Primary(variable.Input.Name),
        Read { Index: Column } read => Printed.Primary(read.Row.Name),
        Read { Index: OtherColumn } read => Printed.Primary($"{qualify("Other")}({read.Row.Name})"),
        Read { Index: Variable index } read => Printed.Primary($"{read.Row.Name}[{index.Input.Name}]"),
        Read { Index: Literal index } read => Printed.Primary($"{read.Row.Name}[{(int)index.Value}]"),
        _ => null,
    };

    /// <summary>In a method, C# must find the function; in an attribute's string the language does.</summary>
    private static string Qualify(LossInDocument loss, FormulaOrigin place, string name)
    {
        if (place.Source.IsInLiteral)
        {
            return name;
        }

        SemanticModel model = loss.Compilation.GetSemanticModel(loss.Tree);
        int position = place.Syntax.SpanStart;
        return model.LookupSymbols(position, name: name).Any(static symbol => LanguageSymbols.IsLossMath(symbol.ContainingType)) ? name
            : model.LookupSymbols(position, name: "LossMath").Any(LanguageSymbols.IsLossMath) ? $"LossMath.{name}"
            : $"LossGen.LossMath.{name}";
    }

    /// <summary>How tightly text in the place of an expression must bind.</summary>
    private static Precedence Demand(SyntaxNode place) => place.Parent switch
    {
        BinaryExpressionSyntax binary when binary.Left == place => PrecedenceOf(binary),
        BinaryExpressionSyntax binary => PrecedenceOf(binary) + 1,
        PrefixUnaryExpressionSyntax or CastExpressionSyntax => Precedence.Primary,
        ElementAccessExpressionSyntax or MemberAccessExpressionSyntax => Precedence.Primary,
        ConditionalExpressionSyntax conditional => conditional.Condition == place ? Precedence.Or : Precedence.Conditional,
        IsPatternExpressionSyntax or SwitchExpressionSyntax => Precedence.Primary,
        _ => Precedence.Conditional,
    };

    private static Precedence PrecedenceOf(SyntaxNode syntax) => syntax.Kind() switch
    {
        SyntaxKind.ConditionalExpression or SyntaxKind.SimpleLambdaExpression or SyntaxKind.ParenthesizedLambdaExpression => Precedence.Conditional,
        SyntaxKind.LogicalOrExpression or SyntaxKind.BitwiseOrExpression or SyntaxKind.ExclusiveOrExpression => Precedence.Or,
        SyntaxKind.LogicalAndExpression or SyntaxKind.BitwiseAndExpression => Precedence.And,
        SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.IsPatternExpression or SyntaxKind.LessThanExpression
            or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression => Precedence.Comparison,
        SyntaxKind.AddExpression or SyntaxKind.SubtractExpression => Precedence.Additive,
        SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression => Precedence.Multiplicative,
        SyntaxKind.UnaryMinusExpression or SyntaxKind.UnaryPlusExpression or SyntaxKind.LogicalNotExpression or SyntaxKind.CastExpression => Precedence.Unary,
        SyntaxKind.SwitchExpression => Precedence.Unary,
        _ => Precedence.Primary,
    };
}
