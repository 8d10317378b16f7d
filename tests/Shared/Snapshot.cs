using System.Runtime.CompilerServices;

namespace LossGen.Testing;

/// <summary>
/// Compares texts with files beside the test: <c>Class.Method#hint.verified.cs</c>. A text that differs is written next to it as
/// <c>.received.cs</c>, and replaces it if the environment variable <c>UPDATE_SNAPSHOTS</c> is 1. The conventions are those of Verify.
/// </summary>
public static class Snapshot
{
    /// <summary>Throws unless the texts are those of the verified files: no more files, no fewer, and the same text in each.</summary>
    public static void Verify(IReadOnlyDictionary<string, string> texts, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        string folder = Path.GetDirectoryName(testFile)!;
        string prefix = $"{Path.GetFileNameWithoutExtension(testFile)}.{test}#";
        List<string> differences = [];
        foreach ((string hint, string text) in texts)
        {
            string path = Path.Combine(folder, $"{prefix}{hint}");
            string verified = path + ".verified.cs";
            string received = path + ".received.cs";
            if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == text)
            {
                File.Delete(received);
                continue;
            }

            bool update = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";
            File.WriteAllText(update ? verified : received, text);
            if (!update)
            {
                differences.Add(received);
            }
        }

        IEnumerable<string> expected = Directory.GetFiles(folder, prefix + "*.verified.cs").Select(static path => Path.GetFileName(path)!);
        differences.AddRange(expected.Except(texts.Keys.Select(hint => $"{prefix}{hint}.verified.cs")).Select(static name => $"{name} was not generated"));
        if (differences.Count > 0)
        {
            throw new InvalidOperationException($"Generated text differs from the snapshot. Compare, then set UPDATE_SNAPSHOTS=1 to accept: {string.Join(", ", differences)}");
        }
    }
}
