using System;
using System.Collections.Immutable;
using System.Threading;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>Turns a declared loss into its model. One parser for attributed methods and for expressions in attributes, for the generator and for the analyzers.</summary>
internal static class LossParser
{
    /// <summary>The model, or null if the declaration has any error. Never throws but for cancellation.</summary>
    /// <param name="node">The attributed declaration.</param>
    /// <param name="symbol">Its symbol.</param>
    /// <param name="attribute">The <c>[Loss]</c> attribute on it.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="report">Receives violations; null where nobody listens.</param>
    /// <param name="cancellationToken">Ends the parse.</param>
    public static LossModel? Parse(
        SyntaxNode node, ISymbol symbol, AttributeData attribute, Compilation compilation, Action<Diagnostic>? report, CancellationToken cancellationToken) =>
        Parse(new ParseSession(compilation, report, cancellationToken), node, symbol, attribute);

    /// <inheritdoc cref="Parse(SyntaxNode, ISymbol, AttributeData, Compilation, Action{Diagnostic}, CancellationToken)"/>
    /// <param name="session">The parse, which then knows what it has read.</param>
    /// <param name="node">The attributed declaration.</param>
    /// <param name="symbol">Its symbol.</param>
    /// <param name="attribute">The <c>[Loss]</c> attribute on it.</param>
    public static LossModel? Parse(ParseSession session, SyntaxNode node, ISymbol symbol, AttributeData attribute)
    {
        try
        {
            LossModel? model = ParseDeclaration(session, node, symbol, attribute);
            return session.HasErrors ? null : model;
        }
        catch (InsufficientExecutionStackException)
        {
            session.Report(DiagnosticDescriptors.TooLarge, () => node.GetFirstToken().GetLocation(), "expressions that are nested too deeply");
            return null;
        }
    }

    private static LossModel? ParseDeclaration(ParseSession session, SyntaxNode node, ISymbol symbol, AttributeData attribute)
    {
        if (DeclarationParser.Parse(session, node, symbol, attribute) is not { } loss)
        {
            return null;
        }

        Scope scope = new(new Frame(session, loss.Names, loss.Source, [symbol.OriginalDefinition], null), null);
        LossType? type = LossTypeParser.Parse(session, loss, attribute);
        LossOptions? options = OptionsParser.Parse(session, attribute);
        ImmutableArray<LossParameter>? parameters = ParameterParser.Parse(scope, loss);
        if (parameters is null)
        {
            return null;
        }

        foreach (LossParameter parameter in parameters.Value)
        {
            Term term = ParameterTerms.Of(scope, parameter);
            scope = scope.With(parameter.Input.Name, term.Type, term);
        }

        if (ResultParser.Parse(scope, loss) is not { } value)
        {
            return null;
        }

        FormulaInputs.Check(session, loss, parameters.Value, value);
        if (options is not null)
        {
            HessianPolicyFit.Check(session, attribute, options, parameters.Value);
        }

        if (type is not null)
        {
            GeneratedMembers.Check(session, loss, type, parameters.Value);
        }

        return type is null || options is null
            ? null
            : new LossModel(
                type,
                loss.Text,
                DocumentationText.SummaryOf(loss.Node),
                parameters.Value.ToEquatableArray(),
                new Formula(value),
                options,
                FormulaInputs.MinimumColumns(value),
                FormulaInputs.HasFixedColumns(parameters.Value, value),
                session.Locals.ToEquatableArray());
    }
}
