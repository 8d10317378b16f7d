using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Generator.Emission;
using LossGen.Generator.Model;
using LossGen.Generator.Parsing;

namespace LossGen.Generator;

/// <summary>
/// The generated files of a project's losses. They are made by several threads, because a compilation waits for its generators; of a loss whose model
/// equals one of the last runs, the file is still known.
/// </summary>
internal static class LossFiles
{
    private static readonly RecentResults<LossModel, string> Texts = new();

    public static IEnumerable<(string HintName, string Text)> Of(ImmutableArray<LossModel> models, CancellationToken cancellationToken)
    {
        LossModel[] missing = [.. models.Where(static model => !Texts.TryGet(model, out _))];
        if (missing.Length == 1)
        {
            TextOf(missing[0]);
        }
        else
        {
            ForAll(missing, cancellationToken);
        }

        return models.Select(static model => (HintNames.Of(model.Type), TextOf(model)));
    }

    private static void ForAll(LossModel[] models, CancellationToken cancellationToken)
    {
        try
        {
            Parallel.ForEach(models, new ParallelOptions { CancellationToken = cancellationToken }, static model => TextOf(model));
        }
        catch (AggregateException exceptions)
        {
            // The compiler reports the type of what a generator throws.
            ExceptionDispatchInfo.Capture(exceptions.InnerExceptions[0]).Throw();
        }
    }

    private static string TextOf(LossModel model) => Texts.GetOrCompute(model, LossEmitter.Emit);
}
