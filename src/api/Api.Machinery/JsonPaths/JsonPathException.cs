namespace Cybernetes.Api.Machinery;

/// <summary>A JSONPath template that cannot be read, or that asks for what is not there; worded as upstream words it.</summary>
public sealed class JsonPathException(string message) : Exception(message);
