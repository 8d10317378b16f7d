using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Programs;

/// <summary>
/// Writes random formulas. Arguments of functions with a limited domain are brought into it most of the time, so that most
/// programs are defined at most points; the rest shows what happens at the borders.
/// </summary>
internal sealed class ProgramWriter(Random random, IReadOnlyList<LossParameter> parameters)
{
    private static readonly double[] Constants = [0, 1, 2, 3, 0.5, 0.25, -1, -2, 0.1, 1.5, 4, 10, 0.05, 0.7, -0.3];

    private static readonly Function[] AnywhereDefined =
    [
        Abs.Instance, Asinh.Instance, Atan.Instance, Cbrt.Instance, Cos.Instance, Cube.Instance, Erf.Instance, Erfc.Instance, ExpM1.Instance, LogCosh.Instance,
        LogErfc.Instance, Relu.Instance, Sigmoid.Instance, Sin.Instance, Softplus.Instance, Square.Instance, StopGradient.Instance, Tanh.Instance, Exp.Instance, Negate.Instance,
    ];

    private static readonly Function[] FastGrowing = [Cosh.Instance, Exp.Instance, Exp2.Instance, Sinh.Instance, Tan.Instance];

    private static readonly Function[] Stepwise = [Ceiling.Instance, Floor.Instance, Round.Instance, Sign.Instance, Truncate.Instance];

    private static readonly Function[] OfPositive = [Digamma.Instance, Log.Instance, Log10.Instance, Log2.Instance, LogGamma.Instance, LogP1.Instance, Sqrt.Instance];

    private static readonly Function[] OfUnit = [Acos.Instance, Asin.Instance, Atanh.Instance];

    private static readonly Function[] Comparisons =
        [Equal.Instance, GreaterThan.Instance, GreaterThanOrEqual.Instance, LessThan.Instance, LessThanOrEqual.Instance, NotEqual.Instance];

    private static readonly ReductionKind[] Reductions =
        [ReductionKind.Sum, ReductionKind.Sum, ReductionKind.Sum, ReductionKind.LogSumExp, ReductionKind.LogSumExp, ReductionKind.Max, ReductionKind.Min, ReductionKind.Product];

    /// <summary>Whether what is being written is of pairs of columns, and may read the other one.</summary>
    private bool _isOfPairs;

    private bool HasRows => parameters.Any(static parameter => parameter.IsRow);

    /// <summary>A number of the sample with about <paramref name="size"/> operations.</summary>
    public Expr Scalar(int size) => Number(size, byColumn: false);

    /// <summary>A number of the sample that is made of sums over pairs of columns.</summary>
    public Expr OfPairs(int size) => random.Next(6) switch
    {
        0 => Build.Add(SumOverPairs(size), Scalar(size / 2)),
        1 => Build.Multiply(SumOverPairs(size), SumOverPairs(size / 2)),
        2 => Build.Call(Pick(AnywhereDefined), SumOverPairs(size)),
        3 => SumOverPairs(size) / (1 + Abs.Of(SumOverPairs(size / 2))),
        _ => SumOverPairs(size),
    };

    private Expr SumOverPairs(int size)
    {
        _isOfPairs = true;
        Expr term = Number(size, byColumn: true);
        _isOfPairs = false;
        return Build.SumOverPairs(term);
    }

    private Expr Number(int size, bool byColumn)
    {
        if (size <= 0)
        {
            return Leaf(byColumn);
        }

        if (HasRows && !byColumn && Chance(0.4))
        {
            return RowNumber(size);
        }

        return random.Next(20) switch
        {
            < 3 => Build.Add(Part(), Part()),
            < 6 => Build.Subtract(Part(), Part()),
            < 9 => Build.Multiply(Part(), Part()),
            9 => Build.Divide(Part(), Chance(0.8) ? Positive(Rest(), byColumn) : Part()),
            < 13 => Build.Call(Pick(AnywhereDefined), Whole()),
            13 => Limited(size, byColumn),
            14 => Build.Select(Condition(size / 3, byColumn), Part(), Part()),
            15 => Guarded(size, byColumn),
            16 => OfTwo(size, byColumn),
            17 => Disguised(size, byColumn),
            18 => Chance(0.3) ? Build.Call(Pick(Stepwise), Whole()) : Build.Call(Pick(FastGrowing), Chance(0.5) ? Tanh.Of(Whole()) : Whole()),
            _ => Chance(0.5) ? Clamp.Of(Whole(), Leaf(byColumn: false), Leaf(byColumn: false)) : Part() - Part(),
        };

        Expr Whole() => Number(size - 1, byColumn);

        Expr Part() => Number(Rest(), byColumn);

        int Rest() => random.Next(Math.Max(1, size));
    }

    /// <summary>A function with a limited domain, of an argument that lies in it nine times out of ten.</summary>
    private Expr Limited(int size, bool byColumn)
    {
        int rest = size - 1;
        bool inside = Chance(0.9);
        return random.Next(6) switch
        {
            0 => Build.Call(Pick(OfUnit), inside ? 0.9 * Tanh.Of(Number(rest, byColumn)) : Number(rest, byColumn)),
            1 => Acosh.Of(inside ? 1 + Positive(rest, byColumn) : Number(rest, byColumn)),
            2 => Log1MExp.Of(inside ? -Positive(rest, byColumn) : Number(rest, byColumn)),
            _ => Build.Call(Pick(OfPositive), inside ? Positive(rest, byColumn) : Number(rest, byColumn)),
        };
    }

    private Expr OfTwo(int size, bool byColumn)
    {
        Expr left = Number(size / 2, byColumn);
        int rest = random.Next(Math.Max(1, size / 2));
        return random.Next(10) switch
        {
            0 => Atan2.Of(left, Number(rest, byColumn)),
            1 => Hypot.Of(left, Number(rest, byColumn)),
            2 => LogAddExp.Of(left, Number(rest, byColumn)),
            3 or 4 => Max.Of(left, Number(rest, byColumn)),
            5 => Min.Of(left, Number(rest, byColumn)),
            6 => Pow.Of(Positive(size / 2, byColumn), Chance(0.5) ? Leaf(byColumn: false) : Number(rest, byColumn)),
            7 => Pow.Of(left, new Literal(random.Next(-2, 6))),
            8 => Chance(0.5) ? XLogY.Of(left, Positive(rest, byColumn)) : XLogP1Y.Of(left, Positive(rest, byColumn)),
            _ => Remainder.Of(left, Number(rest, byColumn)),
        };
    }

    /// <summary>A choice that keeps a function away from where it is not defined.</summary>
    private Expr Guarded(int size, bool byColumn)
    {
        Expr argument = Number(size - 1, byColumn);
        Expr otherwise = Leaf(byColumn);
        return random.Next(6) switch
        {
            0 => Build.Select(GreaterThan.Of(argument, Build.Zero), Log.Of(argument), otherwise),
            1 => Build.Select(GreaterThan.Of(argument, Build.Zero), Sqrt.Of(argument) * otherwise, otherwise),
            2 => Build.Select(Build.Call(NotEqual.Instance, argument, Build.Zero), otherwise / argument, otherwise),
            3 => Build.Select(Build.Call(LessThanOrEqual.Instance, argument, Build.Zero), otherwise, argument * Log.Of(argument)),
            4 => Build.Select(LessThan.Of(Abs.Of(argument), Build.One), Atanh.Of(argument), otherwise),
            _ => Build.Select(And.Of(GreaterThan.Of(argument, Build.Zero), IsFinite.Of(argument)), Pow.Of(argument, -0.5), otherwise),
        };
    }

    /// <summary>Forms that the compiler rewrites.</summary>
    private Expr Disguised(int size, bool byColumn)
    {
        Expr x = Number(size - 1, byColumn);
        Expr y = Leaf(byColumn);

        // Where the oracle, which computes as written, has a logarithm left to take.
        Expr bounded = 2 * Tanh.Of(x);
        return random.Next(18) switch
        {
            0 => Log.Of(1 + Exp.Of(x)),
            1 => Log.Of(Sigmoid.Of(x)),
            2 => 1 - Sigmoid.Of(x),
            3 => 1 / (1 + Exp.Of(-x)),
            4 => Exp.Of(x) / (1 + Exp.Of(x)),
            5 => Log.Of(1 + Square.Of(x)),
            6 => Exp.Of(x) - 1,
            7 => -((y * Log.Of(Sigmoid.Of(x))) + ((1 - y) * Log.Of(1 - Sigmoid.Of(x)))),
            8 => Softplus.Of(x) - (y * x),
            9 => Relu.Of(x + 0.3) - ((x + 0.3) * y) + LogP1.Of(Exp.Of(-Abs.Of(x + 0.3))),
            10 => Abs.Of(x) * x * y,
            11 => (x * y) + (2 * (y * x)) - y,
            12 => Log.Of(Cosh.Of(x)),
            13 => Log.Of(0.5 * Erfc.Of(bounded)),
            14 => Log.Of(1 - (0.5 * (1 + Erf.Of(bounded)))),
            15 => Log.Of(Erfc.Of(bounded) / Erfc.Of(y)),
            16 => Log.Of(Erf.Of(bounded + 1) - Erf.Of(bounded)),
            _ => Square.Of(x) * x * Abs.Of(x),
        };
    }

    /// <summary>A number of a row: a reduction, an indexed element, a norm, softmax.</summary>
    private Expr RowNumber(int size)
    {
        int rest = size - 1;
        return random.Next(12) switch
        {
            < 5 => Build.Reduce(Pick(Reductions), Number(rest, byColumn: true)),
            5 => NormRoot.Of(Build.Sum(Square.Of(Number(rest, byColumn: true)))),
            6 => Build.Sum(Number(rest, byColumn: true)) / ColumnCount.Instance,
            7 => SoftMax(Index()),
            8 => Log.Of(SoftMax(Index())),
            9 => Build.Sum(Number(rest / 2, byColumn: true) * SoftMax(Column.Instance)),
            10 => Log.Of(Build.Sum(Exp.Of(Number(rest, byColumn: true)))),
            _ => new Read(PickRow(), Index()),
        };
    }

    private Expr SoftMax(Expr index)
    {
        Input row = PickRow();
        return SoftMaxWeight.Of(new Read(row, index), Build.Reduce(ReductionKind.LogSumExp, new Read(row, Column.Instance)));
    }

    /// <summary>A number above 0 wherever it is defined.</summary>
    private Expr Positive(int size, bool byColumn)
    {
        Expr any = Number(size - 1, byColumn);
        return random.Next(6) switch
        {
            0 => Exp.Of(any),
            1 => Square.Of(any) + 0.5,
            2 => Abs.Of(any) + 0.1,
            3 => Softplus.Of(any),
            4 => Sigmoid.Of(any),
            _ => Max.Of(any, 0.01),
        };
    }

    private Expr Condition(int size, bool byColumn)
    {
        Variable[] flags = [.. parameters.Where(static parameter => parameter.Type == "bool").Select(static parameter => new Variable(parameter.Input, ExprKind.Condition))];
        return random.Next(10) switch
        {
            0 => And.Of(Condition(size - 1, byColumn), Condition(0, byColumn)),
            1 => Or.Of(Condition(size - 1, byColumn), Condition(0, byColumn)),
            2 => Build.Call(Not.Instance, Condition(size - 1, byColumn)),
            3 => IsFinite.Of(Number(size, byColumn)),
            4 when flags.Length > 0 => Pick(flags),
            _ => Comparison(Number(size, byColumn), Leaf(byColumn)),
        };
    }

    /// <summary>A comparison. The C# compiler refuses that of a parameter with itself.</summary>
    private Expr Comparison(Expr left, Expr right) => Build.Call(Pick(Comparisons), left, left.Equals(right) ? right + 1 : right);

    private Expr Leaf(bool byColumn)
    {
        if (byColumn && Chance(0.6))
        {
            Expr column = _isOfPairs && Chance(0.5) ? OtherColumn.Instance : Column.Instance;
            return Chance(0.93) ? new Read(PickRow(), column) : Chance(0.5) ? column : OneHot(column);
        }

        LossParameter[] scalars = [.. parameters.Where(static parameter => !parameter.IsRow && parameter.Type != "bool")];
        return scalars.Length > 0 && Chance(0.75) ? new Variable(Pick(scalars).Input)
            : HasRows && Chance(0.5) ? new Read(PickRow(), Index())
            : new Literal(Pick(Constants));
    }

    private Expr OneHot(Expr column) => Build.Select(Equal.Of(column, Index()), Build.One, Build.Zero);

    /// <summary>A label, or a constant that every row has.</summary>
    private Expr Index()
    {
        LossParameter[] labels = [.. parameters.Where(static parameter => parameter.Input.Role == InputRole.Label)];
        return labels.Length > 0 && Chance(0.7) ? new Variable(Pick(labels).Input) : new Literal(random.Next(ProgramSource.FewestColumns));
    }

    private Input PickRow() => Pick([.. parameters.Where(static parameter => parameter.IsRow)]).Input;

    private bool Chance(double probability) => random.NextDouble() < probability;

    private T Pick<T>(T[] choices) => choices[random.Next(choices.Length)];
}
