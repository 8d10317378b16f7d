namespace LossGen.Losses.Tests;

/// <summary>A loss of the reference table with parameters of the table, and the loss that is to agree with it.</summary>
internal sealed record ReferenceSubject(string Loss, string Parameters, object Subject)
{
    public static ReferenceSubject[] All { get; } = [.. RegressionSubjects.All, .. BinarySubjects.All, .. LikelihoodSubjects.All, .. RowSubjects.All];
}
