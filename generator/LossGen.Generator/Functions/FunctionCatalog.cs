using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace LossGen.Generator.Functions;

/// <summary>Every function that a formula can contain.</summary>
internal static class FunctionCatalog
{
    /// <summary>The functions that a loss may call by name, that is, the scalar functions of <c>LossMath</c>.</summary>
    public static ImmutableArray<Function> Named { get; } =
    [
        Abs.Instance,
        Exp.Instance,
        Log.Instance,
        Pow.Instance,
        Sigmoid.Instance,
        Sign.Instance,
        Softplus.Instance,
        Sqrt.Instance,
        Square.Instance,
    ];

    /// <summary>The functions that only the compiler itself calls: derivatives of others, and parts of reductions.</summary>
    public static ImmutableArray<Function> Internal { get; } =
    [
        NormRoot.Instance,
        SoftMaxWeight.Instance,
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
