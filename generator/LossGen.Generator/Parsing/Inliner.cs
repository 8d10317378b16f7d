using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Copies the bodies of called losses and helpers into the loss.</summary>
internal static class Inliner
{
    /// <summary>A call of one of several overloads, all of them losses or helpers.</summary>
    public static Term? Inline(Scope scope, ImmutableArray<IMethodSymbol> overloads, ImmutableArray<Argument> arguments, InvocationExpressionSyntax invocation)
    {
        (CallableFunction? Function, string Reason)[] candidates = [.. overloads.Select(method => CallableFunction.OfMethod(method, scope.Session))];
        ImmutableArray<CallableFunction> functions = [.. candidates.Select(static candidate => candidate.Function).OfType<CallableFunction>()];
        return functions.IsEmpty
            ? scope.Fail(DiagnosticDescriptors.NotInlinable, invocation, overloads[0].Name, candidates[0].Reason)
            : Inline(scope, functions, arguments, invocation);
    }

    /// <summary>A call of a loss whose type declares it by an expression.</summary>
    public static Term? InlineType(Scope scope, INamedTypeSymbol type, ImmutableArray<Argument> arguments, InvocationExpressionSyntax invocation)
    {
        (CallableFunction? function, string reason) = CallableFunction.OfType(type, scope.Session);
        return function is null
            ? scope.Fail(DiagnosticDescriptors.NotInlinable, invocation, type.Name, reason)
            : Inline(scope, [function], arguments, invocation);
    }

    private static Term? Inline(Scope scope, ImmutableArray<CallableFunction> functions, ImmutableArray<Argument> arguments, InvocationExpressionSyntax invocation)
    {
        // Among overloads that accept the arguments, the one that converts fewest of them, as in C#.
        (CallableFunction Function, ImmutableArray<Term> Terms)? chosen = null;
        int fewest = int.MaxValue;
        foreach (CallableFunction function in functions)
        {
            if (Bind(scope, function, arguments) is { } bound && bound.Conversions < fewest)
            {
                fewest = bound.Conversions;
                chosen = (function, bound.Terms);
            }
        }

        return chosen is { } callee
            ? Copy(scope, callee.Function, callee.Terms, invocation)
            : scope.Fail(DiagnosticDescriptors.WrongArguments, invocation, functions[0].Symbol.Name, DescribeMismatch(functions[0], arguments));
    }

    private static Term? Copy(Scope scope, CallableFunction function, ImmutableArray<Term> arguments, InvocationExpressionSyntax invocation)
    {
        if (scope.Frame.Callees.Contains(function.Symbol, SymbolEqualityComparer.Default))
        {
            return scope.Fail(
                DiagnosticDescriptors.Recursion,
                invocation,
                string.Join(" → ", scope.Frame.Callees.Add(function.Symbol)
                    .SkipWhile(symbol => !SymbolEqualityComparer.Default.Equals(symbol, function.Symbol))
                    .Select(static symbol => symbol.Name)));
        }

        Frame frame = scope.Frame with
        {
            Names = function.Names,
            Source = function.Source,
            Callees = scope.Frame.Callees.Add(function.Symbol),
            Caller = scope.Frame.Caller ?? new CallSite(scope.Frame.Source, invocation, function.Symbol.Name),
        };
        Scope inner = new(frame, null);
        for (int index = 0; index < arguments.Length; index++)
        {
            CallableParameter parameter = function.Parameters[index];
            inner = inner.With(parameter.Name, parameter.Type, arguments[index]);
        }

        return StatementParser.ParseBody(inner, function.Body) is { } value ? LocalParser.Convert(inner, value, function.Result, function.Body) : null;
    }

    /// <summary>The arguments in the parameters' order, converted, defaults filled in; null if the function does not accept them.</summary>
    private static (ImmutableArray<Term> Terms, int Conversions)? Bind(Scope scope, CallableFunction function, ImmutableArray<Argument> arguments)
    {
        if (arguments.Length > function.Parameters.Length)
        {
            return null;
        }

        int conversions = 0;
        Term?[] terms = new Term?[function.Parameters.Length];
        for (int position = 0; position < arguments.Length; position++)
        {
            Argument argument = arguments[position];
            int index = argument.Name is null ? position : IndexOf(function, argument.Name);
            if (index < 0 || terms[index] is not null || !argument.Term.Type.ConvertsTo(function.Parameters[index].Type))
            {
                return null;
            }

            conversions += argument.Term.Type == function.Parameters[index].Type ? 0 : 1;
            terms[index] = argument.Term with { Type = function.Parameters[index].Type };
        }

        for (int index = 0; index < terms.Length; index++)
        {
            CallableParameter parameter = function.Parameters[index];
            terms[index] ??= parameter.HasDefault && ConstantParser.OfValue(scope, parameter.Default) is { } constant ? constant with { Type = parameter.Type } : null;
            if (terms[index] is null)
            {
                return null;
            }
        }

        return ([.. terms.Select(static term => term!)], conversions);
    }

    private static int IndexOf(CallableFunction function, string name)
    {
        for (int index = 0; index < function.Parameters.Length; index++)
        {
            if (function.Parameters[index].Name == name)
            {
                return index;
            }
        }

        return -1;
    }

    private static string DescribeMismatch(CallableFunction function, ImmutableArray<Argument> arguments)
    {
        for (int position = 0; position < arguments.Length; position++)
        {
            Argument argument = arguments[position];
            int index = argument.Name is null ? position : IndexOf(function, argument.Name);
            if (index < 0)
            {
                return $"it has no parameter '{argument.Name}'";
            }

            if (index < function.Parameters.Length && !argument.Term.Type.ConvertsTo(function.Parameters[index].Type))
            {
                CallableParameter parameter = function.Parameters[index];
                return $"its parameter '{parameter.Name}' is {parameter.Type.Describe()}, but the argument is {argument.Term.Type.Describe()}";
            }
        }

        return $"it is {function.Describe()}";
    }
}
