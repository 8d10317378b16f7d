using System;
using System.Linq;
using LossGen.Generator.Lowering;

namespace LossGen.Generator.Emission;

/// <summary>How members of a class reach the kernel for its hyperparameters.</summary>
internal static class KernelChoiceEmitter
{
    /// <summary>Statements that return what the kernel answers.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="lowered">The loss.</param>
    /// <param name="emitReturn">Writes the statement for one kernel.</param>
    public static void EmitReturns(SourceWriter writer, LoweredLoss lowered, Action<LoweredKernel> emitReturn)
    {
        Emit(lowered.Choice);

        void Emit(KernelChoice choice)
        {
            if (choice is ConditionalKernels { Condition: var condition, WhenTrue: var whenTrue, WhenFalse: var whenFalse })
            {
                string question = ScalarPrinter.Print(condition, variable => ClassEmitter.HyperparameterName(lowered.Model, variable.Input));
                writer.Write($"if {(question[0] == '(' ? question : $"({question})")}").Open();
                Emit(whenTrue);
                writer.Close().Blank();
                Emit(whenFalse);
            }
            else
            {
                emitReturn(((OneKernel)choice).Kernel);
            }
        }
    }

    /// <summary>A member's body that consists of one expression for each kernel: behind an arrow if there is one kernel.</summary>
    public static void EmitBody(SourceWriter writer, string header, LoweredLoss lowered, Func<LoweredKernel, string> expression)
    {
        if (lowered.Choice is OneKernel { Kernel: var kernel })
        {
            writer.Write($"{header} =>").Indented($"{expression(kernel)};");
            return;
        }

        writer.Write(header).Open();
        EmitReturns(writer, lowered, each => writer.Write($"return {expression(each)};"));
        writer.Close();
    }

    /// <summary>The arguments of a kernel's constructor; none where nothing of the hyperparameters is left in the mathematics.</summary>
    public static string ArgumentsOf(LoweredKernel kernel) => kernel.Fields.IsEmpty
        ? ""
        : string.Join(", ", kernel.Model.ScalarHyperparameters.Select(parameter => ClassEmitter.HyperparameterValue(kernel.Model, parameter)));
}
