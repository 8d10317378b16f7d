namespace LossGen.Generator.Stability.Shadows;

/// <content>Conditions: 1 where true and 0 where false, with an error of 1 where that is not certain.</content>
internal static partial class ShadowMath
{
    public static Shadow Truth(bool holds, bool isCertain = true) => Shadow.Normalised(holds ? 1 : 0, 0, 0, isCertain ? 0 : 1);

    public static Shadow Not(Shadow condition) => Truth(condition.IsZero, condition.Error == 0);

    /// <summary>Certainly false if either condition certainly is.</summary>
    public static Shadow And(Shadow left, Shadow right) => Truth(
        !left.IsZero && !right.IsZero,
        (left.IsZero && left.Error == 0) || (right.IsZero && right.Error == 0) || (left.Error == 0 && right.Error == 0));

    public static Shadow Or(Shadow left, Shadow right) => Not(And(Not(left), Not(right)));
}
