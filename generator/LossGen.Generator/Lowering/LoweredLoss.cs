using System.Collections.Immutable;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>A loss ready to be printed.</summary>
/// <param name="Model">The loss.</param>
/// <param name="Choice">Its kernels, and which of them is for which hyperparameters.</param>
internal sealed record LoweredLoss(LossModel Model, KernelChoice Choice)
{
    /// <summary>The kernels that a loss can have at most: each independent option could double them.</summary>
    public const int MostKernels = 8;

    /// <summary>All kernels, in the order of their numbers.</summary>
    public ImmutableArray<LoweredKernel> Kernels { get; } = Choice.Kernels;

    public static LoweredLoss Of(LossModel model, Derivation derivation)
    {
        int count = 0;
        return new(model, Choose(HyperparameterCase.Any, MostKernels));

        KernelChoice Choose(HyperparameterCase known, int most)
        {
            if (most == 1 || !model.Options.Stabilize || FindCondition(known) is not { } condition)
            {
                return new OneKernel(LoweredKernel.Of(model, derivation, known, ++count));
            }

            int before = count;
            KernelChoice whenTrue = Choose(known.With(condition, holds: true), most - 1);
            return new ConditionalKernels(condition, whenTrue, Choose(known.With(condition, holds: false), most - (count - before)));
        }

        Expr? FindCondition(HyperparameterCase known)
        {
            Expr value = known.Apply(derivation.Value);
            return HyperparameterCase.FindCondition(value) ?? (model.HasRows ? known.FindExponent(value) : null);
        }
    }
}
