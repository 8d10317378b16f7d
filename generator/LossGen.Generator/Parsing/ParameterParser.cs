using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Parsing;

/// <summary>Gives each parameter of a loss its role: by its attribute, its type, its default value and its position.</summary>
internal static class ParameterParser
{
    /// <summary>What messages call a parameter of a helper.</summary>
    public const string ParameterOfHelper = "A parameter";

    /// <summary>The parameters in declaration order. Null means that a violation has been reported.</summary>
    public static ImmutableArray<LossParameter>? Parse(Scope scope, LossDeclaration loss)
    {
        bool[] isPrediction = [.. loss.Parameters.Select(static parameter => ParameterAttributes.Find(parameter.Syntax, "Prediction") is not null)];
        if (!isPrediction.Contains(true))
        {
            if (loss.Parameters.Length == 0 || loss.Parameters[0].IsHyperparameter)
            {
                string reason = loss.Parameters.Length == 0 ? "it has no parameters" : "its first parameter has a default value, which makes it a hyperparameter";
                scope.Session.Report(DiagnosticDescriptors.NoPrediction, () => loss.Identifier.GetLocation(), reason);
                return null;
            }

            isPrediction[0] = true;
        }

        HashSet<string> names = [];
        Dictionary<(InputRole Role, bool IsSharedRow), int> counts = [];
        List<LossParameter> parameters = [];
        for (int index = 0; index < loss.Parameters.Length; index++)
        {
            ParameterDeclaration declaration = loss.Parameters[index];
            Scope place = scope with { Frame = scope.Frame with { Source = declaration.Source } };
            if (declaration.Name.Length == 0)
            {
                // Somebody is typing it.
                place.Fail(DiagnosticDescriptors.InvalidDeclaration, declaration.Syntax, "A parameter has no name");
            }
            else if (!names.Add(declaration.Name))
            {
                place.Fail(DiagnosticDescriptors.InvalidDeclaration, declaration.Syntax.Identifier, $"The name '{declaration.Name}' is declared twice");
            }
            else if (Parse(place, declaration, isPrediction[index], counts) is { } parameter)
            {
                if (parameter.HoldsClassWeights && (parameters.Any(static other => other.HoldsClassWeights) || parameters.All(static other => other.Input.Role != InputRole.Label)))
                {
                    place.Fail(DiagnosticDescriptors.InvalidDeclaration, declaration.Syntax.Identifier, "[ClassWeights] belongs to one hyperparameter of a loss of class labels");
                    return null;
                }

                parameters.Add(parameter);
                scope.Session.Origins?.Add(parameter.Input, declaration);
            }
        }

        return parameters.Count == loss.Parameters.Length ? parameters.ToImmutableArray() : null;
    }

    /// <summary>The type of a parameter, or null and a violation. Only helpers take rows of conditions.</summary>
    public static TermType? ParseType(Scope scope, ParameterDeclaration declaration, string kind)
    {
        SyntaxNode place = (SyntaxNode?)declaration.Syntax.Type ?? declaration.Syntax;
        if (declaration.Syntax.Modifiers.FirstOrDefault(static modifier => !modifier.IsKind(SyntaxKind.ThisKeyword)) is { RawKind: not 0 } modifier)
        {
            scope.Fail(DiagnosticDescriptors.UnsupportedParameter, declaration.Syntax, kind, $"a '{modifier.Text}' parameter", "a formula takes values");
            return null;
        }

        TermType? type = declaration switch
        {
            { Symbol: { } symbol } => LanguageSymbols.TermTypeOf(symbol.Type),
            { Syntax.Type: { } syntax } => ParameterTypes.Of(scope.Frame.Names, syntax),
            _ => TermType.Real,
        };
        if (type is null || (type == TermType.RowCondition && kind != ParameterOfHelper))
        {
            scope.Fail(DiagnosticDescriptors.UnsupportedParameter, place, kind, declaration.Syntax.Type?.ToString() ?? "untyped", ParameterTypes.Supported);
            return null;
        }

        return type;
    }

    private static LossParameter? Parse(Scope scope, ParameterDeclaration declaration, bool isPrediction, Dictionary<(InputRole Role, bool IsSharedRow), int> counts)
    {
        string kind = isPrediction ? "A prediction" : declaration.IsHyperparameter ? "A hyperparameter" : "A target";
        if (isPrediction && declaration.IsHyperparameter)
        {
            scope.Fail(DiagnosticDescriptors.InvalidDeclaration, declaration.Syntax, $"'{declaration.Name}' cannot be a prediction: it is a hyperparameter, with a value for all samples");
            return null;
        }

        if (declaration is { Symbol: null, Syntax.Default: { } @default })
        {
            scope.Fail(DiagnosticDescriptors.InvalidDeclaration, @default, $"'{declaration.Name}' cannot have a default value here: declare hyperparameters in the class's primary constructor");
            return null;
        }

        if (ParseType(scope, declaration, kind) is not { } type)
        {
            return null;
        }

        bool isUnsuited = isPrediction ? type is TermType.Integer or TermType.Condition : !declaration.IsHyperparameter && type == TermType.Condition;
        if (isUnsuited)
        {
            string supported = isPrediction ? "it is float, double or Row" : "it is float, double, int or Row";
            scope.Fail(DiagnosticDescriptors.UnsupportedParameter, (SyntaxNode?)declaration.Syntax.Type ?? declaration.Syntax, kind, declaration.Syntax.Type?.ToString() ?? "untyped", supported);
            return null;
        }

        InputRole role = isPrediction ? InputRole.Prediction
            : declaration.IsHyperparameter ? InputRole.Hyperparameter
            : type == TermType.Integer ? InputRole.Label
            : InputRole.Target;
        if (ParameterAttributes.Parse(scope, declaration, type) is not { } attributes)
        {
            return null;
        }

        bool isSharedRow = role == InputRole.Hyperparameter && type == TermType.Row;
        counts.TryGetValue((role, isSharedRow), out int position);
        counts[(role, isSharedRow)] = position + 1;
        return new LossParameter(
            new Input(role, position, declaration.Name),
            type == TermType.Row,
            Keyword(declaration, type),
            declaration.Symbol is { HasExplicitDefaultValue: true } symbol ? DefaultValues.Print(symbol, type) : null,
            attributes.Domain,
            attributes.Link,
            attributes.HoldsClassWeights,
            attributes.ScoreOf);
    }

    private static string Keyword(ParameterDeclaration declaration, TermType type) => type switch
    {
        TermType.Row => "Row",
        TermType.Integer => "int",
        TermType.Condition => "bool",
        _ when declaration.Symbol is { } symbol => symbol.Type.SpecialType == SpecialType.System_Double ? "double" : "float",
        _ => declaration.Syntax.Type is { } syntax && syntax.ToString().EndsWith("ouble", System.StringComparison.Ordinal) ? "double" : "float",
    };
}
