using System.CommandLine;
using LossGen.Benchmarks.Comparison;
using LossGen.Benchmarks.Generation;
using LossGen.Benchmarks.Suites;

var root = new RootCommand("Measures LossGen: against its peers, or by itself.")
{
    CompareCommand.Create(),
    MeasureCommand.Create(),
    SuitesCommand.Create(),
    GeneratorCommand.Create(),
    BuildCommand.Create(),
};
return root.Parse(args).Invoke();
