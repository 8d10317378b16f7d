namespace LossGen.Generator.Stability.Witnesses.Tapes;

/// <summary>What a step of a tape does.</summary>
internal enum TapeOperation
{
    Constant,

    /// <summary>A scalar input.</summary>
    Scalar,

    /// <summary>An element of a row, at the index that its child computes.</summary>
    Element,
    Column,
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,

    /// <summary>A function with partial derivatives of its own.</summary>
    Call,

    /// <summary>A condition, or a function with steps: its result is taken from single precision in all arithmetics.</summary>
    Decision,

    /// <summary>One of two numbers.</summary>
    Choice,
    Reduction,
}
