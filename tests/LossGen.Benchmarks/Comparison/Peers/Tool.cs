using System.ComponentModel;
using System.Diagnostics;

namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>Programs of other makers.</summary>
internal static class Tool
{
    /// <summary>Starts a program with redirected streams.</summary>
    /// <exception cref="PeerUnavailableException">It is not installed.</exception>
    internal static Process Start(string program, string arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception exception)
        {
            throw new PeerUnavailableException($"{program} could not be started: {exception.Message}");
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="PeerUnavailableException">It is not installed or fails.</exception>
    internal static void Run(string program, string arguments)
    {
        using Process process = Start(program, arguments);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = process.StandardError.ReadToEnd();
        output.Wait();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new PeerUnavailableException($"{program} failed: {LastLine(errors)}");
    }

    /// <summary>The last line that is not blank: where programs put the cause.</summary>
    internal static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("no message");
}
