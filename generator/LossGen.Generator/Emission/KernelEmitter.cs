using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Security;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;

namespace LossGen.Generator.Emission;

/// <summary>The kernel: a struct of hyperparameters with the loss's straight-line mathematics, generic over the vector type.</summary>
internal static class KernelEmitter
{
    public const string ElementConstraint = "where T : unmanaged";
    public const string VectorConstraint = "where V : struct, global::LossGen.Simd.ISimdVector<V, T>";
    public const string Inline = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    /// <summary>
    /// The method of a kernel over rows, and a long one of elements, is compiled for itself: the just-in-time compiler's budget for inlining grows with the length of the
    /// method that it begins with, and the operations of a long one would become calls.
    /// </summary>
    public const string NotInlined = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining | global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";

    /// <summary>
    /// A method of more than 32 locals is never inlined, whatever its attribute asks for. Left to itself it would run in slow tiers first, some thirty times slower.
    /// </summary>
    public const int MostLocalsOfInlined = 32;

    /// <summary>
    /// Functions, such as logarithms, from which on the method is compiled for itself: one is some fifty operations in double, and the compiler inlines no more into a method that
    /// has a thousand variables.
    /// </summary>
    public const int MostFunctionsOfInlined = 8;

    /// <summary>The method of a kernel.</summary>
    public const string Method = "Evaluate";

    public static void Emit(SourceWriter writer, LoweredKernel kernel)
    {
        string where = kernel.Case.Decisions.IsEmpty ? "" : $" where {SecurityElement.Escape(kernel.Case.ToString())}";
        writer.Write($"/// <summary>The mathematics of the loss on vectors{where}. Loops, tails, weights and reductions are the evaluators'.</summary>");
        string type = Type(kernel);
        writer.Write($"private readonly struct {type} : global::LossGen.Evaluation.{(kernel.RowProgram is not null ? "IRowKernel" : "IElementKernel")}<{type}, T>");
        writer.Indented(ElementConstraint);
        if (kernel.Exponent is not null)
        {
            writer.Indented("where TExponent : struct, global::LossGen.Evaluation.IExponent");
        }

        writer.Open();
        EmitFields(writer, kernel);
        if (kernel.RowProgram is { } program)
        {
            RowProgramEmitter.Emit(writer, kernel, program);
            PassEmitter.Emit(writer, program);
        }
        else
        {
            ElementProgramEmitter.EmitFirstStage(writer, kernel);
            ElementProgramEmitter.EmitMethod(writer, kernel, kernel.ElementProgram!);
        }

        writer.Close();
    }

    /// <summary>The kernel's type, as its own members name it.</summary>
    public static string Type(LoweredKernel kernel) => TypeOf(kernel, "T", "TExponent");

    /// <summary>The kernel's type for an element type, and for an exponent if it dispatches on one.</summary>
    public static string TypeOf(LoweredKernel kernel, string element, string exponent = AnyExponent) =>
        $"{NameOf(kernel.Number)}<{element}{(kernel.Exponent is null ? "" : $", {exponent}")}>";

    /// <summary>The exponent of kernels for all numbers that have no variant of their own.</summary>
    public const string AnyExponent = "global::LossGen.Evaluation.AnyExponent";

    /// <summary>The only or first kernel's name. It is nested in the class of its loss: types of one file cost the C# compiler an eighth of the whole compilation.</summary>
    public const string Name = "LossKernel";

    /// <summary>All names that kernels of a loss can have.</summary>
    public static readonly ImmutableArray<string> Names = [.. Enumerable.Range(1, LoweredLoss.MostKernels).Select(NameOf)];

    /// <summary>The name of the kernel with a number.</summary>
    public static string NameOf(int number) => number == 1 ? Name : $"{Name}{number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>How a step's right-hand side reads a field: numbers as they are, conditions as 0 or 1.</summary>
    public static string ReadField(KernelField field) => field.Value.IsCondition
        ? $"V.NotEqual(V.Create(kernel.{Identifier.Field(field.Name)}), V.Zero)"
        : $"V.Create(kernel.{Identifier.Field(field.Name)})";

    private static void EmitFields(SourceWriter writer, LoweredKernel kernel)
    {
        if (kernel.Fields.IsEmpty)
        {
            return;
        }

        foreach (KernelField field in kernel.Fields)
        {
            if (field.Value is not Variable)
            {
                writer.Write($"/// <summary>{SecurityElement.Escape(MathPrinter.Print(field.Value))}</summary>");
            }

            writer.Write($"private readonly T {Identifier.Field(field.Name)};");
        }

        writer.Blank();
        string parameters = string.Join(", ", kernel.Model.ScalarHyperparameters.Select(static parameter => $"double {Identifier.Escape(parameter.Input.Name)}"));
        writer.Write($"public {NameOf(kernel.Number)}({parameters})").Open();
        foreach (KernelField field in kernel.Fields)
        {
            string value = ScalarPrinter.Print(field.Value);
            writer.Write($"this.{Identifier.Field(field.Name)} = global::LossGen.Simd.ElementNumber.Of<T>({(field.Value.IsCondition ? $"{value} ? 1.0 : 0.0" : value)});");
        }

        writer.Close().Blank();
    }
}
