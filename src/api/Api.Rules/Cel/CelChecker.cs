namespace Cybernetes.Api.Rules;

/// <summary>
/// Finds the type of an expression and what is wrong with its names, fields and operators. What it cannot know the type of is dyn, which goes with all.
/// </summary>
internal sealed class CelChecker(IReadOnlyDictionary<string, CelType> names, List<CelIssue> issues)
{
    private static readonly string[] _typeNames = ["bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type", "dyn"];

    private readonly List<(string Name, CelType Type)> _scope = [];

    public CelType Check(CelNode node) => node switch
    {
        CelConstant constant => constant.Type,
        CelName name => Name(name),
        CelSelect select => Select(select),
        CelCall call => Call(call),
        CelList list => CelType.List(Join(list.Items.Select(Check).ToList())),
        CelMap map => CelType.Map(Join(map.Entries.Select(entry => Check(entry.Key)).ToList()), Join(map.Entries.Select(entry => Check(entry.Value)).ToList())),
        CelMessage message => Message(message),
        _ => CelType.Dyn,
    };

    private static CelType Join(List<CelType> types) => types.Count > 0 && types.All(type => type == types[0]) ? types[0] : CelType.Dyn;

    private void Wrong(CelNode at, string why) => issues.Add(new(at.Line, at.Column, why));

    private CelType Name(CelName name)
    {
        for (var i = _scope.Count - 1; i >= 0; i--)
        {
            if (_scope[i].Name == name.Name)
            {
                return _scope[i].Type;
            }
        }

        if (names.TryGetValue(name.Name, out var type))
        {
            return type;
        }

        if (!_typeNames.Contains(name.Name))
        {
            Undeclared(name, name.Name);
        }

        return CelType.Dyn;
    }

    private void Undeclared(CelNode at, string name) => Wrong(at, $"undeclared reference to '{name}' (in container '')");

    private CelType Select(CelSelect select)
    {
        if (Qualified(select) is { } whole && names.TryGetValue(whole, out var declared))
        {
            return declared;
        }

        var of = Check(select.Of);
        if (of.Fields is { } fields)
        {
            if (fields.TryGetValue(select.Field, out var type))
            {
                return type;
            }

            Wrong(select, $"undefined field '{select.Field}'");
            return CelType.Dyn;
        }

        if (of.Name == "map")
        {
            return of.Item!;
        }

        if (!of.IsDyn && of.Name is "bool" or "int" or "uint" or "double" or "string" or "bytes" or "list" or "null_type" or "timestamp" or "duration")
        {
            Wrong(select, $"type '{of}' does not support field selection");
        }

        return CelType.Dyn;
    }

    private static string? Qualified(CelNode node) => node switch
    {
        CelName name => name.Name,
        CelSelect select when Qualified(select.Of) is { } prefix => $"{prefix}.{select.Field}",
        _ => null,
    };

    private CelType Message(CelMessage message)
    {
        foreach (var (_, value) in message.Fields)
        {
            Check(value);
        }

        var known = message.TypeName.StartsWith("Object", StringComparison.Ordinal) || message.TypeName == "JSONPatch";
        if (!known || !names.ContainsKey("Object"))
        {
            Undeclared(message, message.TypeName);
            return CelType.Dyn;
        }

        return new(message.TypeName);
    }

    private CelType Call(CelCall call)
    {
        if (Macro(call) is { } macro)
        {
            return macro;
        }

        if (call.Target is CelName { Name: var library } && CelFunctions.Libraries.Contains(library) && !names.ContainsKey(library))
        {
            call.Arguments.ToList().ForEach(argument => Check(argument));
            return CelFunctions.Result($"{library}.{call.Function}") is { } result ? result : Unknown(call);
        }

        var target = call.Target is null ? null : Check(call.Target);
        var arguments = call.Arguments.Select(Check).ToList();
        if (target is null && CelOperators.Is(call.Function))
        {
            if (CelOperators.Result(call.Function, arguments) is { } result)
            {
                return result;
            }

            Wrong(call, $"found no matching overload for '{call.Function}' applied to '({string.Join(", ", arguments)})'");
            return CelType.Dyn;
        }

        return CelFunctions.Result(call.Function) ?? Unknown(call);
    }

    private CelType Unknown(CelCall call)
    {
        Undeclared(call, call.Function);
        return CelType.Dyn;
    }

    private CelType? Macro(CelCall call)
    {
        switch (call)
        {
            case { Target: null, Function: "has", Arguments: [var field] }:
                if (field is not CelSelect)
                {
                    Wrong(field, "invalid argument to has() macro");
                    return CelType.Bool;
                }

                Check(field);
                return CelType.Bool;
            case { Target: CelName { Name: "cel" }, Function: "bind", Arguments: [CelName name, var value, var body] }:
                return Within([(name.Name, Check(value))], body);
            case { Target: { } range, Function: "all" or "exists" or "exists_one" or "existsOne", Arguments: [CelName item, var test] }:
                Within([(item.Name, ItemOf(Check(range)))], test);
                return CelType.Bool;
            case { Target: { } range, Function: "all" or "exists" or "exists_one" or "existsOne", Arguments: [CelName key, CelName item, var test] }:
                Within([(key.Name, CelType.Dyn), (item.Name, CelType.Dyn)], test, range);
                return CelType.Bool;
            case { Target: { } range, Function: "filter", Arguments: [CelName item, var test] }:
                var whole = Check(range);
                Within([(item.Name, ItemOf(whole))], test);
                return whole.Name == "list" ? whole : CelType.List(ItemOf(whole));
            case { Target: { } range, Function: "map" or "sortBy", Arguments: [CelName item, .. var rest] } when rest.Length is 1 or 2:
                var of = ItemOf(Check(range));
                var results = rest.Select(node => Within([(item.Name, of)], node)).ToList();
                return CelType.List(call.Function == "map" ? results[^1] : of);
            case { Target: { } range, Function: "transformList" or "transformMap", Arguments: [CelName key, CelName item, .. var rest] }:
                Check(range);
                foreach (var node in rest)
                {
                    Within([(key.Name, CelType.Dyn), (item.Name, CelType.Dyn)], node);
                }

                return CelType.Dyn;
            case { Target: { } range, Function: "optMap" or "optFlatMap", Arguments: [CelName item, var node] }:
                Check(range);
                Within([(item.Name, CelType.Dyn)], node);
                return CelType.Dyn;
            default:
                return null;
        }
    }

    private static CelType ItemOf(CelType range) => range.Name switch
    {
        "list" => range.Item!,
        "map" => range.Key!,
        _ => CelType.Dyn,
    };

    private CelType Within((string, CelType)[] more, CelNode node, CelNode? range = null)
    {
        if (range is not null)
        {
            Check(range);
        }

        _scope.AddRange(more);
        var type = Check(node);
        _scope.RemoveRange(_scope.Count - more.Length, more.Length);
        return type;
    }
}
