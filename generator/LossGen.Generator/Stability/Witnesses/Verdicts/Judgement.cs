using System;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>Compares numbers in single precision with what they should be.</summary>
internal static class Judgement
{
    /// <summary>An error of a thousandth of the number, or of 1 if that is larger, is one that training notices.</summary>
    private const double WrongFrom = 1e-3;

    /// <summary>An error of a hundredth of a small number is one that its reader notices.</summary>
    private const double ImpreciseFrom = 1e-2;

    /// <summary>Nobody misses the digits of numbers below it.</summary>
    private const double SmallestOfInterest = 1e-8;

    public static bool IsFinite(float value) => !float.IsNaN(value) && !float.IsInfinity(value);

    /// <summary>The verdict on a value or derivative. Where the exact number is not known well enough, or not finite, there is none on a finite one.</summary>
    public static Severity Of(float computed, Shadow exact)
    {
        if (!IsFinite(computed))
        {
            return Severity.NonFinite;
        }

        if (!exact.IsFinite)
        {
            return Severity.None;
        }

        Severity severity = Of(computed, exact.ToDouble());
        return severity == Severity.None || exact.AbsoluteError > 0.1 * Math.Abs(computed - exact.ToDouble()) ? Severity.None : severity;
    }

    /// <summary>The same against a number that is taken for exact.</summary>
    public static Severity Of(float computed, double exact)
    {
        if (!IsFinite(computed))
        {
            return Severity.NonFinite;
        }

        double error = Math.Abs(computed - exact);
        return IsNoticed(error, Math.Abs(exact)) ? Severity.Wrong
            : error > ImpreciseFrom * Math.Abs(exact) && Math.Abs(exact) >= SmallestOfInterest ? Severity.Imprecise
            : Severity.None;
    }

    /// <summary>Whether an error is one that training notices, beside a quantity of some size.</summary>
    public static bool IsNoticed(double error, double size) => error > WrongFrom * Math.Max(1, size);

    /// <summary>Whether it is worth looking closer: single and double precision differ by a good part of what counts.</summary>
    public static bool IsSuspicious(float computed, double better)
    {
        double error = Math.Abs(computed - better);
        return !(error <= 0.25 * WrongFrom * Math.Max(1, Math.Abs(better)))
            || !(error <= 0.25 * ImpreciseFrom * Math.Abs(better) || Math.Abs(better) < SmallestOfInterest);
    }
}
