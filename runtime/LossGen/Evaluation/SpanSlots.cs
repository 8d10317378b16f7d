using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>Up to eight named spans, in order: what an array of spans would be if spans could be elements of arrays.</summary>
internal ref struct SpanSlots<TElement>
{
    internal const int Capacity = 8;

    internal ReadOnlySpan<TElement> Slot0;
    internal ReadOnlySpan<TElement> Slot1;
    internal ReadOnlySpan<TElement> Slot2;
    internal ReadOnlySpan<TElement> Slot3;
    internal ReadOnlySpan<TElement> Slot4;
    internal ReadOnlySpan<TElement> Slot5;
    internal ReadOnlySpan<TElement> Slot6;
    internal ReadOnlySpan<TElement> Slot7;
    private SlotNames _names;

    internal int Count { readonly get; private set; }

    internal readonly ReadOnlySpan<TElement> this[int position] => position switch
    {
        0 => Slot0,
        1 => Slot1,
        2 => Slot2,
        3 => Slot3,
        4 => Slot4,
        5 => Slot5,
        6 => Slot6,
        _ => Slot7,
    };

    internal readonly string Name(int position) => _names[position];

    internal void Add(ReadOnlySpan<TElement> values, string name, int capacity)
    {
        if (Count >= capacity)
            throw new InvalidOperationException($"{name} is one too many: a batch holds at most {capacity} inputs or outputs of a kind.");

        switch (Count)
        {
            case 0: Slot0 = values; break;
            case 1: Slot1 = values; break;
            case 2: Slot2 = values; break;
            case 3: Slot3 = values; break;
            case 4: Slot4 = values; break;
            case 5: Slot5 = values; break;
            case 6: Slot6 = values; break;
            default: Slot7 = values; break;
        }

        _names[Count++] = name;
    }

    [InlineArray(Capacity)]
    private struct SlotNames
    {
        private string _first;
    }
}
