using System;
using System.Collections.Concurrent;
using System.Threading;

namespace LossGen.Generator;

/// <summary>
/// What has been computed of recent inputs. A compiler server and an editor live long and see the same losses again and again, in new models that are equal. Half of what it
/// holds is forgotten when it is full: whatever was not asked for since the last time.
/// </summary>
internal sealed class RecentResults<TInput, TResult>
    where TInput : notnull
{
    /// <summary>Twice as many losses as a large project has.</summary>
    private const int Capacity = 2_000;

    private readonly object _gate = new();

    private ConcurrentDictionary<TInput, TResult> _young = new();

    private ConcurrentDictionary<TInput, TResult> _old = new();

    /// <summary>Whether a result is known.</summary>
    public bool TryGet(TInput input, out TResult result)
    {
        if (Volatile.Read(ref _young).TryGetValue(input, out result))
        {
            return true;
        }

        if (!Volatile.Read(ref _old).TryGetValue(input, out result))
        {
            return false;
        }

        Add(input, result);
        return true;
    }

    /// <summary>The result for an input; computed, by several threads if they ask at once, if it is not known.</summary>
    public TResult GetOrCompute(TInput input, Func<TInput, TResult> compute)
    {
        if (!TryGet(input, out TResult result))
        {
            result = compute(input);
            Add(input, result);
        }

        return result;
    }

    private void Add(TInput input, TResult result)
    {
        ConcurrentDictionary<TInput, TResult> young = Volatile.Read(ref _young);
        young[input] = result;
        if (young.Count <= Capacity / 2)
        {
            return;
        }

        lock (_gate)
        {
            if (_young == young)
            {
                Volatile.Write(ref _old, young);
                Volatile.Write(ref _young, new());
            }
        }
    }
}
