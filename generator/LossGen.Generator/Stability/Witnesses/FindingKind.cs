namespace LossGen.Generator.Stability.Witnesses;

/// <summary>What goes wrong at a witness. Each kind is a rule of its own.</summary>
internal enum FindingKind
{
    /// <summary>The logarithm of a number that is zero or negative.</summary>
    LogarithmOfNonPositive,

    /// <summary>A division by zero, or by a number so small that the quotient overflows.</summary>
    DivisionByZero,

    /// <summary>A finite value with an infinite or undefined derivative: √x at 0, arccos x at ±1.</summary>
    UnboundedGradient,

    /// <summary>A function outside of its domain: arccos 2, √−1.</summary>
    OutsideDomain,

    /// <summary>A number beyond the largest float.</summary>
    Overflow,

    /// <summary>A difference of numbers so close that their rounding errors are what is left of it.</summary>
    Cancellation,

    /// <summary>Zero times infinity: y·log p at y = p = 0.</summary>
    ZeroTimesInfinity,

    /// <summary>A constant that is there to keep a number away from a singularity, and that rounding swallows.</summary>
    VanishingEpsilon,

    /// <summary>A formula for which there is a function that keeps all digits.</summary>
    StableNameExists,

    /// <summary>A formula whose value is right where its derivative is not.</summary>
    GradientOfStableValue,

    /// <summary>A loss that does not vary with a prediction anywhere.</summary>
    GradientIsZero,

    /// <summary>A loss that does not depend on one of its inputs.</summary>
    InputIsIgnored,

    /// <summary>A loss that has no smallest value.</summary>
    UnboundedBelow,

    /// <summary>A second derivative that is negative somewhere.</summary>
    NegativeHessian,

    /// <summary>A point without a derivative.</summary>
    Kinks,
}
