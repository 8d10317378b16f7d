using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>What is no part of a prediction: constants, hyperparameters and targets, one number of each sample or of each column.</summary>
internal static class Given
{
    public static bool Is(Expr expression) => !ExprOrder.ChildrenFirst(expression, ExprChildren.Of)
        .Any(static node => node is Variable { Input.Role: InputRole.Prediction } or Read { Row.Role: InputRole.Prediction } or Reduce);
}
