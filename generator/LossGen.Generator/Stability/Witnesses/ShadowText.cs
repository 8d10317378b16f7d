using System;
using System.Globalization;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Stability.Witnesses;

/// <summary>Exact numbers as text for messages.</summary>
internal static class ShadowText
{
    /// <summary>Six digits, a power of ten where no double is as large or as small, an infinity, or "undefined".</summary>
    public static string Of(Shadow value)
    {
        if (value.IsNaN)
        {
            return "undefined";
        }

        double number = value.ToDouble();
        if (value.IsInfinite)
        {
            return number > 0 ? "∞" : "−∞";
        }

        if (!value.HasCertainSign)
        {
            return "0";
        }

        if (!value.IsZero && (double.IsInfinity(number) || Math.Abs(number) < 1e-300))
        {
            double exponent = Math.Round((value.Exponent + Math.Log(Math.Abs(value.High), 2)) * Math.Log10(2));
            return $"{(value.Sign < 0 ? "−" : string.Empty)}10^{exponent.ToString(CultureInfo.InvariantCulture)}";
        }

        return value.IsZero ? "0" : number.ToString("G6", CultureInfo.InvariantCulture);
    }
}
