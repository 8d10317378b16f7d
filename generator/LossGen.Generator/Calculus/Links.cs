using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>Composes a formula that is written on predictions with the links that make predictions of raw scores.</summary>
internal static class Links
{
    public static Expr Apply(Expr formula, EquatableArray<LossParameter> parameters)
    {
        Dictionary<Input, LinkKind> links = Of(parameters);
        return Substitution.ReplaceInputs(formula, node => Replace(node, links));
    }

    /// <summary>The same, with every operation kept that the author wrote.</summary>
    public static Expr ApplyAsWritten(Expr formula, EquatableArray<LossParameter> parameters)
    {
        Dictionary<Input, LinkKind> links = Of(parameters);
        return links.Count == 0 ? formula : Written.ReplaceInputs(formula, node => Replace(node, links));
    }

    private static Dictionary<Input, LinkKind> Of(EquatableArray<LossParameter> parameters) => parameters.Items
        .Where(static parameter => parameter.Link != LinkKind.Identity)
        .ToDictionary(static parameter => parameter.Input, static parameter => parameter.Link);

    private static Expr? Replace(Expr node, Dictionary<Input, LinkKind> links) => node switch
    {
        Variable variable when links.TryGetValue(variable.Input, out LinkKind link) => Inverse(link, variable),
        Read read when links.TryGetValue(read.Row, out LinkKind link) => Inverse(link, read),
        _ => null,
    };

    /// <summary>The prediction that belongs to a raw score.</summary>
    private static Expr Inverse(LinkKind link, Expr score) => link switch
    {
        LinkKind.Identity => score,
        LinkKind.Sigmoid => Sigmoid.Of(score),
        LinkKind.Exp => Exp.Of(score),
        LinkKind.Softplus => Softplus.Of(score),
        LinkKind.Tanh => Tanh.Of(score),
        LinkKind.SoftMax when score is Read read =>
            SoftMaxWeight.Of(read, Build.Reduce(ReductionKind.LogSumExp, new Read(read.Row, Column.Instance))),
        _ => throw new ArgumentOutOfRangeException(nameof(link), link, "A softmax link needs a row."),
    };
}
