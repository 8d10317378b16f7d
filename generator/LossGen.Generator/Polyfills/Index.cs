namespace System;

/// <summary>What the C# compiler needs for list patterns and <c>^1</c> on netstandard2.0.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int Value => value;

    public bool IsFromEnd => fromEnd;

    public int GetOffset(int length) => fromEnd ? length - value : value;
}
