using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Emission;

/// <summary>
/// The runtime's class that has a loss's members already. For the shapes that most losses have, the generated part then holds mathematics only, which is
/// quick to read and to compile; other losses get members of their own.
/// </summary>
internal static class BaseClass
{
    public const string Any = "GeneratedLoss";
    public const string Scalar = "ScalarLoss";
    public const string Row = "RowLoss";
    public const string Classification = "ClassificationLoss";

    /// <summary>The name of the base, or null if the loss needs members of its own.</summary>
    public static string? Of(LossModel model)
    {
        bool isPlain = CanDerive(model.Type)
            && model.Options is { Hessian: not HessianPolicyKind.None, Reduction: "Mean" }
            && model.SharedRows.IsEmpty
            && model is { MinimumColumns: <= 1, HasFixedColumns: false }
            && EvaluationEmitter.HasOptimalConstant(model);
        ImmutableArray<LossParameter> inputs = [.. model.Parameters.Items.Where(static parameter => parameter.Input.Role != InputRole.Hyperparameter)];
        return !isPlain || inputs is not [{ Input.Role: InputRole.Prediction } prediction, var given] ? null
            : (prediction.IsRow, given.IsRow, given.Input.Role) switch
            {
                (false, false, InputRole.Target) => Scalar,
                (true, true, InputRole.Target) => Row,
                (true, false, InputRole.Label) => Classification,
                _ => null,
            };
    }

    /// <summary>A record derives from records, a generic class would hide the type parameters of the members, and the author may have chosen a base.</summary>
    private static bool CanDerive(LossType type) =>
        type is { HasBaseClass: false, Header: { Keyword: "class", TypeParameters: "" } } && type.ContainingTypes.Items.All(static containing => containing.TypeParameters.Length == 0);
}
