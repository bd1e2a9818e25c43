using System.Runtime.CompilerServices;

namespace Cybernetes.Api.Machinery;

/// <summary>Finds what a JSONPath template asks for.</summary>
internal sealed class JsonPathWalker(bool allowMissingKeys)
{
    // A template of many descents could visit a document more often than anyone waits for.
    private const int MaxVisits = 1_000_000;

    private int _visits;

    public void Run(IReadOnlyList<JsonPathNode> nodes, Value data, List<IReadOnlyList<Value>> found)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var node in nodes)
        {
            if (node is RangeNode range)
            {
                foreach (var item in Walk(range.Over, [data]))
                {
                    _visits++;
                    Run(range.Body, item, found);
                }
            }
            else
            {
                found.Add(Walk(node, [data]));
            }
        }
    }

    private IReadOnlyList<Value> Walk(JsonPathNode node, IReadOnlyList<Value> input)
    {
        _visits += input.Count;
        return _visits > MaxVisits ? throw new JsonPathException("too many results") : Step(node, input);
    }

    private IReadOnlyList<Value> Step(JsonPathNode node, IReadOnlyList<Value> input) => node switch
    {
        ListNode list => list.Nodes.Aggregate(input, (current, inner) => Walk(inner, current)),
        TextNode text => [text.Text],
        LiteralNode literal => [literal.Value],
        FieldNode field => Field(field, input),
        WildcardNode => input.SelectMany(Children).ToArray(),
        RecursiveNode => Descend(input),
        ArrayNode array => input.SelectMany(value => Slice(array, value)).ToArray(),
        FilterNode filter => input.SelectMany(value => Filter(filter, value)).ToArray(),
        UnionNode union => union.Choices.SelectMany(choice => Walk(choice, input)).ToArray(),
        WordNode word => throw new JsonPathException($"unrecognized identifier {word.Word}"),
        _ => throw new JsonPathException("unexpected node"),
    };

    private Value[] Field(FieldNode field, IReadOnlyList<Value> input)
    {
        var found = new List<Value>();
        foreach (var value in input)
        {
            if (value.Entries.TryGetValue(field.Name, out var entry))
            {
                found.Add(entry);
            }
        }

        return found.Count > 0 || allowMissingKeys ? found.ToArray() : throw new JsonPathException($"{field.Name} is not found");
    }

    private static IEnumerable<Value> Children(Value value) => value.IsMap ? value.Entries.Values : value.Items;

    private List<Value> Descend(IReadOnlyList<Value> input)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var found = new List<Value>();
        foreach (var value in input)
        {
            var children = Children(value).ToArray();
            _visits += 1 + children.Length;
            if (_visits > MaxVisits)
            {
                throw new JsonPathException("too many results");
            }

            if (children.Length > 0)
            {
                found.Add(value);
                found.AddRange(Descend(children));
            }
        }

        return found;
    }

    private IEnumerable<Value> Slice(ArrayNode array, Value value)
    {
        if (value.IsNull)
        {
            return [];
        }

        if (!value.IsList)
        {
            throw new JsonPathException($"{GoType(value)} is not array or slice");
        }

        var length = value.Items.Count;
        var start = array.Start ?? 0;
        start = start < 0 ? start + length : start;
        var end = array.End ?? length;
        end = end < 0 || (end == 0 && array.EndIsDerived) ? end + length : end;
        if (start == end)
        {
            return [];
        }

        var outside = start >= length || start < 0 ? start : end > length || end < 0 ? end - 1 : (int?)null;
        if (outside is { } index)
        {
            return allowMissingKeys ? [] : throw new JsonPathException($"array index out of bounds: index {index}, length {length}");
        }

        if (start > end)
        {
            throw new JsonPathException($"starting index {start} is greater than ending index {end}");
        }

        var step = array.Step ?? 1;
        if (step <= 0)
        {
            throw new JsonPathException("step must be > 0");
        }

        return Enumerable.Range(0, (end - start + step - 1) / step).Select(i => value.Items[start + (i * step)]);
    }

    private static IEnumerable<Value> Filter(FilterNode filter, Value value)
    {
        if (value.IsNull)
        {
            return [];
        }

        return value.IsList ? value.Items.Where(item => Passes(filter, item)) : throw new JsonPathException($"{GoType(value)} is not array or slice and cannot be filtered");
    }

    private static bool Passes(FilterNode filter, Value item)
    {
        // What is not there does not pass; that is no error within a filter.
        var lenient = new JsonPathWalker(allowMissingKeys: true);
        var left = lenient.Walk(filter.Left, [item]);
        if (filter.Right is null)
        {
            return left.Count > 0;
        }

        var right = lenient.Walk(filter.Right, [item]);
        if (left.Count == 0 || right.Count == 0)
        {
            return false;
        }

        if (left.Count > 1 || right.Count > 1)
        {
            throw new JsonPathException("can only compare one element at a time");
        }

        return Compare(left[0], filter.Operator, right[0]);
    }

    private static bool Compare(Value left, string @operator, Value right)
    {
        var comparable = (left.AsDouble is not null && right.AsDouble is not null) || (left.Kind == right.Kind && left.Kind is ValueKind.String or ValueKind.Boolean);
        if (!comparable || (left.Kind == ValueKind.Boolean && @operator is not ("==" or "!=")))
        {
            throw new JsonPathException("incompatible types for comparison");
        }

        var order = ValueOrder.Compare(left, right);
        return @operator switch
        {
            "==" => order == 0,
            "!=" => order != 0,
            "<" => order < 0,
            ">" => order > 0,
            "<=" => order <= 0,
            _ => order >= 0,
        };
    }

    private static string GoType(Value value) => value.Kind switch
    {
        ValueKind.Map => "map[string]interface {}",
        ValueKind.String => "string",
        ValueKind.Boolean => "bool",
        ValueKind.Integer => "int64",
        _ => "float64",
    };
}
