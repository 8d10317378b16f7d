using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>Tells functions that take a polynomial or more from operations that take an instruction or two.</summary>
internal static class LongOperation
{
    /// <summary>Whether a number takes longer to compute than to store and load.</summary>
    public static bool Is(Expr node) =>
        node is Call
        {
            IsCondition: false,
            Function: not (Add or Subtract or Multiply or MultiplyAdd or Divide or Negate or Abs or MinusAbs or WithSign or Max or Min or Square or Cube or Relu or Clamp or Sign or Sqrt
                or StopGradient or Floor or Ceiling or Round or Truncate or DispatchedMultiple),
        };
}
