using Xunit;

namespace LossGen.Simd.Tests.Harness;

/// <summary>Remembers the largest error seen, and where.</summary>
public sealed class WorstCase
{
    private double _error = -1;
    private string _where = "nowhere";

    /// <summary>Takes the error of one point.</summary>
    public void Add(double error, Func<string> where)
    {
        if (double.IsNaN(error) || error > _error)
        {
            _error = double.IsNaN(error) ? double.PositiveInfinity : error;
            _where = where();
        }
    }

    /// <summary>Fails where the largest error exceeds the bound; else writes it to the test's output.</summary>
    public void AssertAtMost(double bound)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"worst {_error:f3} ulp at {_where}"));
        Assert.True(_error <= bound, FormattableString.Invariant($"{_error} ulp (at most {bound}) at {_where}"));
    }
}
