using System.Linq;

namespace LossGen.Generator.Printing;

/// <summary>How tightly the outermost operator of a printed expression binds.</summary>
internal enum Precedence
{
    Conditional,
    Or,
    And,
    Comparison,
    Additive,
    Multiplicative,
    Unary,
    Power,
    Primary,
}

/// <summary>A piece of printed mathematics and how tightly it binds.</summary>
internal readonly record struct Printed(string Text, Precedence Precedence)
{
    /// <summary>The text, in parentheses if it binds less tightly than its place demands.</summary>
    public string Within(Precedence place) => Precedence < place ? $"({Text})" : Text;

    public static Printed Primary(string text) => new(text, Precedence.Primary);

    /// <summary>A call with the function's name in lower camel case: <c>logGamma(x)</c>.</summary>
    public static Printed Call(string name, params Printed[] arguments) =>
        Primary($"{char.ToLowerInvariant(name[0])}{name.Substring(1)}({string.Join(", ", arguments.Select(static argument => argument.Text))})");
}
