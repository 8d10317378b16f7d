using System.Collections.Immutable;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Fixes;

/// <summary>Differences that cancel, in forms whose only difference is exact or is that of the inputs.</summary>
internal static class DifferenceForms
{
    public static ImmutableArray<Form> All { get; } =
        [Squares, PerfectSquare, SquareRoots, CubeRoots, RootMinusTerm, Reciprocals, QuotientMinusOne, SinesAndCosines, Tangents, TangentMinusSine, HalfAngle, SharedFactor];

    /// <summary>a² − b² = (a − b)·(a + b).</summary>
    private static Expr? Squares(Expr expression) => expression is Call { Function: Subtract } difference
        ? (difference[0].SquareBase(), difference[1].SquareBase()) switch
        {
            ({ } first, { } second) => Minus(first, second) * Plus(first, second),
            ({ } first, null) when difference[1].IsOne() => Minus(first, 1) * Plus(first, 1),
            (null, { } second) when difference[0].IsOne() => Minus(1, second) * Plus(1, second),
            _ => null,
        }
        : null;

    /// <summary>a² − 2ab + b² = (a − b)².</summary>
    private static Expr? PerfectSquare(Expr expression)
    {
        if (expression.Terms() is not var (outer, last)
            || outer.Terms() is not var (first, middle)
            || first.SquareBase() is not { } a
            || last.SquareBase() is not { } b)
        {
            return null;
        }

        Expr product = ProductForm.Collect(2 * a * b) ?? (2 * a * b);
        return Matches(middle, -product) ? Square.Of(a - b) : Matches(middle, product) ? Square.Of(a + b) : null;
    }

    private static bool Matches(Expr expression, Expr other) => (SumForm.Collect(expression - other) ?? (expression - other)).IsZero();

    /// <summary>√a − √b = (a − b) ÷ (√a + √b).</summary>
    private static Expr? SquareRoots(Expr expression) =>
        expression is Call { Function: Subtract } difference && difference[0].Is<Sqrt>(out Expr first) && difference[1].Is<Sqrt>(out Expr second)
            ? Minus(first, second) / (difference[0] + difference[1])
            : null;

    private static Expr? CubeRoots(Expr expression) =>
        expression is Call { Function: Subtract } difference && difference[0].Is<Cbrt>(out Expr first) && difference[1].Is<Cbrt>(out Expr second)
            ? Minus(first, second) / (Square.Of(difference[0]) + (difference[0] * difference[1]) + Square.Of(difference[1]))
            : null;

    /// <summary>√a − b = (a − b²) ÷ (√a + b).</summary>
    private static Expr? RootMinusTerm(Expr expression)
    {
        if (expression.Terms() is not var (first, second))
        {
            return null;
        }

        if (first.Is<Sqrt>(out Expr radicand))
        {
            return Minus(radicand, Square.Of(second)) / (first - second);
        }

        if (first.Is<Hypot>(out _) && first is Call legs)
        {
            Expr other = legs[0].Equals(-second) ? legs[1] : legs[0];
            return legs[0].Equals(-second) || legs[1].Equals(-second) ? Square.Of(other) / (first - second) : null;
        }

        return second.Is<Sqrt>(out Expr right) ? Minus(right, Square.Of(first)) / (second - first)
            : second is Call { Function: Negate } negative && negative[0].Is<Sqrt>(out Expr subtracted) ? Minus(Square.Of(first), subtracted) / (first + negative[0])
            : null;
    }

    /// <summary>a ÷ b − c ÷ d = (a·d − c·b) ÷ (b·d).</summary>
    private static Expr? Reciprocals(Expr expression) =>
        expression is Call { Function: Subtract } difference && difference[0] is Call { Function: Divide } first && difference[1] is Call { Function: Divide } second
            ? Minus(first[0] * second[1], second[0] * first[1]) / (first[1] * second[1])
            : null;

    private static Expr? QuotientMinusOne(Expr expression) => expression is Call { Function: Subtract } difference
        ? (difference[0], difference[1]) switch
        {
            (Call { Function: Divide } quotient, Literal { Value: 1 }) => Minus(quotient[0], quotient[1]) / quotient[1],
            (Literal { Value: 1 }, Call { Function: Divide } quotient) => Minus(quotient[1], quotient[0]) / quotient[1],
            _ => null,
        }
        : null;

    private static Expr? SinesAndCosines(Expr expression)
    {
        if (expression is not Call { Function: Subtract } difference)
        {
            return null;
        }

        if (difference[0].Is<Sin>(out Expr first) && difference[1].Is<Sin>(out Expr second))
        {
            return 2 * Cos.Of(Build.Half * Plus(first, second)) * Sin.Of(Build.Half * Minus(first, second));
        }

        return difference[0].Is<Cos>(out Expr left) && difference[1].Is<Cos>(out Expr right)
            ? -2 * Sin.Of(Build.Half * Plus(left, right)) * Sin.Of(Build.Half * Minus(left, right))
            : null;
    }

    private static Expr? Tangents(Expr expression)
    {
        if (expression is not Call { Function: Subtract } difference)
        {
            return null;
        }

        if (difference[0].Is<Tan>(out Expr first) && difference[1].Is<Tan>(out Expr second))
        {
            return Sin.Of(Minus(first, second)) / (Cos.Of(first) * Cos.Of(second));
        }

        return difference[0].Is<Atan>(out Expr left) && difference[1].Is<Atan>(out Expr right)
            ? Atan2.Of(Minus(left, right), 1 + (left * right))
            : null;
    }

    /// <summary>tan x − sin x = 2·tan x·sin²(x ÷ 2).</summary>
    private static Expr? TangentMinusSine(Expr expression) =>
        expression is Call { Function: Subtract } difference && difference[0].Is<Tan>(out Expr x) && difference[1].Is<Sin>(out Expr same) && same.Equals(x)
            ? 2 * difference[0] * Square.Of(Sin.Of(Build.Half * x))
            : null;

    /// <summary>1 − cos x = 2·sin²(x ÷ 2), and its quotient with sin x.</summary>
    private static Expr? HalfAngle(Expr expression) => expression switch
    {
        Call { Function: Subtract } difference when difference[0].IsOne() && difference[1].Is<Cos>(out Expr x) => 2 * Square.Of(Sin.Of(Build.Half * x)),
        Call { Function: Divide } quotient when quotient[1].Is<Sin>(out Expr x)
            && quotient[0] is Call { Function: Subtract } difference && difference[0].IsOne() && difference[1].Is<Cos>(out Expr same) && same.Equals(x) => Tan.Of(Build.Half * x),
        _ => null,
    };

    /// <summary>a·x − a·y = a·(x − y).</summary>
    private static Expr? SharedFactor(Expr expression)
    {
        if (expression is not Call { Function: Subtract } difference
            || difference[0] is not Call { Function: Multiply } first
            || difference[1] is not Call { Function: Multiply } second)
        {
            return null;
        }

        for (int left = 0; left < 2; left++)
        {
            for (int right = 0; right < 2; right++)
            {
                if (first[left].Equals(second[right]))
                {
                    return first[left] * Minus(first[1 - left], second[1 - right]);
                }
            }
        }

        return null;
    }

    private static Expr Minus(Expr left, Expr right) => SumForm.Simplify(left - right);

    private static Expr Plus(Expr left, Expr right) => SumForm.Simplify(left + right);
}
