using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Generator.Parsing;

/// <summary>Finds what a misspelt name was meant to be.</summary>
internal static class Spelling
{
    /// <summary>What other libraries call functions of the language.</summary>
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Average"] = "Mean",
        ["Ceil"] = "Ceiling",
        ["Clip"] = "Clamp",
        ["Expit"] = "Sigmoid",
        ["Lgamma"] = "LogGamma",
        ["Ln"] = "Log",
        ["Log1p"] = "LogP1",
        ["Logistic"] = "Sigmoid",
        ["Lse"] = "LogSumExp",
        ["Maximum"] = "Max",
        ["Minimum"] = "Min",
        ["Power"] = "Pow",
        ["Prod"] = "Product",
        ["Sqr"] = "Square",
        ["Where"] = "Select",
        ["Xlog1py"] = "XLogP1Y",
    };

    /// <summary>The candidate that was meant, if one is near.</summary>
    public static Suggestion Suggest(string name, IEnumerable<string> candidates)
    {
        string[] known = [.. candidates];
        if (Synonyms.TryGetValue(name, out string? synonym) && known.Contains(synonym))
        {
            return new Suggestion(synonym);
        }

        (string? Name, int Distance) best = (null, Math.Min(2, name.Length / 2) + 1);
        foreach (string candidate in known)
        {
            int distance = string.Equals(name, candidate, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(name, candidate, best.Distance);
            if (distance < best.Distance)
            {
                best = (candidate, distance);
            }
        }

        return new Suggestion(best.Name);
    }

    /// <summary>
    /// The number of insertions, deletions, replacements and exchanges of neighbours between two names (Damerau 1964, each place edited
    /// once), case ignored; the limit if that is less.
    /// </summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) >= limit)
        {
            return limit;
        }

        left = left.ToLowerInvariant();
        right = right.ToLowerInvariant();
        int[] beforePrevious = [];
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int row = 1; row <= left.Length; row++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = row;
            for (int column = 1; column <= right.Length; column++)
            {
                int replacement = left[row - 1] == right[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(current[column - 1], previous[column]) + 1, previous[column - 1] + replacement);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    current[column] = Math.Min(current[column], beforePrevious[column - 2] + 1);
                }
            }

            (beforePrevious, previous) = (previous, current);
        }

        return Math.Min(previous[right.Length], limit);
    }
}
