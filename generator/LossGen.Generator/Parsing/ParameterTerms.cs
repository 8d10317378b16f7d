using LossGen.Generator.Model;

namespace LossGen.Generator.Parsing;

/// <summary>What a parameter means in the formula.</summary>
internal static class ParameterTerms
{
    public static Term Of(Scope scope, LossParameter parameter) => parameter.Type switch
    {
        _ when parameter.IsRow => scope.Term(new Read(parameter.Input, Column.Instance), TermType.Row),
        "int" => scope.Term(new Variable(parameter.Input), TermType.Integer),
        "bool" => scope.Term(new Variable(parameter.Input, ExprKind.Condition), TermType.Condition),
        _ => scope.Term(new Variable(parameter.Input), TermType.Real),
    };
}
