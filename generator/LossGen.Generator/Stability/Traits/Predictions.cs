using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Traits;

/// <summary>Where predictions enter an expression.</summary>
internal static class Predictions
{
    public static bool IsReading(Expr node) => node is Variable { Input.Role: InputRole.Prediction } or Read { Row.Role: InputRole.Prediction };

    /// <summary>Whether the expression varies with a prediction.</summary>
    public static bool Enter(Expr expression) => ExprOrder.ChildrenFirst(expression, ExprChildren.Of).Any(IsReading);
}
