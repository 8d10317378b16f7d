using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>Expressions that are finite wherever their inputs are, but for products that overflow: 0 times such an expression is 0.</summary>
internal static class TotalFunctions
{
    public static bool IsTotal(this Expr expression) => ExprOrder.ChildrenFirst(expression, ExprChildren.Of).All(static node => node switch
    {
        Call { Function: Divide } quotient => quotient[1] is Literal or ColumnCount || ProductForm.IsHyperparameter(quotient[1]),
        Call { IsCondition: false } call => call.Function
            is Add or Subtract or Multiply or Negate or Square or Cube or Abs or Sign or Max or Min or Clamp or Relu
            or Sigmoid or SoftMaxWeight or Softplus or Tanh or SechSquared or LogCosh
            or Sin or Cos or Atan or Erf or Erfc or Gaussian or HalfGaussian or NormRoot or Hypot or LogAddExp or StopGradient,
        _ => true,
    });
}
