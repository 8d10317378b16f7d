using Xunit;

namespace LossGen.Generator.Tests;

/// <summary>Results are kept while they are asked for, and not for ever.</summary>
public sealed class RecentResultsTests
{
    [Fact]
    public void EqualInputs_AreComputedOnce()
    {
        RecentResults<string, int> results = new();
        int computations = 0;

        for (int round = 0; round < 3; round++)
        {
            Assert.Equal(3, results.GetOrCompute(new string('a', 3), Length));
        }

        Assert.Equal(1, computations);

        int Length(string text)
        {
            computations++;
            return text.Length;
        }
    }

    [Fact]
    public void WhatIsAskedFor_OutlivesWhatIsNot()
    {
        RecentResults<int, int> results = new();
        results.GetOrCompute(-1, static number => number);
        results.GetOrCompute(-2, static number => number);
        for (int number = 0; number < 10_000; number++)
        {
            results.GetOrCompute(number, static number => number);
            Assert.True(results.TryGet(-1, out _));
        }

        Assert.False(results.TryGet(-2, out _));
        Assert.False(results.TryGet(0, out _));
        Assert.True(results.TryGet(9_999, out _));
    }
}
