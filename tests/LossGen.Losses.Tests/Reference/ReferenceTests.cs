using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>Declared losses against the 20-digit table: value, gradient and Hessian within 1e-13 in double and 1e-6 in float, extremes included.</summary>
public sealed class ReferenceTests
{
    private const double DoubleTolerance = 1e-13;
    private const double SingleTolerance = 1e-6;

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (ReferenceSubject subject in ReferenceSubject.All)
            {
                cases.Add(subject.Loss, subject.Parameters);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loss_InDouble_AgreesWithTheTable(string loss, string parameters) =>
        AssertAll<double>(loss, parameters, DoubleTolerance);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loss_InFloat_AgreesWithTheTable(string loss, string parameters) =>
        AssertAll<float>(loss, parameters, SingleTolerance);

    [Fact]
    public void Declarations_CoverMoreThanSixtyLossesOfTheTable() => Assert.True(ReferenceSubject.All.Select(static subject => subject.Loss).Distinct().Count() >= 60);

    private static void AssertAll<T>(string loss, string parameters, double tolerance)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        ReferenceSubject subject = ReferenceSubject.All.Single(candidate => candidate.Loss == loss && candidate.Parameters == parameters);
        Assert.DoesNotContain(ReferenceComparison.Of<T>(subject), comparison => comparison.Error > tolerance);
    }
}
