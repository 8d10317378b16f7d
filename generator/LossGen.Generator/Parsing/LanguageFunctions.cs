using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Calls of the functions of <c>LossMath</c>: scalar ones, spread over rows where an argument is a row, and those on rows.</summary>
internal static class LanguageFunctions
{
    /// <summary><c>Select(condition, whenTrue, whenFalse)</c>, the choice that an operator cannot make for a row of conditions.</summary>
    public const string Select = "Select";

    /// <summary><c>Other(row)</c>, the row at the other column of a pair.</summary>
    public const string Other = "Other";

    public static Term? Call(Scope scope, IdentifierNameSyntax place, string name, ImmutableArray<Argument> arguments, InvocationExpressionSyntax invocation)
    {
        if (arguments.FirstOrDefault(static argument => argument.Name is not null) is { } named)
        {
            return scope.Fail(DiagnosticDescriptors.WrongArguments, named.Syntax.Parent!, name, $"it has no parameter '{named.Name}'");
        }

        if (name == Select)
        {
            return CallSelect(scope, arguments, invocation);
        }

        if (name == Other)
        {
            return CallOther(scope, arguments, invocation);
        }

        RowFunction? rowFunction = RowFunctions.Find(name, arguments.IsEmpty ? null : arguments[0].Term.Type);
        Function? function = FunctionCatalog.Find(name);
        if (rowFunction is not null && (function is null || arguments.Length == rowFunction.Parameters.Length))
        {
            return CallRowFunction(scope, rowFunction, arguments, invocation);
        }

        if (ComposedFunctions.Find(name) is { } composed)
        {
            return HasLength(scope, name, composed.Arity, arguments, invocation) && AreNumbers(scope, name, arguments)
                ? scope.Term(
                    composed.Build([.. arguments.Select(static argument => argument.Term.Expression)]),
                    TermTypes.Lift(TermType.Real, arguments.Any(static argument => argument.Term.IsRow)))
                : null;
        }

        if (function is null)
        {
            return scope.Fail(DiagnosticDescriptors.UnknownFunction, place, name, string.Empty);
        }

        return HasLength(scope, name, function.Arity, arguments, invocation) && AreNumbers(scope, name, arguments) ? Apply(scope, function, arguments) : null;
    }

    /// <summary>A scalar function on numbers, element by element if any is a row.</summary>
    public static Term Apply(Scope scope, Function function, ImmutableArray<Argument> arguments) => scope.Term(
        Written.Call(function, arguments.Select(static argument => argument.Term.Expression).ToEquatableArray()),
        TermTypes.Lift(
            function.ExprKind == ExprKind.Condition ? TermType.Condition : TermType.Real,
            arguments.Any(static argument => argument.Term.IsRow)));

    public static bool AreNumbers(Scope scope, string name, ImmutableArray<Argument> arguments)
    {
        foreach (Argument argument in arguments)
        {
            if (!argument.Term.IsNumber)
            {
                scope.Fail(DiagnosticDescriptors.ConditionOrNumber, argument.Syntax, name, "a number", argument.Term.Type.Describe());
                return false;
            }
        }

        return true;
    }

    public static bool HasLength(Scope scope, string name, int arity, ImmutableArray<Argument> arguments, InvocationExpressionSyntax invocation)
    {
        if (arguments.Length == arity)
        {
            return true;
        }

        scope.Fail(DiagnosticDescriptors.WrongArguments, invocation, name, $"it takes {arity} {(arity == 1 ? "argument" : "arguments")}, not {arguments.Length}");
        return false;
    }

    private static Term? CallRowFunction(Scope scope, RowFunction function, ImmutableArray<Argument> arguments, InvocationExpressionSyntax invocation)
    {
        if (!HasLength(scope, function.Name, function.Parameters.Length, arguments, invocation))
        {
            return null;
        }

        foreach ((Argument argument, TermType expected) in arguments.Zip(function.Parameters, static (argument, type) => (argument, type)))
        {
            if (!argument.Term.Type.ConvertsTo(expected))
            {
                bool isShape = argument.Term.IsNumber == (expected is TermType.Row or TermType.Integer or TermType.Real);
                return scope.Fail(
                    isShape ? DiagnosticDescriptors.ShapeMismatch : DiagnosticDescriptors.ConditionOrNumber,
                    argument.Syntax,
                    function.Name,
                    expected.Describe(),
                    argument.Term.Type.Describe());
            }
        }

        if (!function.TakesPairs && arguments.FirstOrDefault(static argument => argument.Term.IsPairs) is { } pairs)
        {
            return scope.Fail(DiagnosticDescriptors.ShapeMismatch, pairs.Syntax, function.Name, TermType.Row.Describe(), pairs.Term.Describe());
        }

        return scope.Term(function.Build([.. arguments.Select(static argument => argument.Term.Expression)]), function.Result);
    }

    private static Term? CallOther(Scope scope, ImmutableArray<Argument> arguments, InvocationExpressionSyntax invocation)
    {
        if (!HasLength(scope, Other, 1, arguments, invocation))
        {
            return null;
        }

        Term row = arguments[0].Term;
        return row.Type == TermType.Row && !row.IsPairs
            ? scope.Term(Written.AtColumn(row.Expression, OtherColumn.Instance, scope.Session.Origins is { } origins ? origins.AddElement : null), TermType.Row)
            : scope.Fail(DiagnosticDescriptors.ShapeMismatch, arguments[0].Syntax, Other, TermType.Row.Describe(), row.Describe());
    }

    private static Term? CallSelect(Scope scope, ImmutableArray<Argument> arguments, InvocationExpressionSyntax invocation)
    {
        if (!HasLength(scope, Select, 3, arguments, invocation))
        {
            return null;
        }

        return arguments[0].Term.IsCondition
            ? ChoiceParser.Choose(scope, arguments[0].Term, arguments[1].Term, arguments[2].Term, arguments[2].Syntax)
            : scope.Fail(DiagnosticDescriptors.ConditionOrNumber, arguments[0].Syntax, Select, "a condition", arguments[0].Term.Type.Describe());
    }
}
