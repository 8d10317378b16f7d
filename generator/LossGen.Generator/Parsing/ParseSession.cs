using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>The parse of one loss: where it reports, and how much it has built.</summary>
internal sealed class ParseSession(Compilation compilation, Action<Diagnostic>? report, CancellationToken cancellationToken, FormulaOrigins? origins = null)
{
    /// <summary>Far more than any sane formula takes, and few enough to stop copies of copies in time.</summary>
    private const int MaximumSteps = 50_000;

    private readonly HashSet<(DiagnosticDescriptor Rule, Location Location)> _reported = [];
    private int _steps;

    public Compilation Compilation { get; } = compilation;

    public NameTable Names { get; } = NameTable.Of(compilation);

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public FormulaSize Formula { get; } = new();

    /// <summary>The locals declared so far, helpers' included.</summary>
    public List<NamedFormula> Locals { get; } = [];

    /// <summary>The files whose bodies have been copied into the formula, or looked at for that.</summary>
    public HashSet<SyntaxTree> CopiedFiles { get; } = [];

    /// <summary>Is told where subexpressions stand; null where nobody asks.</summary>
    public FormulaOrigins? Origins { get; } = origins;

    public bool HasErrors { get; private set; }

    /// <summary>Whether the formula is small enough to go on.</summary>
    public bool IsWithinBudget => _steps <= MaximumSteps && Formula.IsWithinBudget;

    /// <summary>What exceeds the budget, for the message.</summary>
    public string Excess => Formula.Excess ?? $"more than {MaximumSteps} steps to expand";

    /// <summary>Counts one subexpression of the source.</summary>
    /// <exception cref="InsufficientExecutionStackException">The source is nested too deeply to be walked.</exception>
    public void Step()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        CancellationToken.ThrowIfCancellationRequested();
        _steps++;
    }

    /// <summary>Records a violation. <paramref name="locate"/> and the message cost nothing in the generator, which reports nothing.</summary>
    public void Report(DiagnosticDescriptor rule, Func<Location> locate, params object[] arguments)
    {
        HasErrors |= rule.DefaultSeverity == DiagnosticSeverity.Error;
        if (report is null)
        {
            return;
        }

        Location location = locate();

        // Once a formula is too large, everything that is left of it is, too.
        if (_reported.Add((rule, rule == DiagnosticDescriptors.TooLarge ? Location.None : location)))
        {
            report(Diagnostic.Create(rule, location, Suggestion.PropertiesOf(arguments), arguments));
        }
    }

    /// <summary>The expression, shared with equal ones built before.</summary>
    public Expr Share(Expr expression) => Formula.Share(expression);
}
