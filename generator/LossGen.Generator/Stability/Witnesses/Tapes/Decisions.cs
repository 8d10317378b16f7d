using System.Collections.Generic;

namespace LossGen.Generator.Stability.Witnesses.Tapes;

/// <summary>
/// The conditions and steps of one evaluation in single precision, in the order in which they come up. Other arithmetics take the same
/// sides, so that what differs is an error and not the other side of a jump.
/// </summary>
internal sealed class Decisions
{
    private readonly List<double> _made = [];
    private int _next;
    private bool _isReplaying;

    public void Record()
    {
        _made.Clear();
        _isReplaying = false;
    }

    public void Replay()
    {
        _next = 0;
        _isReplaying = true;
    }

    /// <summary>The decision that was made here; NaN if it was made of NaN, or is the first.</summary>
    public double Next() => _isReplaying ? _made[_next++] : double.NaN;

    public void Add(double decision)
    {
        if (!_isReplaying)
        {
            _made.Add(decision);
        }
    }
}
