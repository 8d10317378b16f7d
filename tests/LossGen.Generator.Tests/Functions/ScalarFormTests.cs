using System.Collections.Immutable;
using System.Reflection;
using LossGen.Generator.Emission;
using LossGen.Generator.Functions;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Functions;

/// <summary>Every function's form on doubles, by which hyperparameters are computed and batches explained, compiles and computes the function.</summary>
public class ScalarFormTests
{
    private static readonly double[] Numbers = [-2.5, -1, -0.75, 0, 0.25, 0.5, 1, 1.5, 3];

    private static readonly Function[] All =
        [.. FunctionCatalog.Named.Concat(FunctionCatalog.Internal).Concat(FunctionCatalog.Operators).Where(static function => function is not (And or Or or Not))];

    [Fact]
    public void EveryScalarForm_ComputesTheFunction()
    {
        IEnumerable<string> methods = All.Select(static function => $"public static {(function.ExprKind == Model.ExprKind.Condition ? "bool" : "double")} {function.Name}(double[] x) => {Form(function)};");
        Type forms = GeneratedCode.Of(TestCompilation.Create($"public static class Forms {{ {string.Join('\n', methods)} }}")).Load().GetType("Forms", throwOnError: true)!;
        foreach (Function function in All)
        {
            MethodInfo form = forms.GetMethod(function.Name)!;
            foreach (ImmutableArray<double> arguments in Arguments(function))
            {
                object result = form.Invoke(null, [arguments.ToArray()])!;
                double actual = result is bool holds ? holds ? 1 : 0 : (double)result;
                double expected = function.Evaluate(arguments);
                Assert.True(
                    actual.Equals(expected) || Math.Abs(actual - expected) <= 1e-12 * (1 + Math.Abs(expected)),
                    $"{function.Name}({string.Join(", ", arguments)}) is {expected}, but {Form(function)} is {actual}");
            }
        }
    }

    private static string Form(Function function) => ScalarPrinter.PrintCall(function, [.. Enumerable.Range(0, function.Arity).Select(static argument => $"x[{argument}]")]);

    private static IEnumerable<ImmutableArray<double>> Arguments(Function function)
    {
        IEnumerable<ImmutableArray<double>> tuples = [[]];
        for (int argument = 0; argument < function.Arity; argument++)
        {
            tuples = tuples.SelectMany(static tuple => Numbers.Select(number => tuple.Add(number)));
        }

        // A hypotenuse is no shorter than a leg.
        return tuples.Where(tuple => function is not DirectionCosine || tuple[2] >= Math.Max(Math.Abs(tuple[0]), Math.Abs(tuple[1])));
    }
}
