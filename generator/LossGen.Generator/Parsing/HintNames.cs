using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Parsing;

/// <summary>Names of generated files.</summary>
internal static class HintNames
{
    /// <summary>Namespace, containing types with their arity, and name: no two types share one. Two that differ in case alone clash (see <see cref="LossTypeClashes"/>).</summary>
    public static string Of(LossType type)
    {
        string path = string.Join(".", type.ContainingTypes.Items.Add(type.Header).Select(static header => Plain(header)));
        return $"{(type.Namespace is null ? string.Empty : type.Namespace.Replace("@", string.Empty) + ".")}{path}.g.cs";
    }

    private static string Plain(TypeHeader header)
    {
        int arity = header.TypeParameters.Length == 0 ? 0 : header.TypeParameters.Count(static character => character == ',') + 1;
        return header.Name.TrimStart('@') + (arity == 0 ? string.Empty : $"-{arity}");
    }
}
