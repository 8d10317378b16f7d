using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;

namespace LossGen.Generator.Calculus;

/// <summary>
/// An expression multiplied out: a sum of products of powers of atoms, an atom being a variable or a call that algebra does not take apart.
/// Two expressions with one normal form are equal; of two that differ nothing is said.
/// </summary>
internal sealed class NormalForm
{
    private const int MostTerms = 100;

    private const int MostNodes = 400;

    /// <summary>Coefficients that differ by less, relative to the largest of them, differ by rounding.</summary>
    private const double Tolerance = 1e-12;

    private static readonly NormalForm One = new(new SortedDictionary<string, Term>(StringComparer.Ordinal) { [""] = new([], 1, 1) });

    private readonly SortedDictionary<string, Term> _terms;

    private NormalForm(SortedDictionary<string, Term> terms) => _terms = terms;

    private string Text => string.Join(" + ", _terms.Values.Where(static term => !term.IsZero)
        .Select(static term => term.Coefficient.ToString("G12", CultureInfo.InvariantCulture) + "*" + term.Key));

    private bool IsZero => _terms.Values.All(static term => term.IsZero);

    /// <summary>Whether two expressions are equal wherever both are defined, as far as algebra shows.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <param name="rangeOf">The intervals of nodes, by which signs are known.</param>
    public static bool AreEqual(Expr left, Expr right, Func<Expr, Interval> rangeOf)
    {
        if (left.Equals(right))
        {
            return true;
        }

        Reader reader = new(rangeOf);
        try
        {
            return Sum(reader.Read(left), reader.Read(right), -1).IsZero;
        }
        catch (TooLargeException)
        {
            return false;
        }
    }

    private static NormalForm Sum(NormalForm left, NormalForm right, double sign)
    {
        SortedDictionary<string, Term> terms = new(left._terms, StringComparer.Ordinal);
        foreach (Term term in right._terms.Values)
        {
            AddTo(terms, term with { Coefficient = sign * term.Coefficient });
        }

        return new(terms);
    }

    private static NormalForm Product(NormalForm left, NormalForm right)
    {
        SortedDictionary<string, Term> terms = new(StringComparer.Ordinal);
        foreach (Term first in left._terms.Values)
        {
            foreach (Term second in right._terms.Values)
            {
                AddTo(terms, first.Times(second));
            }
        }

        return new(terms);
    }

    private static void AddTo(SortedDictionary<string, Term> terms, Term term)
    {
        terms[term.Key] = terms.TryGetValue(term.Key, out Term? like) ? like.Plus(term) : term;
        if (terms.Count > MostTerms)
        {
            throw new TooLargeException();
        }
    }

    private static NormalForm Atom(string name, int power = 1) =>
        new(new SortedDictionary<string, Term>(StringComparer.Ordinal) { [Term.KeyOf([new(name, power)])] = new([new(name, power)], 1, 1) });

    private static NormalForm Constant(double value) =>
        new(new SortedDictionary<string, Term>(StringComparer.Ordinal) { [""] = new([], value, Math.Abs(value)) });

    /// <summary>Turns the sign so that the first coefficient is positive.</summary>
    private (NormalForm Form, double Sign) WithoutSign() =>
        _terms.Values.FirstOrDefault(static term => !term.IsZero) is { Coefficient: < 0 } ? (Product(this, Constant(-1)), -1) : (this, 1);

    private NormalForm Reciprocal()
    {
        List<Term> terms = [.. _terms.Values.Where(static term => !term.IsZero)];
        if (terms.Count == 0)
        {
            return Atom("1/0");
        }

        if (terms.Count == 1)
        {
            List<Factor> inverse = [.. terms[0].Factors.Select(static factor => factor with { Power = -factor.Power })];
            return new(new SortedDictionary<string, Term>(StringComparer.Ordinal) { [Term.KeyOf(inverse)] = new(inverse, 1 / terms[0].Coefficient, Math.Abs(1 / terms[0].Coefficient)) });
        }

        double leading = terms[0].Coefficient;
        return Product(Atom($"({Product(this, Constant(1 / leading)).Text})", -1), Constant(1 / leading));
    }

    /// <summary>An atom to a power.</summary>
    private sealed record Factor(string Atom, int Power);

    /// <summary>A coefficient and its atoms, in ordinal order. The scale is the largest of the coefficients that have been added up.</summary>
    private sealed record Term(List<Factor> Factors, double Coefficient, double Scale)
    {
        public string Key { get; } = KeyOf(Factors);

        public bool IsZero => Math.Abs(Coefficient) <= Tolerance * Scale;

        public static string KeyOf(List<Factor> factors) =>
            string.Join("·", factors.Select(static factor => $"{factor.Atom}^{factor.Power.ToString(CultureInfo.InvariantCulture)}"));

        public Term Plus(Term like) => this with { Coefficient = Coefficient + like.Coefficient, Scale = Math.Max(Scale, like.Scale) };

        public Term Times(Term other) => new(
            [
                .. Factors.Concat(other.Factors)
                    .GroupBy(static factor => factor.Atom, StringComparer.Ordinal)
                    .Select(static group => new Factor(group.Key, group.Sum(static factor => factor.Power)))
                    .Where(static factor => factor.Power != 0)
                    .OrderBy(static factor => factor.Atom, StringComparer.Ordinal),
            ],
            Coefficient * other.Coefficient,
            Scale * other.Scale);
    }

    /// <summary>A form that is not worth its time.</summary>
    private sealed class TooLargeException : Exception;

    private sealed class Reader(Func<Expr, Interval> rangeOf)
    {
        private readonly Dictionary<Expr, NormalForm> _read = [];
        private readonly Dictionary<string, NormalForm> _squares = new(StringComparer.Ordinal);

        public NormalForm Read(Expr node)
        {
            if (!_read.TryGetValue(node, out NormalForm? form))
            {
                if (_read.Count > MostNodes)
                {
                    throw new TooLargeException();
                }

                _read.Add(node, form = ReadNew(node));
            }

            return form;
        }

        private NormalForm ReadNew(Expr node) => node switch
        {
            Literal literal => Constant(literal.Value),
            Select select => Atom($"({Condition(select.Condition)} ? {Read(select.WhenTrue).Text} : {Read(select.WhenFalse).Text})"),
            Reduce reduce => Atom($"{reduce.Kind}({Read(reduce.Body).Text})"),
            SumOverOthers sum => Atom($"SumOverOthers({Read(sum.Body).Text})"),
            Read read => Atom($"{read.Row.Role}{read.Row.Position}[{Read(read.Index).Text}]"),
            Variable variable => Atom($"{variable.Input.Role}{variable.Input.Position}{variable.Input.Name}"),
            Call call => ReadCall(call),
            _ => Atom(node.GetType().Name),
        };

        private NormalForm ReadCall(Call call)
        {
            switch (call.Function)
            {
                case Add:
                    return Sum(Read(call[0]), Read(call[1]), 1);
                case Subtract:
                    return Sum(Read(call[0]), Read(call[1]), -1);
                case Negate:
                    return Product(Read(call[0]), Constant(-1));
                case Multiply:
                    return Times(Read(call[0]), Read(call[1]));
                case Divide:
                    return Times(Read(call[0]), Read(call[1]).Reciprocal());
                case Square:
                    return Times(Read(call[0]), Read(call[0]));
                case Cube:
                    return Times(Times(Read(call[0]), Read(call[0])), Read(call[0]));
                case OneMinusSquare:
                    return Sum(One, Times(Read(call[0]), Read(call[0])), -1);
                case StopGradient:
                    return Read(call[0]);
                case Abs:
                    return SignOf(call[0]) is { } known ? Product(Read(call[0]), Constant(known)) : Rooted("Abs", Read(call[0]).WithoutSign().Form, static form => Product(form, form));
                case Sqrt or NormRoot:
                    return Rooted("Sqrt", Read(call[0]), static form => form);
                case Sign when SignOf(call[0]) is { } sign:
                    return Constant(sign);
                case Sign or Sin or Tan or Tanh or Sinh or Asin or Atan or Asinh or Atanh or Erf or Cbrt:
                    (NormalForm odd, double turned) = Read(call[0]).WithoutSign();
                    return Product(Atom($"{call.Function.Name}({odd.Text})"), Constant(turned));
                case Cos or Cosh or LogCosh or Gaussian or HalfGaussian or SechSquared or Hypot:
                    return Atom($"{call.Function.Name}({string.Join(", ", call.Arguments.Items.Select(argument => Read(argument).WithoutSign().Form.Text))})");
                case LogP1OfSquare:
                    return Atom($"{call.Function.Name}({Read(call[0]).Text}, {Read(call[1]).WithoutSign().Form.Text})");
                case Max or Min:
                    return Atom($"{call.Function.Name}({string.Join(", ", call.Arguments.Items.Select(argument => Read(argument).Text).OrderBy(static text => text, StringComparer.Ordinal))})");
                default:
                    return Atom($"{call.Function.Name}({string.Join(", ", call.Arguments.Items.Select(argument => Read(argument).Text))})");
            }
        }

        private string Condition(Expr condition) => condition switch
        {
            Call call when call.IsCondition => $"{call.Function.Name}({string.Join(", ", call.Arguments.Items.Select(Condition))})",
            Truth truth => truth.Value ? "true" : "false",
            _ => Read(condition).Text,
        };

        private double? SignOf(Expr node)
        {
            Interval range = rangeOf(node);
            return range.IsEmpty || range.MayBeNaN ? null : range.Low > 0 ? 1 : range.High < 0 ? -1 : null;
        }

        /// <summary>An atom whose square is known.</summary>
        private NormalForm Rooted(string function, NormalForm argument, Func<NormalForm, NormalForm> square)
        {
            string name = $"{function}({argument.Text})";
            _squares[name] = square(argument);
            return Atom(name);
        }

        /// <summary>The product, with the squares of roots taken.</summary>
        private NormalForm Times(NormalForm left, NormalForm right)
        {
            NormalForm product = Product(left, right);
            NormalForm result = Constant(0);
            foreach (Term term in product._terms.Values)
            {
                NormalForm single = new(new SortedDictionary<string, Term>(StringComparer.Ordinal) { [term.Key] = term });
                Factor? squared = term.Factors.FirstOrDefault(factor => factor.Power >= 2 && _squares.ContainsKey(factor.Atom));
                result = Sum(result, squared is null ? single : Times(Product(single, Atom(squared.Atom, -2)), _squares[squared.Atom]), 1);
            }

            return result;
        }
    }
}
