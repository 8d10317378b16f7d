using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>Finds the largest subexpressions that depend on hyperparameters only. They do not belong into a loop.</summary>
internal static class HyperparameterHoisting
{
    /// <summary>One field for each hyperparameter that is used by itself and for each composite, in order of occurrence.</summary>
    public static ImmutableArray<KernelField> Fields(ImmutableArray<Expr> roots, NameAllocator names)
    {
        Dictionary<Expr, bool> constant = [];
        foreach (Expr node in ExprOrder.ChildrenFirst(roots, ExprChildren.Of))
        {
            constant[node] = node switch
            {
                Variable variable => variable.Input.Role == InputRole.Hyperparameter,
                Literal or Truth => true,
                Read or Reduce or SumOverOthers or Column or OtherColumn or ColumnCount => false,
                _ => ExprChildren.Of(node).All(child => constant[child]),
            };
        }

        ImmutableArray<KernelField>.Builder fields = ImmutableArray.CreateBuilder<KernelField>();
        foreach (Expr node in ExprOrder.ChildrenFirst(roots, node => constant[node] ? [] : ExprChildren.Of(node)))
        {
            if (constant[node] && node is not Literal and not Truth)
            {
                fields.Add(new(node is Variable ? names.AllocateFor(node) : names.Allocate(Suggest(node)), node));
            }
        }

        return fields.ToImmutable();
    }

    /// <summary>A composite is named for the first hyperparameter in it.</summary>
    private static string Suggest(Expr node) =>
        $"{ExprOrder.ChildrenFirst(node, ExprChildren.Of).OfType<Variable>().First().Input.Name}Constant";
}
