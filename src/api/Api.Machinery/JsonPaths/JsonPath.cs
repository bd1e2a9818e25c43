using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// kubectl's JSONPath dialect: text with <c>{…}</c> actions in it, nested <c>range</c>, filters, slices, unions, recursive descent. Immutable.
/// </summary>
public sealed class JsonPath
{
    private readonly IReadOnlyList<JsonPathNode> _nodes;

    private JsonPath(IReadOnlyList<JsonPathNode> nodes) => _nodes = nodes;

    /// <summary>Reads a template.</summary>
    /// <exception cref="JsonPathException">It cannot be read.</exception>
    public static JsonPath Parse(string template) => new(JsonPathParser.Parse(template));

    /// <summary>Reads one expression as custom columns and sorting take it: <c>x</c>, <c>.x</c>, <c>{x}</c> and <c>{.x}</c> are the same.</summary>
    /// <exception cref="JsonPathException">It cannot be read.</exception>
    public static JsonPath ParseRelaxed(string expression)
    {
        var inner = expression;
        if (inner.StartsWith('{') != inner.EndsWith('}') || inner.Length == 0)
        {
            throw new JsonPathException($"unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{{name1.name2}}' or '{{.name1.name2}}'");
        }

        inner = inner.StartsWith('{') ? inner[1..^1] : inner;
        return Parse($"{{.{(inner.StartsWith('.') ? inner[1..] : inner)}}}");
    }

    /// <summary>What each piece of the template finds; a text finds itself.</summary>
    /// <exception cref="JsonPathException">Something is not there, and <paramref name="allowMissingKeys"/> is not set; or the template does not fit the data.</exception>
    public IReadOnlyList<IReadOnlyList<Value>> Find(Value data, bool allowMissingKeys = false)
    {
        var found = new List<IReadOnlyList<Value>>();
        new JsonPathWalker(allowMissingKeys).Run(_nodes, data, found);
        return found;
    }

    /// <summary>All that the template finds, in one list.</summary>
    /// <exception cref="JsonPathException">As <see cref="Find"/>.</exception>
    public IReadOnlyList<Value> FindAll(Value data, bool allowMissingKeys = false) => Find(data, allowMissingKeys).SelectMany(found => found).ToArray();

    /// <summary>The template filled in: values of one action have a space between; lists and maps are JSON.</summary>
    /// <exception cref="JsonPathException">As <see cref="Find"/>.</exception>
    public string Print(Value data, bool allowMissingKeys = false)
    {
        var text = new StringBuilder();
        foreach (var values in Find(data, allowMissingKeys))
        {
            text.AppendJoin(' ', values.Select(Text));
        }

        return text.ToString();
    }

    /// <summary>One value as templates print it.</summary>
    public static string Text(Value value) => value.AsString ?? (value.Kind == ValueKind.Double ? GoText.Number(value.AsDouble!.Value) : value.ToString());
}
