using System;
using System.Globalization;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>
/// Literals and <c>const</c> fields. A literal is the number that its text says, to the precision of double: <c>0.1f</c> is one tenth, which
/// an evaluation in float rounds to float.
/// </summary>
internal static class ConstantParser
{
    public static Term? ParseLiteral(Scope scope, LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        float or double => scope.Term(ParseReal(literal.Token.Text), TermType.Real),
        int value => scope.Term((double)value, TermType.Integer),
        uint value => scope.Term((double)value, TermType.Integer),
        bool value => scope.Term(value ? Truth.True : Truth.False, TermType.Condition),
        long or ulong => scope.Fail(DiagnosticDescriptors.IntegerArithmetic, literal, $"{literal.Token.Text} does not fit an int: write it as a floating-point number"),
        decimal => scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, literal, "decimal numbers", ": use float or double"),
        _ => scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, literal, literal.Kind() switch
        {
            SyntaxKind.StringLiteralExpression => "strings",
            SyntaxKind.CharacterLiteralExpression => "characters",
            SyntaxKind.NullLiteralExpression => "null",
            _ => $"'{literal}'",
        }, string.Empty),
    };

    /// <summary>The constant that a symbol stands for.</summary>
    public static Term? ParseSymbol(Scope scope, SyntaxNode place, ISymbol symbol)
    {
        if (symbol is not IFieldSymbol { HasConstantValue: true } field)
        {
            return scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, place, $"{Describe(symbol)} '{symbol.Name}'", ": only parameters, locals and const fields are values");
        }

        if (field.Type.TypeKind == TypeKind.Enum)
        {
            return scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, place, "enums", string.Empty);
        }

        return KnownConstant(field) is { } known
            ? scope.Term(known, TermType.Real)
            : OfValue(scope, field.ConstantValue)
                ?? scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, place, $"constants of type {field.Type.ToDisplayString()}", ": use float, double, int or bool");
    }

    /// <summary>The term of a constant as the compiler hands it out, or null if its type is not one of the language.</summary>
    public static Term? OfValue(Scope scope, object? value) => value switch
    {
        float number => scope.Term(Widen(number), TermType.Real),
        double number => scope.Term(number, TermType.Real),
        int number => scope.Term((double)number, TermType.Integer),
        byte number => scope.Term((double)number, TermType.Integer),
        sbyte number => scope.Term((double)number, TermType.Integer),
        short number => scope.Term((double)number, TermType.Integer),
        ushort number => scope.Term((double)number, TermType.Integer),
        bool truth => scope.Term(truth ? Truth.True : Truth.False, TermType.Condition),
        _ => null,
    };

    /// <summary>The double that is nearest to the decimal number the author wrote, not to its rounding to float.</summary>
    public static double Widen(float value) => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static double ParseReal(string text)
    {
        string digits = text.Replace("_", string.Empty).TrimEnd('f', 'F', 'd', 'D');
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.PositiveInfinity;
    }

    /// <summary>Constants of the base class library that are rounded to float there and should not be in an evaluation in double.</summary>
    private static double? KnownConstant(IFieldSymbol field) => LanguageSymbols.IsBaseClassMath(field.ContainingType)
        ? field.Name switch
        {
            "PI" or "Pi" => Math.PI,
            "E" => Math.E,
            "Tau" => 2 * Math.PI,
            _ => null,
        }
        : null;

    private static string Describe(ISymbol symbol) => symbol switch
    {
        IFieldSymbol => "the field",
        IPropertySymbol => "the property",
        IMethodSymbol => "a value for the method",
        INamespaceOrTypeSymbol => "a value for the type",
        _ => "a value for",
    };
}
