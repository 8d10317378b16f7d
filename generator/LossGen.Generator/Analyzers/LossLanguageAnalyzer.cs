using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Analyzers;

/// <summary>Reports whatever keeps a loss, or a helper of losses, out of the language: all that the parser has to say.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LossLanguageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = DiagnosticDescriptors.OfParser;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.Attribute);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        AttributeSyntax attribute = (AttributeSyntax)context.Node;
        if (context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is not { } type
            || attribute.Parent?.Parent is not { } declaration)
        {
            return;
        }

        bool isLoss = LanguageSymbols.IsLossAttribute(type);
        if (!isLoss && !LanguageSymbols.IsLossFunctionAttribute(type))
        {
            return;
        }

        if (SymbolOf(context, declaration) is not { } symbol)
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.InvalidPlacement, attribute.GetLocation(), attribute.Name, "only methods and partial classes can"));
        }
        else if (!isLoss)
        {
            FunctionParser.Check(declaration, symbol, context.Compilation, context.ReportDiagnostic, context.CancellationToken);
        }
        else if (symbol.GetAttributes().FirstOrDefault(data => IsAppliedBy(data, attribute)) is { } data)
        {
            LossParser.Parse(declaration, symbol, data, context.Compilation, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    /// <summary>What the attribute stands on; null for a lambda, which declares nothing.</summary>
    private static ISymbol? SymbolOf(SyntaxNodeAnalysisContext context, SyntaxNode declaration) => declaration is AnonymousFunctionExpressionSyntax
        ? context.SemanticModel.GetSymbolInfo(declaration, context.CancellationToken).Symbol
        : context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken);

    private static bool IsAppliedBy(AttributeData data, AttributeSyntax attribute) =>
        data.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == attribute.SyntaxTree && reference.Span == attribute.Span;
}
