using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cybernetes.Api.Rules.Tests.Recordings;

/// <summary>What replay.py does to documents: sets a path, evens out what differs by chance, compares.</summary>
internal static partial class JsonSurgery
{
    private static readonly HashSet<string> _dropped = ["uid", "creationTimestamp", "resourceVersion", "managedFields", "selfLink"];
    private static readonly HashSet<string> _allocated = ["clusterIP", "nodePort", "healthCheckNodePort"];

    public static void Put(JsonNode document, string path, JsonNode? value)
    {
        var steps = Step().Matches(path).Select(match => match.Value).ToArray();
        var at = document;
        for (var i = 0; i < steps.Length; i++)
        {
            var last = i == steps.Length - 1;
            var child = last ? value?.DeepClone() : Child(at, steps[i], char.IsAsciiDigit(steps[i + 1][0]));
            if (at is JsonArray list)
            {
                var index = int.Parse(steps[i]);
                while (list.Count <= index)
                {
                    list.Add(null);
                }

                if (!ReferenceEquals(list[index], child) || child is null)
                {
                    list[index] = child;
                }
            }
            else if (!ReferenceEquals(at.AsObject()[steps[i]], child) || child is null)
            {
                at.AsObject()[steps[i]] = child;
            }

            at = child!;
        }
    }

    public static JsonNode? Normal(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                var result = new JsonObject();
                foreach (var (key, value) in map)
                {
                    if (_dropped.Contains(key))
                    {
                        continue;
                    }

                    if (_allocated.Contains(key) && value is not null && value.ToJsonString() is not ("\"None\"" or "\"\"" or "0"))
                    {
                        result[key] = $"<{key}>";
                    }
                    else if (key == "clusterIPs" && value is JsonArray ips && ips.ToJsonString() != "[\"None\"]")
                    {
                        result[key] = new JsonArray([.. ips.Select(_ => JsonValue.Create("<clusterIP>"))]);
                    }
                    else if (key is "name" or "volume" && value is JsonValue text && text.TryGetValue<string>(out var name) && name.StartsWith("kube-api-access-", StringComparison.Ordinal))
                    {
                        result[key] = "kube-api-access-<rand>";
                    }
                    else
                    {
                        result[key] = Normal(value);
                    }
                }

                return result;
            case JsonArray list:
                return new JsonArray([.. list.Select(Normal)]);
            case JsonValue value when value.TryGetValue<string>(out var text):
                return Moment().IsMatch(text) && !text.StartsWith("2026-01-01", StringComparison.Ordinal) ? "<time>" : Uuid().Replace(text, "<uid>");
            default:
                return node?.DeepClone();
        }
    }

    public static SortedDictionary<string, string> Flat(JsonNode? node)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Flat(node, "", rows);
        return rows;
    }

    public static string Differences(SortedDictionary<string, string> from, SortedDictionary<string, string> to) =>
        string.Join('\n', to.Where(row => !from.TryGetValue(row.Key, out var value) || value != row.Value).Select(row => $"set {row.Key}={row.Value}")
            .Concat(from.Keys.Where(key => !to.ContainsKey(key)).Select(key => $"gone {key}")));

    public static string Differences(JsonObject recorded) =>
        string.Join('\n', recorded["set"]!.AsObject().OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"set {row.Key}={Canonical(row.Value)}")
            .Concat(recorded["gone"]!.AsArray().Select(key => (string)key!).Order(StringComparer.Ordinal).Select(key => $"gone {key}")));

    private static void Flat(JsonNode? node, string path, SortedDictionary<string, string> rows)
    {
        if (node is JsonObject { Count: > 0 } map)
        {
            foreach (var (key, value) in map)
            {
                Flat(value, path.Length == 0 ? key : $"{path}.{key}", rows);
            }
        }
        else if (node is JsonArray { Count: > 0 } list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                Flat(list[i], $"{path}[{i}]", rows);
            }
        }
        else
        {
            rows[path] = Canonical(node);
        }
    }

    private static string Canonical(JsonNode? node) => node?.ToJsonString() ?? "null";

    private static JsonNode Child(JsonNode at, string step, bool list)
    {
        var there = at is JsonArray items ? int.Parse(step) < items.Count ? items[int.Parse(step)] : null : at.AsObject()[step];
        if (at is JsonArray ? there is JsonObject or JsonArray : list ? there is JsonArray : there is JsonObject)
        {
            return there!;
        }

        return list ? new JsonArray() : new JsonObject();
    }

    [GeneratedRegex(@"[^.\[\]]+")]
    private static partial Regex Step();

    [GeneratedRegex(@"^20\d\d-\d\d-\d\dT")]
    private static partial Regex Moment();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}
