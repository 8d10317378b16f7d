using System.Globalization;
using System.Reflection;

namespace LossGen.Losses.Tests;

/// <summary>A sample of a peer: inputs in declaration order, and what the peer makes of them; null where it defines something else.</summary>
internal sealed record PeerSample(double[] Inputs, double? Value, double?[] Slopes);

/// <summary>A loss of the catalogue as a peer's table names it, with what the peer computes.</summary>
/// <param name="Name">The class and its options, and the peer's expression.</param>
/// <param name="Subject">The loss.</param>
/// <param name="Samples">The samples.</param>
internal sealed record PeerLoss(string Name, object Subject, List<PeerSample> Samples)
{
    /// <summary>The losses of <c>Data/peers.tsv</c>; <c>make_peers.py</c> beside it says what its lines are.</summary>
    public static IReadOnlyList<PeerLoss> All { get; } = Read();

    private static List<PeerLoss> Read()
    {
        using StreamReader reader = new(typeof(PeerLoss).Assembly.GetManifestResourceStream("peers.tsv")!);
        List<PeerLoss> losses = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                losses.Add(new(line[2..], Create(line[2..line.IndexOf(" #", StringComparison.Ordinal)].Split(' ')), []));
                continue;
            }

            double?[][] fields = [.. line.Split('\t').Select(static field => field.Split(' ').Select(Parse).ToArray())];
            losses[^1].Samples.Add(new([.. fields[0].Select(static input => input!.Value)], fields[1][0], fields[2]));
        }

        return losses;
    }

    /// <summary>The class of the first word, made with the options of the others.</summary>
    private static object Create(string[] words)
    {
        Dictionary<string, string> options = words.Skip(1).Select(static word => word.Split('=')).ToDictionary(static option => option[0], static option => option[1]);
        Type type = typeof(SquaredErrorLoss).Assembly.GetType($"LossGen.Losses.{words[0]}", throwOnError: true)!;
        ConstructorInfo constructor = type.GetConstructors().First(candidate => options.Keys.All(option => candidate.GetParameters().Any(parameter => parameter.Name == option)));
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            options.TryGetValue(parameter.Name!, out string? text) ? Convert.ChangeType(text, parameter.ParameterType, CultureInfo.InvariantCulture) : parameter.DefaultValue)]);
    }

    private static double? Parse(string text) => text switch
    {
        "-" => null,
        "inf" => double.PositiveInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
