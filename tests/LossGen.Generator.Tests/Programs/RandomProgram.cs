using System.Collections.Immutable;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Programs;

/// <summary>A loss that chance has written, and the samples that it is tried at.</summary>
internal sealed record RandomProgram(int Number, LossModel Model, ImmutableArray<ProgramPoint> Points)
{
    /// <summary>Every so many programs, all of the generated file is compiled and all of its kernel called.</summary>
    private const int WholeInterval = 40;

    /// <summary>
    /// Every so many programs of rows, the value alone and with the gradient are evaluated, too: what these leave out of a pass is decided pass by pass.
    /// Each evaluation is compiled to machine code of its own.
    /// </summary>
    private const int LessInterval = 20;

    public bool IsWhole => Number % WholeInterval == 0;

    public bool IsEvaluatedForLess => IsWhole || (Model.HasRows && Number % LessInterval == 0);

    public Expr Formula => Model.Value.Root;

    /// <summary>The same loss with another formula.</summary>
    public RandomProgram With(Expr formula) => this with { Model = Model with { Value = new(formula) } };

    public override string ToString()
    {
        IEnumerable<string> links = Model.Parameters.Items
            .Where(static parameter => parameter.Link != LinkKind.Identity)
            .Select(static parameter => $"{parameter.Input.Name} is {parameter.Link} of the score");
        return $"program {Number}: {string.Join(", ", links.Prepend(Formula.ToString()).Append(Model.Options.Stabilize ? "stabilized" : "as written"))}";
    }
}
