namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>A peer cannot take part on this machine. The message says why, for the report.</summary>
internal sealed class PeerUnavailableException(string message) : Exception(message);
