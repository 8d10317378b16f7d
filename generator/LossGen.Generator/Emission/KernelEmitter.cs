using System.Collections.Immutable;
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

    /// <summary>The method of a kernel without rows.</summary>
    public const string Method = "Evaluate";

    /// <summary>The methods of a kernel over rows, in the order of the programs.</summary>
    public static readonly ImmutableArray<string> Methods = ["Value", "ValueAndGradient", "ValueGradientAndHessian"];

    public static void Emit(SourceWriter writer, LoweredLoss loss)
    {
        bool hasRows = loss.Model.HasRows;
        writer.Write("/// <summary>The mathematics of the loss on vectors. Loops, tails, weights and reductions are the evaluators'.</summary>");
        string kernel = Type(loss);
        writer.Write($"file readonly struct {kernel} : global::LossGen.Evaluation.{(hasRows ? "IRowKernel" : "IElementKernel")}<{kernel}, T>");
        writer.Indented(ElementConstraint);
        if (loss.Exponent is not null)
        {
            writer.Indented("where TExponent : struct, global::LossGen.Evaluation.IExponent");
        }

        writer.Open();
        EmitFields(writer, loss);
        if (hasRows)
        {
            RowProgramEmitter.EmitMethods(writer, loss);
        }
        else
        {
            ElementProgramEmitter.EmitFirstStage(writer, loss);
            ElementProgramEmitter.EmitMethod(writer, loss, loss.ElementProgram!);
        }

        writer.Close();
        if (hasRows)
        {
            RowProgramEmitter.EmitPasses(writer, loss);
        }
    }

    /// <summary>The kernel's type, as its own members name it.</summary>
    public static string Type(LoweredLoss loss) => $"{Name(loss.Model.Type)}{(loss.Exponent is null ? "<T>" : "<T, TExponent>")}";

    /// <summary>
    /// The kernel's name. It is of one file, and still has the loss's name in it: of types that are called alike in many files, the C# compiler
    /// looks through all to find the one of the file.
    /// </summary>
    public static string Name(LossType type) => $"{type.Header.Name.TrimStart('@')}Kernel";

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
        writer.Write($"public {Name(loss.Model.Type)}({parameters})").Open();
        foreach (KernelField field in loss.Fields)
        {
            string value = ScalarPrinter.Print(field.Value);
            writer.Write($"this.{Identifier.Field(field.Name)} = global::LossGen.Simd.ElementNumber.Of<T>({(field.Value.IsCondition ? $"{value} ? 1.0 : 0.0" : value)});");
        }

        writer.Close().Blank();
    }
}
