namespace LossGen.Constants;

/// <summary>A loss as a function of one number.</summary>
internal interface ISlopeFunction
{
    Slope At(double x);

    /// <summary>Of two neighbouring numbers, between which the loss has a kink, the one that it has it at: a target or 0, if one of them is one.</summary>
    double KinkOf(double low, double high);
}
