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
    /// The method of a kernel over rows is compiled for itself: the just-in-time compiler's budget for inlining grows with the length of the method that it
    /// begins with, and the operations of a long one would become calls.
    /// </summary>
    public const string NotInlined = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining | global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";

    /// <summary>The method of a kernel.</summary>
    public const string Method = "Evaluate";

    public static void Emit(SourceWriter writer, LoweredLoss loss)
    {
        writer.Write("/// <summary>The mathematics of the loss on vectors. Loops, tails, weights and reductions are the evaluators'.</summary>");
        string kernel = Type(loss);
        writer.Write($"private readonly struct {kernel} : global::LossGen.Evaluation.{(loss.RowProgram is not null ? "IRowKernel" : "IElementKernel")}<{kernel}, T>");
        writer.Indented(ElementConstraint);
        if (loss.Exponent is not null)
        {
            writer.Indented("where TExponent : struct, global::LossGen.Evaluation.IExponent");
        }

        writer.Open();
        EmitFields(writer, loss);
        if (loss.RowProgram is { } program)
        {
            RowProgramEmitter.Emit(writer, loss, program);
            PassEmitter.Emit(writer, program);
        }
        else
        {
            ElementProgramEmitter.EmitFirstStage(writer, loss);
            ElementProgramEmitter.EmitMethod(writer, loss, loss.ElementProgram!);
        }

        writer.Close();
    }

    /// <summary>The kernel's type, as its own members name it.</summary>
    public static string Type(LoweredLoss loss) => $"{Name}{(loss.Exponent is null ? "<T>" : "<T, TExponent>")}";

    /// <summary>The kernel's name. It is nested in the class of its loss: types of one file cost the C# compiler an eighth of the whole compilation.</summary>
    public const string Name = "LossKernel";

    /// <summary>How a step's right-hand side reads a field: numbers as they are, conditions as 0 or 1.</summary>
    public static string ReadField(KernelField field) => field.Value.IsCondition
        ? $"V.NotEqual(V.Create(kernel.{Identifier.Field(field.Name)}), V.Zero)"
        : $"V.Create(kernel.{Identifier.Field(field.Name)})";

    private static void EmitFields(SourceWriter writer, LoweredLoss loss)
    {
        if (loss.Fields.IsEmpty)
        {
            return;
        }

        foreach (KernelField field in loss.Fields)
        {
            if (field.Value is not Variable)
            {
                writer.Write($"/// <summary>{SecurityElement.Escape(MathPrinter.Print(field.Value))}</summary>");
            }

            writer.Write($"private readonly T {Identifier.Field(field.Name)};");
        }

        writer.Blank();
        string parameters = string.Join(", ", loss.Model.ScalarHyperparameters.Select(static parameter => $"double {Identifier.Escape(parameter.Input.Name)}"));
        writer.Write($"public {Name}({parameters})").Open();
        foreach (KernelField field in loss.Fields)
        {
            string value = ScalarPrinter.Print(field.Value);
            writer.Write($"this.{Identifier.Field(field.Name)} = global::LossGen.Simd.ElementNumber.Of<T>({(field.Value.IsCondition ? $"{value} ? 1.0 : 0.0" : value)});");
        }

        writer.Close().Blank();
    }
}
