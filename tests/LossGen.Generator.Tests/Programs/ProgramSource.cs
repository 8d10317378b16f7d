using System.Collections.Immutable;
using System.Globalization;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Programs;

/// <summary>The random losses of a test run. A number always makes the same program: a failure is reproduced by its number alone.</summary>
internal static class ProgramSource
{
    /// <summary>How many losses of elements a test run looks at.</summary>
    public const int ElementPrograms = 14_000;

    /// <summary>How many losses over rows.</summary>
    public const int RowPrograms = 6_000;

    /// <summary>How many losses of pairs. Each takes about twice as long as one over rows.</summary>
    public const int PairPrograms = 1_500;

    /// <summary>The number of columns that every program may index.</summary>
    public const int FewestColumns = 2;

    private const int MostColumns = 5;

    private const int LargestSize = 9;

    private const int PointsPerProgram = 3;

    /// <summary>Numbers that make ties, kinks and exact arithmetic.</summary>
    private static readonly double[] SpecialNumbers = [0, 1, -1, 0.5, -0.5, 2, -2, 3, 0.25];

    private static readonly LinkKind[] Links = [LinkKind.Sigmoid, LinkKind.Exp, LinkKind.Softplus, LinkKind.Tanh];

    /// <summary>A loss that is applied element by element.</summary>
    public static RandomProgram Element(int number) => Program(number, new Random(number), isRow: false);

    /// <summary>A loss over rows.</summary>
    public static RandomProgram Row(int number) => Program(number, new Random(int.MaxValue - number), isRow: true);

    /// <summary>A loss over rows with sums over pairs of columns.</summary>
    public static RandomProgram Pairs(int number) => Program(number, new Random((int.MaxValue / 2) + number), isRow: true, isOfPairs: true);

    private static RandomProgram Program(int number, Random random, bool isRow, bool isOfPairs = false)
    {
        ImmutableArray<LossParameter> parameters = isRow ? RowParameters(random) : ElementParameters(random);
        ProgramWriter writer = new(random, parameters);
        Expr formula;
        do
        {
            int size = 1 + random.Next(LargestSize);
            formula = isOfPairs ? writer.OfPairs(size) : writer.Scalar(size);
        }
        while (!ReadsAPrediction(formula) || (isOfPairs && !HasPairs(formula)));

        LossModel model = new(
            new LossType($"Program{number.ToString(CultureInfo.InvariantCulture)}", [], new("public", "class", "RandomLoss", ""), CompletesPartialType: false, "object", HasBaseClass: false),
            "a random formula",
            "A random loss.",
            parameters.ToEquatableArray(),
            new Formula(formula),
            new LossOptions(HessianPolicyKind.Exact, "Sum", Stabilize: random.Next(5) > 0),
            isRow ? FewestColumns : 0,
            HasFixedColumns: false);
        ImmutableArray<ProgramPoint> points = [.. Enumerable.Range(0, PointsPerProgram).Select(point => Point(random, parameters, isSpecial: point == 0))];
        return new(number, model, [.. points.Select(point => point.WithHyperparametersOf(points[0]))]);
    }

    private static bool ReadsAPrediction(Expr formula) => ExprOrder.ChildrenFirst(formula, ExprChildren.Of)
        .Any(static node => node is Variable { Input.Role: InputRole.Prediction } or Read { Row.Role: InputRole.Prediction });

    private static bool HasPairs(Expr formula) => ExprOrder.ChildrenFirst(formula, ExprChildren.Of).Any(static node => node is SumOverOthers);

    private static ImmutableArray<LossParameter> ElementParameters(Random random) =>
    [
        .. Scalars(InputRole.Prediction, 1 + (random.Next(4) / 3), "prediction", random),
        .. Scalars(InputRole.Target, random.Next(3), "target", random),
        .. Hyperparameters(random),
    ];

    private static ImmutableArray<LossParameter> RowParameters(Random random)
    {
        int rows = 1 + (random.Next(4) / 3);
        int scalars = random.Next(5) / 4;
        int targetRows = random.Next(2);
        return
        [
            .. Enumerable.Range(0, rows).Select(position => Row(InputRole.Prediction, position, $"scores{position}", random.Next(12) == 0 ? LinkKind.SoftMax : Link(random))),
            .. Enumerable.Range(0, scalars).Select(position => Scalar(InputRole.Prediction, rows + position, $"scalar{position}", Link(random))),
            .. Enumerable.Range(0, targetRows).Select(static position => Row(InputRole.Target, position, $"targets{position}", LinkKind.Identity)),
            .. Enumerable.Range(0, random.Next(2)).Select(position => Scalar(InputRole.Target, targetRows + position, $"target{position}", LinkKind.Identity)),
            .. Scalars(InputRole.Label, random.Next(2), "label", random),
            .. Hyperparameters(random),
        ];
    }

    private static IEnumerable<LossParameter> Scalars(InputRole role, int count, string name, Random random) =>
        Enumerable.Range(0, count).Select(position => Scalar(role, position, $"{name}{position}", role == InputRole.Prediction ? Link(random) : LinkKind.Identity));

    private static IEnumerable<LossParameter> Hyperparameters(Random random) => Enumerable.Range(0, random.Next(3))
        .Select(position => new LossParameter(
            new(InputRole.Hyperparameter, position, $"parameter{position}"), false, random.Next(5) == 0 ? "bool" : "double", null, Domain.Undeclared, LinkKind.Identity));

    private static LossParameter Scalar(InputRole role, int position, string name, LinkKind link) =>
        new(new(role, position, name), false, role == InputRole.Label ? "int" : "double", null, Domain.Undeclared, link);

    private static LossParameter Row(InputRole role, int position, string name, LinkKind link) =>
        new(new(role, position, name), true, "Row", null, Domain.Undeclared, link);

    private static LinkKind Link(Random random) => random.Next(12) == 0 ? Links[random.Next(Links.Length)] : LinkKind.Identity;

    private static ProgramPoint Point(Random random, ImmutableArray<LossParameter> parameters, bool isSpecial)
    {
        int columns = random.Next(FewestColumns, MostColumns + 1);
        return new(
            columns,
            parameters.Where(static parameter => !parameter.IsRow).ToDictionary(static parameter => parameter.Input, parameter => parameter.Type switch
            {
                "bool" => random.Next(2),
                "int" => random.Next(columns),
                _ => Number(),
            }),
            parameters.Where(static parameter => parameter.IsRow).ToDictionary(static parameter => parameter.Input, _ => Enumerable.Range(0, columns).Select(_ => Number()).ToArray()));

        double Number() => random.Next(isSpecial ? 1 : 10) switch
        {
            0 when isSpecial => SpecialNumbers[random.Next(SpecialNumbers.Length)],
            < 6 => (random.NextDouble() * 6) - 3,
            < 8 => random.NextDouble(),
            8 => (random.NextDouble() * 60) - 30,
            _ => Math.ScaleB((random.NextDouble() * 2) - 1, random.Next(-20, 4)),
        };
    }
}
