namespace Cybernetes.Api.Rules;

/// <summary>Computes an expression. Used once, by one thread.</summary>
internal sealed class CelEvaluator(Func<string, (bool Known, object? Value)> names)
{
    private const int MostSteps = 1_000_000;

    private readonly List<(string Name, object? Value)> _scope = [];
    private int _steps;

    public object? Compute(CelNode node)
    {
        if (++_steps > MostSteps)
        {
            throw new CelException("operation cancelled: actual cost limit exceeded");
        }

        return node switch
        {
            CelConstant constant => CelText.Literal(constant),
            CelName name => Name(name.Name),
            CelSelect select => Select(select),
            CelCall call => Call(call),
            CelList list => list.Items.Select(Compute).ToList(),
            CelMap map => new CelTable(map.Entries.ToDictionary(entry => Compute(entry.Key) ?? throw CelException.NoOverload(), entry => Compute(entry.Value))),
            CelMessage message => new CelTable(message.Fields.ToDictionary(field => (object)field.Field, field => Compute(field.Value))),
            _ => throw new CelException("unsupported expression"),
        };
    }

    private object? Name(string name)
    {
        for (var i = _scope.Count - 1; i >= 0; i--)
        {
            if (_scope[i].Name == name)
            {
                return _scope[i].Value;
            }
        }

        return names(name) is (true, var value) ? value : throw new CelException($"no such attribute(s): {name}");
    }

    private object? Select(CelSelect select)
    {
        if (Qualified(select) is { } whole && names(whole) is (true, var value))
        {
            return value;
        }

        return Compute(select.Of) is CelTable table && table.TryGet(select.Field, out var found) ? found : throw new CelException($"no such key: {select.Field}");
    }

    private static string? Qualified(CelNode node) => node switch
    {
        CelName name => name.Name,
        CelSelect select when Qualified(select.Of) is { } prefix => $"{prefix}.{select.Field}",
        _ => null,
    };

    private object? Call(CelCall call)
    {
        switch (call)
        {
            case { Target: null, Function: "_&&_" or "_||_" }:
                return Logic(call.Arguments[0], call.Arguments[1], call.Function == "_||_");
            case { Target: null, Function: "_?_:_" }:
                return Compute(call.Arguments[Truth(Compute(call.Arguments[0])) ? 1 : 2]);
            case { Target: null, Function: "has", Arguments: [CelSelect field] }:
                return Compute(field.Of) is CelTable table && table.TryGet(field.Field, out _);
            case { Target: CelName { Name: "cel" }, Function: "bind", Arguments: [CelName name, var value, var body] }:
                return Within(name.Name, Compute(value), body);
            case { Target: { } range, Arguments: [CelName item, .. var rest] } when rest.Length is 1 or 2 && call.Function is "all" or "exists" or "exists_one" or "existsOne" or "filter" or "map":
                return Comprehend(call.Function, Items(Compute(range)), item.Name, rest);
            case { Target: CelName { Name: var library } } when CelFunctions.Libraries.Contains(library) && !names(library).Known:
                return CelLibrary.Call($"{library}.{call.Function}", [.. call.Arguments.Select(Compute)]);
            default:
                var arguments = call.Target is null ? call.Arguments.Select(Compute) : call.Arguments.Select(Compute).Prepend(Compute(call.Target));
                var values = arguments.ToList();
                return call.Target is not null && values[0] is ICelObject own ? own.Call(call.Function, values[1..]) : CelLibrary.Call(call.Function, values);
        }
    }

    private static bool Truth(object? value) => value as bool? ?? throw CelException.NoOverload();

    // One side that decides makes up for an error of the other.
    private bool Logic(CelNode left, CelNode right, bool decisive)
    {
        CelException? failed = null;
        try
        {
            if (Truth(Compute(left)) == decisive)
            {
                return decisive;
            }
        }
        catch (CelException error)
        {
            failed = error;
        }

        return Truth(Compute(right)) == decisive ? decisive : failed is null ? !decisive : throw failed;
    }

    private static List<object?> Items(object? range) => range switch
    {
        List<object?> list => list,
        CelTable table => [.. table.Keys],
        _ => throw CelException.NoOverload(),
    };

    private object? Comprehend(string function, List<object?> items, string name, CelNode[] rest)
    {
        switch (function)
        {
            case "filter":
                return items.Where(item => Truth(Within(name, item, rest[0]))).ToList();
            case "map":
                return items.Where(item => rest.Length == 1 || Truth(Within(name, item, rest[0]))).Select(item => Within(name, item, rest[^1])).ToList();
            case "exists_one" or "existsOne":
                return items.Count(item => Truth(Within(name, item, rest[0]))) == 1;
        }

        var decisive = function == "exists";
        CelException? failed = null;
        foreach (var item in items)
        {
            try
            {
                if (Truth(Within(name, item, rest[0])) == decisive)
                {
                    return decisive;
                }
            }
            catch (CelException error)
            {
                failed = error;
            }
        }

        return failed is null ? !decisive : throw failed;
    }

    private object? Within(string name, object? value, CelNode body)
    {
        _scope.Add((name, value));
        try
        {
            return Compute(body);
        }
        finally
        {
            _scope.RemoveAt(_scope.Count - 1);
        }
    }
}
