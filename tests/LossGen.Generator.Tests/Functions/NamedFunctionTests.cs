using LossGen.Generator.Functions;
using Xunit;

namespace LossGen.Generator.Tests.Functions;

public class NamedFunctionTests
{
    [Fact]
    public void Catalog_HasEveryNameOnce_InAlphabeticalOrder()
    {
        string[] names = [.. FunctionCatalog.Named.Select(static function => function.Name)];

        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
        Assert.All(names, static name => Assert.Equal(name, FunctionCatalog.Find(name)?.Name));
    }

    [Fact]
    public void EveryNamedFunction_ButTruncate_IsInLossMath()
    {
        string[] executable = [.. typeof(LossMath).GetMethods().Select(static method => method.Name)];

        Assert.All(
            FunctionCatalog.Named.Select(static function => function.Name).Where(static name => name != "Truncate"),
            name => Assert.Contains(name, executable));
    }
}
