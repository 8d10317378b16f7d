namespace System.Runtime.CompilerServices;

/// <summary>What the C# compiler needs for <c>init</c> accessors and records on netstandard2.0.</summary>
internal static class IsExternalInit;
