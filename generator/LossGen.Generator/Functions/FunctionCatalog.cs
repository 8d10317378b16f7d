using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace LossGen.Generator.Functions;

/// <summary>Every function that a loss may call by name, that is, every scalar function of <c>LossMath</c>.</summary>
internal static class FunctionCatalog
{
    public static ImmutableArray<Function> Named { get; } =
    [
        Abs.Instance,
        Exp.Instance,
        Log.Instance,
        Pow.Instance,
        Sigmoid.Instance,
        Sign.Instance,
        Softplus.Instance,
    ];

    /// <summary>The operators and conditions, which have no name in <c>LossMath</c>.</summary>
    public static ImmutableArray<Function> Operators { get; } =
    [
        Add.Instance,
        And.Instance,
        Divide.Instance,
        Equal.Instance,
        GreaterThan.Instance,
        GreaterThanOrEqual.Instance,
        LessThan.Instance,
        LessThanOrEqual.Instance,
        Multiply.Instance,
        Negate.Instance,
        Not.Instance,
        NotEqual.Instance,
        Or.Instance,
        Subtract.Instance,
    ];

    private static readonly Dictionary<string, Function> ByName = Named.ToDictionary(static function => function.Name, StringComparer.Ordinal);

    /// <summary>The function with a name of <c>LossMath</c>, or null.</summary>
    public static Function? Find(string name) => ByName.TryGetValue(name, out Function? function) ? function : null;
}
