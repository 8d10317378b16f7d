using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>log(softplus x) is a function of its own, whose derivatives are no quotients of numbers that underflow.</summary>
internal static class LogarithmOfSoftplus
{
    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: Log } log when log[0] is Call { Function: Softplus } softplus => LogSoftplus.Of(softplus[0]),
        Call { Function: XLogY } entropy when entropy[1] is Call { Function: Softplus } softplus => entropy[0] * LogSoftplus.Of(softplus[0]),
        _ => null,
    };
}
