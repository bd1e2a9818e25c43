namespace Cybernetes.Api.Rules;

/// <summary>A parsed CEL expression and where its operator or name stands.</summary>
internal abstract record CelNode(int Line, int Column);

/// <summary>A constant.</summary>
internal sealed record CelConstant(CelType Type, string Text, int Line, int Column) : CelNode(Line, Column);

/// <summary>A name.</summary>
internal sealed record CelName(string Name, int Line, int Column) : CelNode(Line, Column);

/// <summary>A field of a value.</summary>
internal sealed record CelSelect(CelNode Of, string Field, bool Optional, int Line, int Column) : CelNode(Line, Column);

/// <summary>A call of an operator, a function, or, with a target, a member function.</summary>
internal sealed record CelCall(CelNode? Target, string Function, CelNode[] Arguments, int Line, int Column) : CelNode(Line, Column);

/// <summary>A list.</summary>
internal sealed record CelList(IReadOnlyList<CelNode> Items, int Line, int Column) : CelNode(Line, Column);

/// <summary>A map.</summary>
internal sealed record CelMap(IReadOnlyList<(CelNode Key, CelNode Value)> Entries, int Line, int Column) : CelNode(Line, Column);

/// <summary>A message: <c>Object.spec{replicas: 1}</c>.</summary>
internal sealed record CelMessage(string TypeName, IReadOnlyList<(string Field, CelNode Value)> Fields, int Line, int Column) : CelNode(Line, Column);
