using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Tests.Oracles;
using Xunit;

namespace LossGen.Generator.Tests.Functions;

public class PrintingTests
{
    private static Expr X => Examples.X;

    private static Expr Y => Examples.Y;

    public static TheoryData<string, string> Snapshots => new()
    {
        { Square.Of(X - Y).ToString(), "(x − y)²" },
        { Cube.Of(-X).ToString(), "−x³" },
        { (2 * Square.Of(X)).ToString(), "2·x²" },
        { Square.Of(Square.Of(X)).ToString(), "(x²)²" },
        { Exp.Of(-X).ToString(), "e^(−x)" },
        { Exp.Of(X + Y).ToString(), "e^(x + y)" },
        { Exp.Of(-Square.Of(X - Y)).ToString(), "e^(−(x − y)²)" },
        { (X * ExpM1.Of(Y)).ToString(), "x·(e^y − 1)" },
        { Pow.Of(1 - X, Y).ToString(), "(1 − x)^y" },
        { Pow.Of(X, 2.5).ToString(), "x^2.5" },
        { Sqrt.Of(1 + Square.Of(X)).ToString(), "√(1 + x²)" },
        { Hypot.Of(X, Y + 1).ToString(), "√(x² + (y + 1)²)" },
        { Cbrt.Of(X).ToString(), "∛(x)" },
        { Abs.Of(X - Y).ToString(), "|x − y|" },
        { (Floor.Of(X) + Ceiling.Of(Y)).ToString(), "⌊x⌋ + ⌈y⌉" },
        { LogGamma.Of(X).ToString(), "logΓ(x)" },
        { ForwardDerivative.Of(LogGamma.Of(X), Examples.X).ToString(), "ψ(x)" },
        { ForwardDerivative.Of(Digamma.Of(X), Examples.X).ToString(), "ψ′(x)" },
        { ForwardDerivative.Of(Tanh.Of(X), Examples.X).ToString(), "sech²(x)" },
        { ForwardDerivative.Of(Asin.Of(X), Examples.X).ToString(), "1 / √(1 − x²)" },
        { ForwardDerivative.Of(Hypot.Of(X, Y), Examples.X).ToString(), "x / √(x² + y²)" },
        { ForwardDerivative.Of(Relu.Of(X), Examples.X).ToString(), "x > 0 ? 1 : 0" },
        { XLogY.Of(X, Y + 1).ToString(), "x·log(y + 1)" },
        { XLogP1Y.Of(X + 1, Y).ToString(), "(x + 1)·log(1 + y)" },
        { LogP1.Of(X - Y).ToString(), "log(1 + x − y)" },
        { Log1MExp.Of(X).ToString(), "log(1 − e^x)" },
        { Log.Of(Erfc.Of(X - Y)).ToString(), "log(erfc(x − y))" },
        { LogHalfErfc.Of(-X).ToString(), "log(½·erfc(−x))" },
        { LogSoftplus.Of(-X).ToString(), "log(softplus(−x))" },
        { (Y - ForwardDerivative.Of(LogSoftplus.Of(X), Examples.X)).ToString(), "y − σ(x) / softplus(x)" },
        { LogSoftplusCurvature.Of(X).ToString(), "σ(x) / softplus(x)·(σ(−x) − σ(x) / softplus(x))" },
        { ForwardDerivative.Of(LogErfc.Of(X), Examples.X).ToString(), "−(2/√π·e^(−x²) / erfc(x))" },
        { LogAddExp.Of(X, -Y).ToString(), "log(e^x + e^(−y))" },
        { LogSigmoid.Of(X).ToString(), "−softplus(−x)" },
        { SoftMaxWeight.Of(X, Y).ToString(), "softmax(x)" },
        { Max.Of(X, 0).ToString(), "max(x, 0)" },
        { Clamp.Of(X, 0, 1).ToString(), "clamp(x, 0, 1)" },
        { Build.Call(Remainder.Instance, X * Y, -Y).ToString(), "x·y % −y" },
        { Log2.Of(X).ToString(), "log₂(x)" },
    };

    [Theory]
    [MemberData(nameof(Snapshots))]
    public void Formula_PrintsAsPlainMathematics(string actual, string expected) => Assert.Equal(expected, actual);
}
