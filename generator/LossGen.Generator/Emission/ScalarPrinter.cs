using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>Prints an expression of hyperparameters as C# on doubles. It runs once per call, so parentheses are not spared.</summary>
internal static class ScalarPrinter
{
    public static string Print(Expr expression) => expression switch
    {
        Literal literal => CSharpLiteral.Of(literal.Value),
        Truth truth => truth.Value ? "true" : "false",
        Variable { IsCondition: true } variable => $"({Identifier.Escape(variable.Input.Name)} != 0.0)",
        Variable variable => Identifier.Escape(variable.Input.Name),
        Select select => $"({Print(select.Condition)} ? {Print(select.WhenTrue)} : {Print(select.WhenFalse)})",
        Call call => PrintCall(call.Function, [.. call.Arguments.Items.Select(Print)]),
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
