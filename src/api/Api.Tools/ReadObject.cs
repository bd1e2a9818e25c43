using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Tools;

/// <summary>One object read.</summary>
/// <param name="Number">Its place in the input, from 1.</param>
/// <param name="Content">The object as it was given.</param>
/// <param name="Typed">The object as a record; null for kinds that are not declared.</param>
/// <param name="Findings">Unknown and duplicate fields.</param>
internal sealed record ReadObject(int Number, Value Content, IKind? Typed, IReadOnlyList<string> Findings);
