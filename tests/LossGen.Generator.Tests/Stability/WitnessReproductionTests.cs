using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses;
using LossGen.Generator.Tests.Parsing;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Stability;

/// <summary>Witnesses against the formula itself, compiled by the C# compiler and computed by <c>LossMath</c>: neither the parser nor the analysis takes part.</summary>
public sealed partial class WitnessReproductionTests
{
    [Fact]
    public void NumbersThatAreNotFinite_AreNotFiniteInTheReference()
    {
        StabilityCase[] cases = [.. StabilityCase.All.Where(static @case => !@case.IsStable && !@case.Expr.Contains("Select", StringComparison.Ordinal) && !@case.Vars.Values.Any(StabilityCaseSource.IsRow))];
        Type references = Compile(cases).GetType("References", throwOnError: true)!;
        int checks = 0;
        for (int index = 0; index < cases.Length; index++)
        {
            StabilityCase @case = cases[index];
            MethodInfo reference = references.GetMethod($"Case{index}")!;
            foreach (Finding finding in Analyse(@case).Where(static finding => !finding.IsGradient && !float.IsFinite(finding.Outcome.Computed)))
            {
                float value = (float)reference.Invoke(null, [.. @case.Vars.Select(variable => (object)Argument(finding.Witness, variable.Key, variable.Value))])!;
                Assert.False(float.IsFinite(value), $"{@case.Expr} is {value.ToString(CultureInfo.InvariantCulture)} at {finding.Witness}");
                checks++;
            }
        }

        Assert.True(checks >= 40, $"{checks} witnesses were tried.");
    }

    private static EquatableArray<Finding> Analyse(StabilityCase @case)
    {
        LossModel model = ParsedLoss.Of(StabilityCaseSource.Source(@case, options: "")) ?? throw new InvalidOperationException(@case.Id);
        return StabilityAnalysis.Of(model, TestContext.Current.CancellationToken);
    }

    private static float Argument(Witness witness, string name, string domain) => StabilityCaseSource.IsHyperparameter(domain)
        ? float.Parse(domain[1..], CultureInfo.InvariantCulture)
        : (float)witness.Inputs.Items.Single(input => input.Name == name).Values[0];

    private static Assembly Compile(StabilityCase[] cases)
    {
        IEnumerable<string> methods = cases.Select(static (@case, index) =>
            $"public static float Case{index}({string.Join(", ", @case.Vars.Keys.Select(static name => $"float {name}"))}) => {Number().Replace(StabilityCaseSource.Translate(@case.Expr), "$0f")};");
        return new GeneratedCode(TestCompilation.Create($"{TestCompilation.Usings}public static class References\n{{\n{string.Join('\n', methods)}\n}}"), []).Load();
    }

    [GeneratedRegex(@"(?<![\w.])\d+(\.\d+)?([eE][+-]?\d+)?")]
    private static partial Regex Number();
}
