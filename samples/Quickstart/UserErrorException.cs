namespace LossGen.Samples.Quickstart;

/// <summary>Something that the user can mend. Its message is shown as it is, on one line.</summary>
internal sealed class UserErrorException(string message) : Exception(message);
