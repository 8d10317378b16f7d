using System.Collections.Immutable;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Tests.Programs;

namespace LossGen.Generator.Tests.Stability.Ranges;

/// <summary>The nodes of some graphs, every node once and after its children, to be evaluated at many samples.</summary>
internal sealed class NodeTape
{
    private readonly ImmutableArray<Entry> _entries;

    private readonly Dictionary<Expr, int> _places = [];

    public NodeTape(params ImmutableArray<Expr> roots)
    {
        foreach (Expr node in ExprOrder.ChildrenFirst(roots, ExprChildren.Of))
        {
            _places.Add(node, _places.Count);
        }

        _entries = [.. _places.Keys.Select(node => new Entry(node, [.. ExprChildren.Of(node).Select(PlaceOf)], node.Indices))];
    }

    public int Count => _entries.Length;

    public int PlaceOf(Expr node) => _places[node];

    public Expr NodeAt(int place) => _entries[place].Node;

    public ImmutableArray<int> ChildrenOf(int place) => _entries[place].Children;

    /// <summary>The places of all nodes of the graph that ends at a place.</summary>
    public ImmutableArray<int> Below(int root)
    {
        bool[] isBelow = new bool[root + 1];
        isBelow[root] = true;
        for (int place = root; place >= 0; place--)
        {
            if (isBelow[place])
            {
                foreach (int child in _entries[place].Children)
                {
                    isBelow[child] = true;
                }
            }
        }

        return [.. Enumerable.Range(0, root + 1).Where(place => isBelow[place])];
    }

    /// <summary>The values of all nodes at one sample, operation by operation.</summary>
    public NodeValues At(ProgramPoint point, ElementType type) => new(this, point, type);

    /// <summary>The number of a value among those of its node: one for each column where the node depends on that, of pairs one for each pair.</summary>
    public int IndexOf(int place, int column, int other, int columns)
    {
        IndexSet indices = _entries[place].Indices;
        return indices.HasOthers ? (column * columns) + other : indices.IsEmpty ? 0 : column;
    }

    /// <summary>How many values a node has.</summary>
    public int CountOf(int place, int columns)
    {
        IndexSet indices = _entries[place].Indices;
        return indices.HasOthers ? columns * columns : indices.IsEmpty ? 1 : columns;
    }

    private sealed record Entry(Expr Node, ImmutableArray<int> Children, IndexSet Indices);
}
