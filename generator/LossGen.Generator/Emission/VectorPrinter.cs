using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;

namespace LossGen.Generator.Emission;

/// <summary>Prints an expression as C# on vectors. Named nodes print as their names; how inputs are read is the caller's.</summary>
internal sealed class VectorPrinter(Func<Expr, string?> read)
{
    /// <summary>The expression, for the right-hand side of an assignment or an argument.</summary>
    public string Print(Expr expression) => ToPrinted(expression).Text;

    /// <summary>The expression, behind a plus: a sum is added as a whole, after its own terms have cancelled.</summary>
    public string PrintAddend(Expr expression) => ToPrinted(expression).Within(Precedence.Additive + 1);

    /// <summary>The expression that a name stands for: the node itself is not looked up, what is below it is.</summary>
    public string PrintDefinition(Expr expression) => Compose(expression).Text;

    private Printed ToPrinted(Expr expression) => read(expression) is { } name ? Printed.Primary(name) : Compose(expression);

    private Printed Compose(Expr expression) => expression switch
    {
        Literal literal => Printed.Primary(Constant(literal.Value)),
        Truth truth => Printed.Primary(truth.Value ? "V.Equal(V.Zero, V.Zero)" : "V.NotEqual(V.Zero, V.Zero)"),
        Select select => Printed.Primary($"V.Select({Print(select.Condition)}, {Print(select.WhenTrue)}, {Print(select.WhenFalse)})"),
        Call call => ComposeCall(call),
        _ => throw new ArgumentException($"An expression of type {expression.GetType().Name} must have a name here.", nameof(expression)),
    };

    private Printed ComposeCall(Call call)
    {
        Precedence precedence = call.Function.EmittedPrecedence;
        ImmutableArray<string>.Builder arguments = ImmutableArray.CreateBuilder<string>();
        for (int argument = 0; argument < call.Arguments.Count; argument++)
        {
            Precedence place = precedence switch
            {
                Precedence.Primary => Precedence.Conditional,
                _ when argument == 0 && call.Function is not Negate => precedence,
                _ => precedence + 1,
            };
            arguments.Add(ToPrinted(call[argument]).Within(place));
        }

        return new(call.Function.Emit(arguments.ToImmutable()), precedence);
    }

    private static string Constant(double value) => value switch
    {
        0 when 1 / value > 0 => "V.Zero",
        _ => $"V.Create({CSharpLiteral.Of(value)})",
    };

    /// <summary>A printer that knows the names of nodes.</summary>
    public static VectorPrinter WithNames(Dictionary<Expr, string> names) => new(node => names.TryGetValue(node, out string? name) ? name : null);
}
