using System;
using System.Threading;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Checks a helper marked with <c>[LossFunction]</c> by itself, whether a loss calls it or not.</summary>
internal static class FunctionParser
{
    /// <summary>Reports what keeps the helper out of the language. Never throws but for cancellation.</summary>
    public static void Check(SyntaxNode node, ISymbol symbol, Compilation compilation, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        ParseSession session = new(compilation, report, cancellationToken);
        try
        {
            Check(session, node, symbol);
        }
        catch (InsufficientExecutionStackException)
        {
            session.Report(DiagnosticDescriptors.TooLarge, () => node.GetFirstToken().GetLocation(), "expressions that are nested too deeply");
        }
    }

    private static void Check(ParseSession session, SyntaxNode node, ISymbol symbol)
    {
        if (node is not MethodDeclarationSyntax method || symbol is not IMethodSymbol methodSymbol)
        {
            session.Report(DiagnosticDescriptors.InvalidPlacement, () => node.GetFirstToken().GetLocation(), symbol.Name, "only methods can be copied into losses");
            return;
        }

        if (DeclarationParser.ParseMethod(session, method, methodSymbol) is not { } function)
        {
            return;
        }

        Scope scope = new(new Frame(session, function.Names, function.Source, [symbol.OriginalDefinition], null), null);
        foreach (ParameterDeclaration parameter in function.Parameters)
        {
            if (ParameterParser.ParseType(scope, parameter, ParameterParser.ParameterOfHelper) is not { } type)
            {
                return;
            }

            scope = scope.With(parameter.Name, type, Unknown(scope, parameter, type));
        }

        if (LanguageSymbols.TermTypeOf(methodSymbol.ReturnType) is not { } result)
        {
            scope.Fail(DiagnosticDescriptors.UnsupportedParameter, method.ReturnType, "The result of a function", method.ReturnType.ToString(), ParameterTypes.Supported);
            return;
        }

        if (StatementParser.ParseBody(scope, function.Body) is { } value)
        {
            LocalParser.Convert(scope, value, result, function.Body);
        }
    }

    /// <summary>A parameter whose argument is not known yet. An integer may be a label, so it may be an index.</summary>
    private static Term Unknown(Scope scope, ParameterDeclaration parameter, TermType type)
    {
        InputRole role = type == TermType.Integer ? InputRole.Label : InputRole.Target;
        Input input = new(role, parameter.Symbol?.Ordinal ?? 0, parameter.Name);
        return type switch
        {
            TermType.Row => scope.Term(new Read(input, Column.Instance), type),
            TermType.RowCondition => scope.Term(Build.Call(NotEqual.Instance, new Read(input, Column.Instance), Build.Zero), type),
            TermType.Condition => scope.Term(new Variable(input, ExprKind.Condition), type),
            _ => scope.Term(new Variable(input), type),
        };
    }
}
