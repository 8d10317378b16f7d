using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>Prints an expression of hyperparameters as C# on doubles. It runs once per call, so parentheses are not spared.</summary>
internal static class ScalarPrinter
{
    /// <summary>An expression of hyperparameters that stand there by their own names.</summary>
    public static string Print(Expr expression) =>
        Print(expression, static variable => variable.IsCondition ? $"({Identifier.Escape(variable.Input.Name)} != 0.0)" : Identifier.Escape(variable.Input.Name));

    /// <summary>An expression of hyperparameters, where <paramref name="read"/> says how those are read.</summary>
    public static string Print(Expr expression, Func<Variable, string> read) => expression switch
    {
        Literal literal => CSharpLiteral.Of(literal.Value),
        Truth truth => truth.Value ? "true" : "false",
        Variable variable => read(variable),
        Select select => $"({Print(select.Condition, read)} ? {Print(select.WhenTrue, read)} : {Print(select.WhenFalse, read)})",
        Call call => PrintCall(call.Function, [.. call.Arguments.Items.Select(argument => Print(argument, read))]),
        _ => throw new ArgumentException($"{expression.GetType().Name} is no function of hyperparameters.", nameof(expression)),
    };

    /// <summary>A call of texts that are in parentheses where they need them.</summary>
    public static string PrintCall(Function function, ImmutableArray<string> arguments) => function switch
    {
        Add or Subtract or Multiply or Divide => $"({function.Emit(arguments)})",
        Negate => $"(-{arguments[0]})",
        Remainder => $"({arguments[0]} % {arguments[1]})",

        // The C# compiler warns of comparisons of a variable with itself.
        LessThan or GreaterThan when arguments[0] == arguments[1] => "false",
        LessThanOrEqual or GreaterThanOrEqual or Equal when arguments[0] == arguments[1] => $"(!double.IsNaN({arguments[0]}))",
        NotEqual when arguments[0] == arguments[1] => $"double.IsNaN({arguments[0]})",
        LessThan => $"({arguments[0]} < {arguments[1]})",
        LessThanOrEqual => $"({arguments[0]} <= {arguments[1]})",
        GreaterThan => $"({arguments[0]} > {arguments[1]})",
        GreaterThanOrEqual => $"({arguments[0]} >= {arguments[1]})",
        Equal => $"({arguments[0]} == {arguments[1]})",
        NotEqual => $"({arguments[0]} != {arguments[1]})",
        And => $"({arguments[0]} && {arguments[1]})",
        Or => $"({arguments[0]} || {arguments[1]})",
        Not => $"(!{arguments[0]})",
        _ => function.EmitScalar(arguments),
    };
}
