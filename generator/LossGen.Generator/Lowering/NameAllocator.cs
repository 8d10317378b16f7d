using System;
using System.Collections.Generic;
using System.Globalization;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>Hands out names of locals: the wanted one, or that with the smallest number which makes it new.</summary>
internal sealed class NameAllocator(IReadOnlyDictionary<Expr, string>? given = null)
{
    /// <summary>C# keywords that a lower-case name could be, and the names that generated methods use themselves.</summary>
    private static readonly string[] Reserved =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate",
        "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in",
        "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private",
        "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
        "at", "kernel", "order", "row", "sink", "V", "T",
    ];

    private static readonly HashSet<string> ReservedNames = new(Reserved, StringComparer.Ordinal);

    /// <summary>What generated code numbers: locals like <c>pass1</c>, types like <c>Pass1</c> and <c>Pairs1</c>.</summary>
    private static readonly HashSet<string> NumberedNames = new(["pass", "pairs"], StringComparer.OrdinalIgnoreCase);

    /// <summary>With a capital letter first, as fields are called: x and X would be one field.</summary>
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>For names beside those of a loss's parameters.</summary>
    public static NameAllocator Beside(LossModel model)
    {
        NameAllocator names = new();
        foreach (LossParameter parameter in model.Parameters)
        {
            names.Allocate(parameter.Input.Name);
        }

        return names;
    }

    /// <summary>A name for a subexpression: the author's own if it was a local of the source, else what a reader would call it.</summary>
    public string AllocateFor(Expr node) => Allocate(given is not null && given.TryGetValue(node, out string? name) ? name : LocalNames.Suggest(node));

    public string Allocate(string wanted)
    {
        if (NumberedNames.Contains(wanted.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')))
        {
            wanted += "_";
        }

        string name = wanted;
        for (int number = 2; ReservedNames.Contains(name) || !_taken.Add(Capitalised(name)); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static string Capitalised(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>A copy that goes its own way: a scope inside this one.</summary>
    public NameAllocator Fork()
    {
        NameAllocator fork = new(given);
        fork._taken.UnionWith(_taken);
        return fork;
    }
}
