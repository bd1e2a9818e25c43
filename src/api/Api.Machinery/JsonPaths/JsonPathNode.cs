namespace Cybernetes.Api.Machinery;

/// <summary>One piece of a JSONPath template.</summary>
internal abstract record JsonPathNode;

/// <summary>Text to print as it stands, or a text to compare with.</summary>
internal sealed record TextNode(string Text) : JsonPathNode;

/// <summary>A number or truth value to compare with.</summary>
internal sealed record LiteralNode(Value Value) : JsonPathNode;

/// <summary>Nodes that go one after another, each from what the one before found.</summary>
internal sealed record ListNode(JsonPathNode[] Nodes) : JsonPathNode;

/// <summary><c>.name</c>, <c>['name']</c>.</summary>
internal sealed record FieldNode(string Name) : JsonPathNode;

/// <summary><c>*</c>.</summary>
internal sealed record WildcardNode : JsonPathNode;

/// <summary><c>..</c>.</summary>
internal sealed record RecursiveNode : JsonPathNode;

/// <summary><c>[start:end:step]</c>; a single index has an end that is derived from it.</summary>
internal sealed record ArrayNode(int? Start, int? End, bool EndIsDerived, int? Step) : JsonPathNode;

/// <summary><c>[?(left operator right)]</c>; without an operator, whether left is there.</summary>
internal sealed record FilterNode(JsonPathNode Left, string Operator, JsonPathNode? Right) : JsonPathNode;

/// <summary><c>[a,b]</c>.</summary>
internal sealed record UnionNode(IReadOnlyList<JsonPathNode> Choices) : JsonPathNode;

/// <summary><c>{range path}body{end}</c>.</summary>
internal sealed record RangeNode(JsonPathNode Over, IReadOnlyList<JsonPathNode> Body) : JsonPathNode;

/// <summary>A word that starts an action: <c>range</c> or <c>end</c>. Only while parsing.</summary>
internal sealed record WordNode(string Word) : JsonPathNode;
