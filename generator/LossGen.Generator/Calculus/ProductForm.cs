using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>A product taken apart: a constant, and factors with whole positive powers in order of first occurrence.</summary>
internal sealed class ProductForm
{
    private readonly List<Expr> _factors = [];
    private readonly Dictionary<Expr, int> _powers = [];
    private int _constants;
    private bool _merged;

    private ProductForm()
    {
    }

    public double Coefficient { get; private set; } = 1;

    /// <summary>The factors that are not constants, each as often as its power says.</summary>
    public IEnumerable<Expr> Factors => _factors.SelectMany(factor => Enumerable.Repeat(factor, _powers[factor]));

    /// <summary>The product without its constant. What depends on hyperparameters only comes first, so that it is one number for the whole batch.</summary>
    public Expr Core => _factors.OrderBy(static factor => IsHyperparameter(factor) ? 0 : 1).Select(factor => Power(factor, _powers[factor])).Aggregate(Build.One, static (left, right) => left * right);

    public static ProductForm Of(Expr expression)
    {
        ProductForm form = new();
        if (expression.Size > SumForm.MaximumSize)
        {
            form.AddFactor(expression, 1);
            return form;
        }

        form.Add(expression, 1);
        form.MergeSigns();
        form.MergePowers();
        form.CancelExponentials();
        return form;
    }

    /// <summary>The product with equal factors collected, or null if there is nothing to collect.</summary>
    public static Expr? Collect(Expr expression)
    {
        if (expression is not Call { Function: Multiply })
        {
            return null;
        }

        ProductForm form = Of(expression);
        return form._merged || form._constants > 1 ? new Literal(form.Coefficient) * form.Core : null;
    }

    private void Add(Expr expression, int power)
    {
        switch (expression)
        {
            case Literal literal:
                Coefficient *= System.Math.Pow(literal.Value, power);
                _constants++;
                break;
            case Call { Function: Negate } negate:
                Coefficient *= power % 2 == 0 ? 1 : -1;
                Add(negate[0], power);
                break;
            case Call { Function: Multiply } product:
                Add(product[0], power);
                Add(product[1], power);
                break;
            case Call { Function: Square } square when square[0] is not Call { Function: Multiply or Negate } and not Literal:
                Add(square[0], 2 * power);
                break;
            case Call { Function: Cube } cube when cube[0] is not Call { Function: Multiply or Negate } and not Literal:
                Add(cube[0], 3 * power);
                break;
            case Call { Function: Divide } quotient when quotient[0] is Literal literal && literal.Value != 1:
                Coefficient *= System.Math.Pow(literal.Value, power);
                _constants++;
                AddFactor(Build.One / quotient[1], power);
                break;
            default:
                AddFactor(expression, power);
                break;
        }
    }

    private void AddFactor(Expr factor, int power)
    {
        if (_powers.TryGetValue(factor, out int before))
        {
            _powers[factor] = before + power;
            _merged = true;
            return;
        }

        _powers.Add(factor, power);
        _factors.Add(factor);
    }

    /// <summary>|x|·|x| = x², |x|·sign(x) = x.</summary>
    private void MergeSigns()
    {
        foreach (Call magnitude in _factors.OfType<Call>().Where(static factor => factor.Function is Abs).ToList())
        {
            Expr argument = magnitude[0];
            Expr sign = Sign.Of(argument);
            if (_powers.TryGetValue(sign, out int signs) && signs == 1)
            {
                Remove(sign);
                Lower(magnitude, 1);
                AddFactor(argument, 1);
                _merged = true;
            }

            if (_powers.TryGetValue(magnitude, out int power) && power >= 2)
            {
                int even = power - (power % 2);
                Lower(magnitude, even);
                AddFactor(argument, even);
                _merged = true;
            }
        }
    }

    /// <summary>xʸ·x = xʸ⁺¹, which is what is left of the derivative of a power where x is 0 and xʸ infinite.</summary>
    private void MergePowers()
    {
        foreach (Call power in _factors.OfType<Call>().Where(static factor => factor.Function is Pow && factor[1] is not Literal).ToList())
        {
            if (_powers.TryGetValue(power[0], out int more) && _powers[power] == 1)
            {
                Remove(power[0]);
                Remove(power);
                AddFactor(Pow.Of(power[0], SumForm.Simplify(power[1] + new Literal(more))), 1);
                _merged = true;
            }
        }
    }

    /// <summary>eˣ·e⁻ˣ = 1.</summary>
    private void CancelExponentials()
    {
        foreach (Call exponential in _factors.OfType<Call>().Where(static factor => factor.Function is Exp).ToList())
        {
            Expr inverse = Exp.Of(-exponential[0]);
            if (_powers.TryGetValue(exponential, out int power) && _powers.TryGetValue(inverse, out int inverses))
            {
                int common = System.Math.Min(power, inverses);
                Lower(exponential, common);
                Lower(inverse, common);
                _merged = true;
            }
        }
    }

    private void Lower(Expr factor, int by)
    {
        _powers[factor] -= by;
        if (_powers[factor] == 0)
        {
            Remove(factor);
        }
    }

    private void Remove(Expr factor)
    {
        _powers.Remove(factor);
        _factors.Remove(factor);
    }

    internal static bool IsHyperparameter(Expr factor) =>
        factor is Variable { Input.Role: InputRole.Hyperparameter } || (factor is Call call && call.Arguments.Items.All(static argument => argument is Literal || IsHyperparameter(argument)));

    internal static Expr Power(Expr factor, int power) => power switch
    {
        1 => factor,
        2 => Square.Of(factor),
        3 => Cube.Of(factor),
        _ when power % 2 == 0 => Square.Of(Power(factor, power / 2)),
        _ => factor * Power(factor, power - 1),
    };
}
