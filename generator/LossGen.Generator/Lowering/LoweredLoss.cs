using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Rewrites;

namespace LossGen.Generator.Lowering;

/// <summary>A loss ready to be printed.</summary>
/// <param name="Model">The loss.</param>
/// <param name="Exponent">The hyperparameter whose value chooses among kernels, or null.</param>
/// <param name="Fields">The kernel's fields.</param>
/// <param name="FirstStage">Without rows, what is computed of a few vectors of elements before the programs run.</param>
/// <param name="ElementProgram">The program of a loss without rows; else null.</param>
/// <param name="RowProgram">The program of a loss over rows; else null.</param>
internal sealed record LoweredLoss(
    LossModel Model,
    Input? Exponent,
    ImmutableArray<KernelField> Fields,
    ElementStage FirstStage,
    ElementProgram? ElementProgram,
    RowProgram? RowProgram)
{
    public static LoweredLoss Of(LossModel model, Derivation derivation)
    {
        ExprInterner interner = new();
        Input? exponent = model.HasRows || !model.Options.Stabilize
            ? null
            : ExponentDispatch.Find([derivation.Value, .. derivation.Derivatives.Select(static derivative => derivative.Gradient)]);
        Expr value = Prepare(derivation.Value);
        ImmutableArray<DerivativeOutput> gradients = [.. derivation.Derivatives.Select((derivative, position) => Output(EvaluationOrder.Gradient, position, derivative.Gradient))];
        ImmutableArray<DerivativeOutput> hessians =
        [
            .. derivation.Derivatives
                .Select(static (derivative, position) => (derivative.Hessian, Position: position))
                .Where(static derivative => derivative.Hessian is not null)
                .Select(derivative => Output(EvaluationOrder.Hessian, derivative.Position, derivative.Hessian!)),
        ];
        Dictionary<Expr, string> given = [];
        foreach (NamedExpr local in derivation.Locals)
        {
            given[Prepare(local.Value)] = local.Name;
        }

        ImmutableArray<KernelField> fields = HyperparameterHoisting.Fields(
            [value, .. gradients.Select(static output => output.Value), .. hessians.Select(static output => output.Value)], new NameAllocator(given));
        foreach (KernelField field in fields)
        {
            given[field.Value] = field.Name;
        }

        if (model.HasRows)
        {
            ImmutableArray<bool> isRow = [.. derivation.Derivatives.Select(static derivative => derivative.Prediction.IsRow)];
            return new(model, exponent, fields, ElementStage.None, null, RowLowering.Lower(value, [.. gradients, .. hessians], isRow, fields, new NameAllocator(given)));
        }

        ImmutableArray<Expr> first = FirstStageCut.Find(value, gradients.Select(static output => output.Value), fields);
        return new(
            model,
            exponent,
            fields,
            ElementLowering.LowerFirstStage(first, fields, new NameAllocator(given)),
            ElementLowering.Lower(value, [.. gradients, .. hessians], first, fields, new NameAllocator(given)),
            null);

        DerivativeOutput Output(EvaluationOrder order, int position, Expr expression) => new(order, position, Prepare(expression));

        Expr Prepare(Expr expression)
        {
            // A formula to be kept as written keeps its roundings, too.
            if (!model.Options.Stabilize)
            {
                return interner.Intern(Expansion.ExpandPrimitives(expression));
            }

            Expr prepared = exponent is null ? expression : ExponentDispatch.Mark(expression, exponent);
            prepared = HyperparameterBranches.Gather(prepared);
            prepared = VanishingFactors.GuardExponentials(prepared);
            prepared = VanishingFactors.GuardPoles(prepared);
            prepared = Expansion.Expand(prepared);
            prepared = ParallelRemainders.Mark(prepared);
            prepared = NeighbouringExponentials.Mark(prepared);
            return interner.Intern(Contraction.Contract(prepared));
        }
    }
}
