using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Declarations of locals, and assignments to locals and parameters. An assignment makes a new binding of the name.</summary>
internal static class LocalParser
{
    public static Scope? Declare(Scope scope, LocalDeclarationStatementSyntax declaration)
    {
        if (!declaration.UsingKeyword.IsKind(SyntaxKind.None))
        {
            scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, declaration, "'using'", string.Empty);
            return null;
        }

        TermType? declared = null;
        if (!IsVar(declaration.Declaration.Type))
        {
            declared = ParameterTypes.Of(scope.Frame.Names, declaration.Declaration.Type);
            if (declared is null)
            {
                scope.Fail(DiagnosticDescriptors.UnsupportedParameter, declaration.Declaration.Type, "A local", declaration.Declaration.Type.ToString(), ParameterTypes.Supported);
                return null;
            }
        }

        foreach (VariableDeclaratorSyntax variable in declaration.Declaration.Variables)
        {
            if (Declare(scope, variable, declared) is not { } next)
            {
                return null;
            }

            scope = next;
        }

        return scope;
    }

    public static Scope? Assign(Scope scope, AssignmentExpressionSyntax assignment)
    {
        if (assignment.Left is not IdentifierNameSyntax identifier || Binding.Find(scope.Bindings, identifier.Identifier.ValueText) is not { } binding)
        {
            scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, assignment.Left, $"assignments to '{assignment.Left}'", ": only to locals and parameters");
            return null;
        }

        SyntaxKind? operation = assignment.Kind() switch
        {
            SyntaxKind.AddAssignmentExpression => SyntaxKind.AddExpression,
            SyntaxKind.SubtractAssignmentExpression => SyntaxKind.SubtractExpression,
            SyntaxKind.MultiplyAssignmentExpression => SyntaxKind.MultiplyExpression,
            SyntaxKind.DivideAssignmentExpression => SyntaxKind.DivideExpression,
            SyntaxKind.ModuloAssignmentExpression => SyntaxKind.ModuloExpression,
            _ => null,
        };
        Term? value;
        if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
        {
            value = ExpressionParser.Parse(scope, assignment.Right);
        }
        else if (operation is { } kind)
        {
            string user = $"The operator {assignment.OperatorToken.Text}";
            Term? left = ExpressionParser.ParseNumber(scope, identifier, user);
            Term? right = ExpressionParser.ParseNumber(scope, assignment.Right, user);
            value = left is null || right is null ? null : BinaryParser.Combine(scope, kind, left, right, assignment);
            if (value is not null)
            {
                scope.Session.Origins?.Add(value, assignment, scope.Frame);
            }
        }
        else
        {
            value = scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, assignment, $"the operator {assignment.OperatorToken.Text}", string.Empty);
        }

        return value is not null && Convert(scope, value, binding.Type, assignment.Right) is { } converted
            ? scope.With(binding.Name, binding.Type, converted)
            : null;
    }

    /// <summary>The outer scope, with what the inner one assigned to its variables.</summary>
    public static Scope Leave(Scope inner, Scope outer) => outer with { Bindings = Update(outer.Bindings, inner.Bindings) };

    /// <summary>The scope after a choice of two ways from it.</summary>
    public static Scope? Merge(Scope scope, Term condition, Scope whenTrue, Scope whenFalse, SyntaxNode place)
    {
        Scope merged = scope;
        for (Binding? binding = scope.Bindings; binding is not null; binding = binding.Outer)
        {
            Term? left = Binding.Find(whenTrue.Bindings, binding.Name)!.Value;
            Term? right = Binding.Find(whenFalse.Bindings, binding.Name)!.Value;
            Binding current = Binding.Find(scope.Bindings, binding.Name)!;
            if (ReferenceEquals(left, right) || !ReferenceEquals(current, binding))
            {
                continue;
            }

            Term? value = left is null || right is null ? null : ChoiceParser.Choose(scope, condition, left, right, place);
            merged = merged.With(binding.Name, binding.Type, value);
        }

        return merged;
    }

    /// <summary>The value as C# converts it to a type, or a violation.</summary>
    public static Term? Convert(Scope scope, Term value, TermType type, SyntaxNode place)
    {
        if (value.Type.ConvertsTo(type))
        {
            return value with { Type = type };
        }

        bool bothNumbers = value.IsNumber == (type is TermType.Integer or TermType.Real or TermType.Row);
        return scope.Fail(
            bothNumbers && value.Type != TermType.Real ? DiagnosticDescriptors.ShapeMismatch : DiagnosticDescriptors.ConditionOrNumber,
            place,
            "This place",
            type.Describe(),
            value.Type.Describe());
    }

    public static bool IsVar(TypeSyntax type) => type is IdentifierNameSyntax { Identifier.ValueText: "var" };

    private static Scope? Declare(Scope scope, VariableDeclaratorSyntax variable, TermType? declared)
    {
        string name = variable.Identifier.ValueText;
        if (Binding.Find(scope.Bindings, name) is not null)
        {
            scope.Fail(DiagnosticDescriptors.InvalidDeclaration, variable.Identifier, $"The name '{name}' is declared twice");
            return null;
        }

        if (variable.Initializer is null)
        {
            return declared is { } type ? scope.With(name, type, null) : null;
        }

        if (ExpressionParser.Parse(scope, variable.Initializer.Value) is not { } value)
        {
            return null;
        }

        Term? converted = declared is { } wanted ? Convert(scope, value, wanted, variable.Initializer.Value) : value;
        if (converted is null)
        {
            return null;
        }

        scope.Frame.Session.Locals.Add(new(name, new Formula(converted.Expression)));
        return scope.With(name, converted.Type, converted);
    }

    private static Binding? Update(Binding? outer, Binding? inner) =>
        outer is null ? null : outer with { Outer = Update(outer.Outer, inner), Value = Binding.Find(inner, outer.Name)!.Value };
}
