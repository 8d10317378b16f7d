using System.Collections.Immutable;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>One kernel, or a condition on hyperparameters alone that chooses between others.</summary>
internal abstract record KernelChoice
{
    public abstract ImmutableArray<LoweredKernel> Kernels { get; }
}

/// <summary>No choice.</summary>
internal sealed record OneKernel(LoweredKernel Kernel) : KernelChoice
{
    public override ImmutableArray<LoweredKernel> Kernels => [Kernel];
}

/// <summary>A loss such as Barron's, whose formula is another one at α = 2: what one batch never computes is not in the kernel that it runs.</summary>
internal sealed record ConditionalKernels(Expr Condition, KernelChoice WhenTrue, KernelChoice WhenFalse) : KernelChoice
{
    public override ImmutableArray<LoweredKernel> Kernels => [.. WhenTrue.Kernels, .. WhenFalse.Kernels];
}
