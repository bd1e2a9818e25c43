namespace Cybernetes.Api.Rules;

/// <summary>What a token of a CEL expression is.</summary>
internal enum CelTokenKind : byte
{
    End,
    Identifier,
    Int,
    UInt,
    Double,
    String,
    Bytes,

    /// <summary>An operator, a bracket, or one of the words true, false, null and in.</summary>
    Symbol,
}

/// <summary>A token and where it stands, in code points of the line.</summary>
internal readonly record struct CelToken(CelTokenKind Kind, string Text, int Line, int Column)
{
    public bool Is(string symbol) => Kind == CelTokenKind.Symbol && Text == symbol;
}

/// <summary>What is wrong with an expression, and where: line from 1, column from 0.</summary>
internal sealed record CelIssue(int Line, int Column, string Text);
