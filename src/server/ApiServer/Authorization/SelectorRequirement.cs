namespace Cybernetes.ApiServer.Authorization;

/// <summary>One requirement of a selector: "In", "NotIn", "Exists" or "DoesNotExist" on a key.</summary>
public sealed record SelectorRequirement(string Key, string Operator, IReadOnlyList<string> Values);
