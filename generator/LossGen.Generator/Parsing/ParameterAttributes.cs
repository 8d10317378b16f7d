using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>
/// What attributes say about a parameter. They are read from the source by name, because those of a lambda in a string have
/// no symbols.
/// </summary>
internal static class ParameterAttributes
{
    public static AttributeSyntax? Find(ParameterSyntax parameter, string name) =>
        parameter.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(attribute => NameOf(attribute) == name);

    /// <summary>The domain and the links of a parameter. Null means that a violation has been reported.</summary>
    public static (Domain Domain, LinkKind Link, LinkKind ScoreOf, bool HoldsClassWeights)? Parse(Scope scope, ParameterDeclaration declaration, TermType type)
    {
        Domain? domain = Domain.Undeclared;
        (LinkKind Link, LinkKind ScoreOf)? link = (LinkKind.Identity, LinkKind.Identity);
        bool holdsClassWeights = false;
        foreach (AttributeSyntax attribute in declaration.Syntax.AttributeLists.SelectMany(static list => list.Attributes))
        {
            switch (NameOf(attribute))
            {
                case "Prediction":
                    link = ParseLinks(scope, attribute, type);
                    break;
                case "Range" when type != TermType.Condition:
                    domain = ParseRange(scope, attribute, domain);
                    break;
                case "AllowedValues" when type != TermType.Condition:
                    domain = ParseAllowedValues(scope, attribute, domain);
                    break;
                case "Simplex" when type == TermType.Row:
                    domain = domain with { Low = 0, High = 1, IsSimplex = true };
                    break;
                case "ClassWeights" when type == TermType.Row && declaration.IsHyperparameter:
                    holdsClassWeights = true;
                    break;
                case "ClassWeights":
                    Fail(scope, attribute, $"[{attribute.Name}] belongs to a hyperparameter of type Row, which has one weight per class");
                    return null;
                case "Range" or "AllowedValues" or "Simplex":
                    Fail(scope, attribute, $"[{attribute.Name}] says nothing about {type.Describe()}");
                    return null;
                default:
                    if (declaration.Symbol is null)
                    {
                        scope.Fail(DiagnosticDescriptors.UnsupportedConstruct, attribute, $"the attribute [{attribute.Name}]", ": parameters have Prediction, Range, AllowedValues and Simplex");
                        return null;
                    }

                    break;
            }

            if (domain is null || link is null)
            {
                return null;
            }
        }

        return (domain, link.Value.Link, link.Value.ScoreOf, holdsClassWeights);
    }

    private static (LinkKind Link, LinkKind ScoreOf)? ParseLinks(Scope scope, AttributeSyntax attribute, TermType type)
    {
        (LinkKind Link, LinkKind ScoreOf) links = (LinkKind.Identity, LinkKind.Identity);
        foreach (AttributeArgumentSyntax argument in ArgumentsOf(attribute))
        {
            string member = argument.Expression switch
            {
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
                _ => string.Empty,
            };
            string? property = argument.NameEquals?.Name.Identifier.ValueText;
            if (property is not ("Link" or "ScoreOf") || !Enum.TryParse(member, out LinkKind link) || !char.IsLetter(member[0]))
            {
                Fail(scope, argument, $"'{argument}' is no link: write Link = Link.{string.Join(", Link.", Enum.GetNames(typeof(LinkKind)))}");
                return null;
            }

            links = property == "Link" ? (link, links.ScoreOf) : (links.Link, link);
        }

        if (links is { Link: not LinkKind.Identity, ScoreOf: not LinkKind.Identity })
        {
            Fail(scope, attribute, "Link is for a formula that is written on predictions, ScoreOf for one that is written on raw scores; it cannot be both");
            return null;
        }

        if ((links.Link == LinkKind.SoftMax || links.ScoreOf == LinkKind.SoftMax) && type != TermType.Row)
        {
            Fail(scope, attribute, "A softmax link makes a distribution of a row; the prediction is a number");
            return null;
        }

        return links;
    }

    private static Domain? ParseRange(Scope scope, AttributeSyntax attribute, Domain domain)
    {
        if (ParseNumbers(scope, attribute) is not { } bounds)
        {
            return null;
        }

        if (bounds is [double low, double high] && low <= high)
        {
            return domain with { Low = Math.Max(domain.Low, low), High = Math.Min(domain.High, high) };
        }

        Fail(scope, attribute, $"[{attribute}] is not a range: it takes the smallest and the largest value");
        return null;
    }

    private static Domain? ParseAllowedValues(Scope scope, AttributeSyntax attribute, Domain domain)
    {
        if (ParseNumbers(scope, attribute) is not { } values)
        {
            return null;
        }

        if (values.Count == 0 || values.Any(double.IsNaN))
        {
            Fail(scope, attribute, $"[{attribute}] must list at least one number");
            return null;
        }

        return domain with
        {
            Low = Math.Max(domain.Low, values.Min()),
            High = Math.Min(domain.High, values.Max()),
            AllowedValues = values.Distinct().OrderBy(static value => value).ToEquatableArray(),
        };
    }

    private static List<double>? ParseNumbers(Scope scope, AttributeSyntax attribute)
    {
        List<double> numbers = [];
        foreach (AttributeArgumentSyntax argument in ArgumentsOf(attribute))
        {
            if (argument.NameEquals is { } property)
            {
                Fail(scope, argument, $"The language does not know what '{property.Name}' says about a parameter");
                return null;
            }

            if (ExpressionParser.ParseNumber(scope, argument.Expression, $"[{attribute.Name}]") is not { } term)
            {
                return null;
            }

            if (term.Expression is not Literal literal)
            {
                Fail(scope, argument, $"'{argument}' is not a constant");
                return null;
            }

            numbers.Add(literal.Value);
        }

        return numbers;
    }

    private static void Fail(Scope scope, SyntaxNode place, string message) => scope.Fail(DiagnosticDescriptors.InvalidDeclaration, place, message);

    private static SeparatedSyntaxList<AttributeArgumentSyntax> ArgumentsOf(AttributeSyntax attribute) => attribute.ArgumentList?.Arguments ?? default;

    private static string NameOf(AttributeSyntax attribute)
    {
        const string Suffix = "Attribute";
        string name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => attribute.Name.ToString(),
        };
        return name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }
}
