using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Rewrites;

namespace LossGen.Generator.Lowering;

/// <summary>The mathematics of a loss, for all hyperparameters or for some, ready to be printed.</summary>
/// <param name="Model">The loss.</param>
/// <param name="Number">1 for the first or only kernel of the loss.</param>
/// <param name="Case">What is known of the hyperparameters.</param>
/// <param name="Exponent">The hyperparameter whose value chooses among variants of the kernel, or null.</param>
/// <param name="Fields">The kernel's fields.</param>
/// <param name="FirstStage">Without rows, what is computed of a few vectors of elements before the programs run.</param>
/// <param name="ElementProgram">The program of a loss without rows; else null.</param>
/// <param name="RowProgram">The program of a loss over rows; else null.</param>
internal sealed record LoweredKernel(
    LossModel Model,
    int Number,
    HyperparameterCase Case,
    Input? Exponent,
    ImmutableArray<KernelField> Fields,
    ElementStage FirstStage,
    ElementProgram? ElementProgram,
    RowProgram? RowProgram)
{
    public static LoweredKernel Of(LossModel model, Derivation derivation, HyperparameterCase known, int number)
    {
        ExprInterner interner = new();
        Expr formula = known.Apply(derivation.Value);
        ImmutableArray<PredictionDerivatives> derivatives =
        [
            .. derivation.Derivatives.Select(derivative => derivative with
            {
                Gradient = known.Apply(derivative.Gradient),
                Hessian = derivative.Hessian is null ? null : known.Apply(derivative.Hessian),
            }),
        ];
        Input? exponent = model.HasRows || !model.Options.Stabilize
            ? null
            : ExponentDispatch.Find([formula, .. derivatives.Select(static derivative => derivative.Gradient)]);
        Expr value = Prepare(formula);
        ImmutableArray<DerivativeOutput> gradients = [.. derivatives.Select((derivative, position) => Output(EvaluationOrder.Gradient, position, derivative.Gradient))];
        ImmutableArray<DerivativeOutput> hessians =
        [
            .. derivatives
                .Select(static (derivative, position) => (derivative.Hessian, Position: position))
                .Where(static derivative => derivative.Hessian is not null)
                .Select(derivative => Output(EvaluationOrder.Hessian, derivative.Position, derivative.Hessian!)),
        ];
        Dictionary<Expr, string> given = [];
        foreach (NamedExpr local in derivation.Locals)
        {
            given[Prepare(known.Apply(local.Value))] = local.Name;
        }

        ImmutableArray<KernelField> fields = HyperparameterHoisting.Fields(
            [value, .. gradients.Select(static output => output.Value), .. hessians.Select(static output => output.Value)], new NameAllocator(given));
        foreach (KernelField field in fields)
        {
            given[field.Value] = field.Name;
        }

        if (model.HasRows)
        {
            ImmutableArray<bool> isRow = [.. derivatives.Select(static derivative => derivative.Prediction.IsRow)];
            return new(
                model, number, known, exponent, fields, ElementStage.None, null, RowLowering.Lower(value, [.. gradients, .. hessians], isRow, fields, new NameAllocator(given)));
        }

        ImmutableArray<Expr> first = FirstStageCut.Find(value, gradients.Select(static output => output.Value), fields);
        return new(
            model,
            number,
            known,
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
            prepared = HeldConstants.Release(prepared);
            prepared = HyperparameterBranches.Gather(prepared);
            prepared = SharedSigmoids.Restore(prepared);
            prepared = VanishingFactors.GuardExponentials(prepared);
            prepared = VanishingFactors.GuardPoles(prepared);
            prepared = Expansion.Expand(prepared);
            prepared = ParallelRemainders.Mark(prepared);
            prepared = NeighbouringExponentials.Mark(prepared);
            return interner.Intern(Contraction.Contract(prepared));
        }
    }
}
