using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Parsing;

/// <summary>
/// Losses that would become the same class. Names that differ in case alone clash, too: they would share a file, and two files of
/// one name make the compiler drop all that a generator has made.
/// </summary>
internal static class LossTypeClashes
{
    /// <summary>The losses whose class no other loss claims, in their order.</summary>
    public static ImmutableArray<LossModel> Remove(ImmutableArray<LossModel> models)
    {
        Dictionary<string, int> claims = new(StringComparer.OrdinalIgnoreCase);
        foreach (LossModel model in models)
        {
            string name = HintNames.Of(model.Type);
            claims.TryGetValue(name, out int count);
            claims[name] = count + 1;
        }

        return claims.Count == models.Length ? models : [.. models.Where(model => claims[HintNames.Of(model.Type)] == 1)];
    }
}
