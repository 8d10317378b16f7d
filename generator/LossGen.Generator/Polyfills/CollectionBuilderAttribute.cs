namespace System.Runtime.CompilerServices;

/// <summary>What the C# compiler needs for collection expressions of our own types on netstandard2.0.</summary>
[System.AttributeUsage(System.AttributeTargets.Class | System.AttributeTargets.Struct | System.AttributeTargets.Interface)]
internal sealed class CollectionBuilderAttribute(System.Type builderType, string methodName) : System.Attribute
{
    public System.Type BuilderType { get; } = builderType;

    public string MethodName { get; } = methodName;
}
