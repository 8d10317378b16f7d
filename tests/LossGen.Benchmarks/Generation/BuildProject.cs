using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LossGen.Benchmarks.Generation;

/// <summary>A console project in a temporary folder, with LossGen as its package brings it: the runtime as a reference, the generator as an analyzer.</summary>
internal sealed class BuildProject : IDisposable
{
    private const string Usings = "using LossGen;\nusing System.ComponentModel.DataAnnotations;\nusing static LossGen.LossMath;\n";

    private const int LossesPerFile = 10;

    private readonly string _folder;

    private BuildProject(string folder) => _folder = folder;

    /// <summary>The number of files that declare losses.</summary>
    public int Files { get; private set; }

    /// <summary>Writes a project with so many losses, and restores it.</summary>
    /// <exception cref="InvalidOperationException">The restore failed.</exception>
    public static BuildProject Create(int losses)
    {
        var project = new BuildProject(Directory.CreateTempSubdirectory("lossgen-build").FullName);
        project.Write("Program.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <Nullable>enable</Nullable>
                <!-- A generator that failed, or was not loaded. -->
                <WarningsAsErrors>CS8784;CS8785;CS8032</WarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(LossAttribute).Assembly.Location}" />
                <Analyzer Include="{Path.Combine(AppContext.BaseDirectory, "LossGen.Generator.dll")}" />
              </ItemGroup>
            </Project>
            """);
        project.Write("Program.cs", "System.Console.WriteLine(\"It runs.\");\n");
        for (int file = 0; file * LossesPerFile < losses; file++)
        {
            IEnumerable<int> numbers = Enumerable.Range(file * LossesPerFile, Math.Min(LossesPerFile, losses - (file * LossesPerFile)));
            var text = new StringBuilder(Usings).Append(CultureInfo.InvariantCulture, $"namespace Losses{file % 7};\n");
            foreach (int number in numbers)
            {
                text.Append(LossTemplates.SourceOf(number)).Append('\n');
            }

            project.Write($"Losses{file}.cs", text.ToString());
            project.Files++;
        }

        project.Run(false, "restore");
        return project;
    }

    /// <summary>Builds everything anew.</summary>
    /// <param name="hasServer">Whether the compiler is a server that outlives the build, which is the default of the SDK.</param>
    /// <param name="options">Further options of <c>dotnet build</c>.</param>
    /// <returns>The time from the start of the command to its end.</returns>
    /// <exception cref="InvalidOperationException">The build failed.</exception>
    public TimeSpan Build(bool hasServer, params IEnumerable<string> options)
    {
        long start = Stopwatch.GetTimestamp();
        Run(hasServer, ["build", "--no-restore", "-t:Rebuild", "-v", "q", .. options]);
        return Stopwatch.GetElapsedTime(start);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private void Run(bool hasServer, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["UseSharedCompilation"] = hasServer ? "true" : "false";
        start.Environment["MSBUILDDISABLENODEREUSE"] = hasServer ? "0" : "1";
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(output);
        }
    }
}
