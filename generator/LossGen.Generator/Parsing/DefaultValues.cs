using System.Globalization;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>Prints default values of hyperparameters as C# that means the same in any file.</summary>
internal static class DefaultValues
{
    public static string? Print(IParameterSymbol parameter, TermType type) => parameter.ExplicitDefaultValue switch
    {
        float value => PrintSpecial("float", value) ?? value.ToString("R", CultureInfo.InvariantCulture) + "f",
        double value => PrintSpecial("double", value) ?? value.ToString("R", CultureInfo.InvariantCulture) + "d",
        int value => value.ToString(CultureInfo.InvariantCulture),
        _ when type == TermType.Row => "default",
        bool value => value ? "true" : "false",
        null when type == TermType.Row => "default",
        _ => null,
    };

    private static string? PrintSpecial(string type, double value) => value switch
    {
        double.NaN => $"{type}.NaN",
        double.PositiveInfinity => $"{type}.PositiveInfinity",
        double.NegativeInfinity => $"{type}.NegativeInfinity",
        _ => null,
    };
}
