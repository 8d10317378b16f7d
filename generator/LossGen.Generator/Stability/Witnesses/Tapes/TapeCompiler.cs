using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses.Samples;

namespace LossGen.Generator.Stability.Witnesses.Tapes;

/// <summary>Makes the tape of a formula. Links are composed with it as they are written, so that a raw score's failure is one of the formula.</summary>
internal sealed class TapeCompiler
{
    private readonly InputSpace _space;
    private readonly Dictionary<Input, LinkKind> _links;
    private readonly ImmutableArray<TapeStep>.Builder _steps = ImmutableArray.CreateBuilder<TapeStep>();
    private readonly Dictionary<Expr, int> _places = [];
    private readonly Dictionary<Expr, int> _scores = [];
    private readonly Dictionary<Call, ImmutableArray<Partial?>> _partials;
    private int _cells;

    /// <summary>The other column of the pairs that are being placed.</summary>
    private int _other;

    private TapeCompiler(InputSpace space, Dictionary<Input, LinkKind> links)
    {
        _space = space;
        _links = links;
        _partials = [];
    }

    /// <summary>The tape of a formula of raw predictions, to which the parameters' links are applied.</summary>
    public static Tape Compile(Expr formula, EquatableArray<LossParameter> parameters, InputSpace space) => new TapeCompiler(
        space,
        parameters.Items.Where(static parameter => parameter.Link != LinkKind.Identity).ToDictionary(static parameter => parameter.Input, static parameter => parameter.Link))
        .Run(formula);

    /// <summary>The tape of a formula that has its links already.</summary>
    public static Tape Compile(Expr formula, InputSpace space) => new TapeCompiler(space, []).Run(formula);

    /// <summary>Whether a function's result jumps: near a jump no arithmetic but one's own says on which side one is.</summary>
    public static bool IsDecision(Function function) => function.ExprKind == ExprKind.Condition || function is Sign or Floor or Ceiling or Round or Truncate;

    private Tape Run(Expr formula)
    {
        // What depends on the other column of a pair is placed with the sum that it is a part of.
        foreach (Expr node in ExprOrder.ChildrenFirst(formula, ExprChildren.Of).Where(static node => !node.Indices.HasOthers))
        {
            _places.Add(node, Place(node));
        }

        ImmutableArray<int> directions = [.. Enumerable.Range(0, _space.Slots.Length).Where(slot => _space.Slots[slot].IsPrediction).Take(Tape.MostDirections)];
        ImmutableArray<TapeStep> steps = _steps.ToImmutable();
        ImmutableArray<int> gradients = [.. directions.Select(slot => slot - _space.Slots[slot].Column)];
        return new(steps, _cells, _space.Columns, directions, gradients, InfluenceAnalysis.Of(steps, _cells, _space.Columns, directions));
    }

    private int Place(Expr node)
    {
        switch (node)
        {
            case Variable variable:
                int scalar = Score(variable);
                return _links.TryGetValue(variable.Input, out LinkKind link) ? Link(link, variable, scalar) : scalar;
            case Read read:
                int element = Score(read);
                return _links.TryGetValue(read.Row, out LinkKind rowLink) ? Link(rowLink, read, element) : element;
            case Literal literal:
                return Append(node, TapeOperation.Constant, [], constant: (float)literal.Value);
            case Truth truth:
                return Append(node, TapeOperation.Constant, [], constant: truth.Value ? 1 : 0);
            case ColumnCount:
                return Append(node, TapeOperation.Constant, [], constant: _space.Columns);
            case Column:
                return Append(node, TapeOperation.Column, []);
            case Select:
                return Append(node, TapeOperation.Choice, ChildrenOf(node), isByColumn: ChildrenOf(node).Any(child => _steps[child].Width > 1));
            case OtherColumn:
                return Append(node, TapeOperation.Constant, [], constant: _other, isByColumn: false);
            case SumOverOthers sum:
                return PlaceSum(sum);
            case Reduce reduce:
                return Append(node, TapeOperation.Reduction, ChildrenOf(node), reduction: reduce.Kind);
            case Call call:
                return AppendCall(call, call.Function, ChildrenOf(node));
            default:
                throw new ArgumentException($"A formula has no {node.GetType().Name}.");
        }
    }

    /// <summary>A sum over the other column, written out: one copy of its terms for each of the few columns that a tape has.</summary>
    private int PlaceSum(SumOverOthers sum)
    {
        ImmutableArray<Expr> pairs =
        [
            .. ExprOrder.ChildrenFirst(sum.Body, static node => node.Indices.HasOthers ? ExprChildren.Of(node) : []).Where(static node => node.Indices.HasOthers),
        ];
        int total = -1;
        for (_other = 0; _other < _space.Columns; _other++)
        {
            foreach (Expr node in pairs)
            {
                _places[node] = Place(node);
                _scores.Remove(node);
            }

            total = total < 0 ? _places[sum.Body] : Append(sum, TapeOperation.Add, [total, _places[sum.Body]]);
        }

        foreach (Expr node in pairs)
        {
            _places.Remove(node);
        }

        return total;
    }

    private ImmutableArray<int> ChildrenOf(Expr node) => [.. ExprChildren.Of(node).Select(child => _places[child])];

    /// <summary>The reading of an input without its link.</summary>
    private int Score(Expr leaf)
    {
        if (!_scores.TryGetValue(leaf, out int place))
        {
            place = leaf is Read read
                ? Append(leaf, TapeOperation.Element, [_places.TryGetValue(read.Index, out int index) ? index : Append(read.Index, TapeOperation.Column, [])], slot: _space.FirstSlot(read.Row), isByColumn: read.Index.Indices.HasColumns)
                : Append(leaf, TapeOperation.Scalar, [], slot: _space.FirstSlot(((Variable)leaf).Input));
            _scores.Add(leaf, place);
        }

        return place;
    }

    private int Link(LinkKind link, Expr leaf, int score) => link switch
    {
        LinkKind.Sigmoid => AppendCall(leaf, Sigmoid.Instance, [score]),
        LinkKind.Exp => AppendCall(leaf, Exp.Instance, [score]),
        LinkKind.Softplus => AppendCall(leaf, Softplus.Instance, [score]),
        LinkKind.Tanh => AppendCall(leaf, Tanh.Instance, [score]),
        LinkKind.SoftMax when leaf is Read read =>
            AppendCall(leaf, SoftMaxWeight.Instance, [score, Append(leaf, TapeOperation.Reduction, [Score(new Read(read.Row, Column.Instance))], reduction: ReductionKind.LogSumExp, isByColumn: false)]),
        _ => score,
    };

    private int AppendCall(Expr source, Function function, ImmutableArray<int> children)
    {
        TapeOperation operation = function switch
        {
            Add => TapeOperation.Add,
            Subtract => TapeOperation.Subtract,
            Multiply => TapeOperation.Multiply,
            Divide => TapeOperation.Divide,
            Negate => TapeOperation.Negate,
            _ => IsDecision(function) ? TapeOperation.Decision : TapeOperation.Call,
        };
        ImmutableArray<Partial?> partials = [];
        if (operation == TapeOperation.Call)
        {
            Call call = source as Call ?? new Call(function, new EquatableArray<Expr>([.. children.Select(child => _steps[child].Source)]));
            partials = [.. Enumerable.Range(0, children.Length).Select(argument => Partial.Of(call, argument))];
        }

        return Append(source, operation, children, function: function, partials: partials, isByColumn: children.Any(child => _steps[child].Width > 1));
    }

    private int Append(
        Expr source,
        TapeOperation operation,
        ImmutableArray<int> children,
        Function? function = null,
        ReductionKind reduction = default,
        double constant = 0,
        int slot = 0,
        ImmutableArray<Partial?> partials = default,
        bool? isByColumn = null)
    {
        int width = isByColumn ?? !source.Indices.IsEmpty ? _space.Columns : 1;
        _steps.Add(new(source, operation, children, _cells, width)
        {
            Function = function,
            Reduction = reduction,
            Constant = constant,
            Slot = slot,
            Partials = partials.IsDefault ? [] : partials,
        });
        _cells += width;
        return _steps.Count - 1;
    }
}
