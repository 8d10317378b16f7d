using System.Collections.Immutable;
using System.Globalization;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>A parameter or local that is in scope; newer bindings hide older ones of the same name.</summary>
/// <param name="Name">The name, without @.</param>
/// <param name="Type">The declared type, to which values are converted.</param>
/// <param name="Value">The value, or null before the first assignment or where that failed.</param>
/// <param name="Outer">The bindings made before.</param>
internal sealed record Binding(string Name, TermType Type, Term? Value, Binding? Outer)
{
    public static Binding? Find(Binding? bindings, string name)
    {
        for (Binding? binding = bindings; binding is not null; binding = binding.Outer)
        {
            if (binding.Name == name)
            {
                return binding;
            }
        }

        return null;
    }
}

/// <summary>The text that is being parsed: the loss itself, or a function that is being copied into it.</summary>
/// <param name="Session">The parse of the whole loss.</param>
/// <param name="Names">What names mean where the text stands.</param>
/// <param name="Source">Where the text stands.</param>
/// <param name="Callees">The functions being copied, outermost first, the one with this text last.</param>
/// <param name="Caller">Where the loss calls the outermost of these functions; null in the loss itself.</param>
internal sealed record Frame(ParseSession Session, NameScope Names, FormulaSource Source, ImmutableArray<ISymbol> Callees, CallSite? Caller);

/// <summary>A call in the loss's own text.</summary>
internal sealed record CallSite(FormulaSource Source, SyntaxNode Node, string Callee);

/// <summary>The frame and the bindings at one place of the source.</summary>
internal sealed record Scope(Frame Frame, Binding? Bindings)
{
    public ParseSession Session => Frame.Session;

    public Scope With(string name, TermType type, Term? value) => this with { Bindings = new Binding(name, type, value, Bindings) };

    public Term Term(Expr expression, TermType type) => new(Session.Share(expression), type);

    /// <summary>
    /// Reports a violation and stands for the term that could not be made. In a copied function it is reported at the call in the
    /// loss: the function itself is checked on its own, where it is declared.
    /// </summary>
    public Term? Fail(DiagnosticDescriptor rule, SyntaxNodeOrToken place, params object[] arguments)
    {
        if (Frame.Caller is not { } caller)
        {
            Session.Report(rule, () => Frame.Source.Locate(place.Span), arguments);
        }
        else if (rule == DiagnosticDescriptors.Recursion || rule == DiagnosticDescriptors.TooLarge)
        {
            Session.Report(rule, () => caller.Source.Locate(caller.Node.Span), arguments);
        }
        else
        {
            string reason = string.Format(CultureInfo.InvariantCulture, rule.MessageFormat.ToString(CultureInfo.InvariantCulture), arguments);
            Session.Report(DiagnosticDescriptors.NotInlinable, () => caller.Source.Locate(caller.Node.Span), caller.Callee, reason);
        }
        return null;
    }
}
