using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Parsing;

/// <summary>A scalar function of <c>LossMath</c> that is built from another.</summary>
internal sealed record ComposedFunction(string Name, int Arity, Func<ImmutableArray<Expr>, Expr> Build);

/// <summary>The scalar functions that have a name but no entry in <see cref="FunctionCatalog"/>.</summary>
internal static class ComposedFunctions
{
    public static ImmutableArray<ComposedFunction> All { get; } = [new("LogSigmoid", 1, static x => Written.Negate(Written.Call(Softplus.Instance, Written.Negate(x[0]))))];

    /// <summary>The function of a name, or null.</summary>
    public static ComposedFunction? Find(string name) => All.FirstOrDefault(function => function.Name == name);
}
