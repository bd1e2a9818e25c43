using System.Globalization;

namespace Cybernetes.Api.Machinery;

/// <summary>A JSON patch (RFC 6902): operations in order, all or none.</summary>
public sealed class JsonPatch
{
    /// <summary>More operations than this are refused.</summary>
    public const int MaxOperations = 10_000;

    // Copies may not add more than this to the object; upstream's limit of a request.
    private const long MaxCopiedBytes = 3 * 1024 * 1024;

    private readonly Value[] _operations;

    private JsonPatch(Value[] operations) => _operations = operations;

    /// <summary>Reads a patch.</summary>
    /// <exception cref="PatchException">It is not a list of operations, or has too many.</exception>
    public static JsonPatch Parse(Value patch)
    {
        if (!patch.IsList)
        {
            throw new PatchException(PatchFault.Malformed, $"error decoding patch: json: cannot unmarshal {GoValue.JsonKind(patch)} into Go value of type []handlers.jsonPatchOp");
        }

        if (patch.Items.Count > MaxOperations)
        {
            throw new PatchException(PatchFault.TooLarge, $"The allowed maximum operations in a JSON patch is {MaxOperations}, got {patch.Items.Count}");
        }

        foreach (var operation in patch.Items)
        {
            if (!operation.IsMap)
            {
                throw new PatchException(PatchFault.Malformed, $"error decoding patch: json: cannot unmarshal {GoValue.JsonKind(operation)} into Go value of type handlers.jsonPatchOp");
            }
        }

        return new(patch.Items.ToArray());
    }

    /// <summary>The object with every operation done.</summary>
    /// <exception cref="PatchException">An operation does not fit the object.</exception>
    public Value Apply(Value target)
    {
        long copied = 0;
        foreach (var operation in _operations)
        {
            var path = Pointer(operation, "path");
            target = (operation["op"].AsString ?? "") switch
            {
                "add" => Add(target, path, 0, Given(operation)),
                "remove" => Remove(target, path, 0),
                "replace" => Replace(target, path, 0, Given(operation)),
                "test" => Test(target, path, operation),
                "move" => Move(target, Pointer(operation, "from"), path),
                "copy" => Copy(target, Pointer(operation, "from"), path, ref copied),
                var other => throw Fail($"Unexpected kind: {other}"),
            };
        }

        return target;
    }

    private static Value Move(Value target, string[] from, string[] path)
    {
        var moved = Get(target, from, 0) ?? throw Missing("move", from);
        return Add(Remove(target, from, 0), path, 0, moved);
    }

    private static Value Copy(Value target, string[] from, string[] path, ref long copied)
    {
        var value = Get(target, from, 0) ?? throw Missing("copy", from);
        copied += value.ToJson().Length;
        return copied <= MaxCopiedBytes
            ? Add(target, path, 0, value)
            : throw Fail($"Unable to complete the copy, the accumulated size increase of copy is {copied}, exceeding the limit {MaxCopiedBytes}");
    }

    private static Value Test(Value target, string[] path, Value operation) =>
        (Get(target, path, 0) ?? Value.Null) == operation["value"] ? target : throw Fail($"testing value {Text(path)} failed: test failed");

    private static Value? Get(Value target, string[] path, int at)
    {
        if (at == path.Length)
        {
            return target;
        }

        if (target.IsMap)
        {
            return target.Entries.TryGetValue(path[at], out var entry) ? Get(entry, path, at + 1) : (Value?)null;
        }

        return target.IsList && TryIndex(path[at], target.Items.Count, out var index) ? Get(target.Items[index], path, at + 1) : (Value?)null;
    }

    private static Value Add(Value target, string[] path, int at, Value value)
    {
        if (at == path.Length)
        {
            return value;
        }

        var step = path[at];
        if (at < path.Length - 1)
        {
            return Within(target, path, at, "add", inner => Add(inner, path, at + 1, value));
        }

        if (target.IsMap)
        {
            return target.With(step, value);
        }

        if (!target.IsList)
        {
            throw Missing("add", path);
        }

        // One place more than there are items: "-" and the length itself are the end.
        var items = target.Items;
        var index = step == "-" ? items.Count : TryIndex(step, items.Count + 1, out var found) ? found : throw Missing("add", path);
        return Value.List([.. items.Span[..index], value, .. items.Span[index..]]);
    }

    private static Value Remove(Value target, string[] path, int at)
    {
        if (at == path.Length)
        {
            return Value.Null;
        }

        if (at < path.Length - 1)
        {
            return Within(target, path, at, "remove", inner => Remove(inner, path, at + 1));
        }

        if (target.IsMap && target.Entries.ContainsKey(path[at]))
        {
            return target.Without(path[at]);
        }

        return target.IsList && TryIndex(path[at], target.Items.Count, out var index)
            ? Value.List([.. target.Items.Span[..index], .. target.Items.Span[(index + 1)..]])
            : throw Missing("remove", path);
    }

    private static Value Replace(Value target, string[] path, int at, Value value) =>
        at == path.Length ? value : Within(target, path, at, "replace", inner => Replace(inner, path, at + 1, value));

    private static Value Within(Value target, string[] path, int at, string operation, Func<Value, Value> change)
    {
        if (target.IsMap && target.Entries.TryGetValue(path[at], out var entry))
        {
            return target.With(path[at], change(entry));
        }

        return target.IsList && TryIndex(path[at], target.Items.Count, out var index)
            ? Value.List(target.Items.SetItem(index, change(target.Items[index])))
            : throw Missing(operation, path);
    }

    private static Value Given(Value operation) => operation.Entries.TryGetValue("value", out var value) ? value : throw Fail("missing value");

    private static string[] Pointer(Value operation, string member)
    {
        var text = operation[member].AsString ?? throw Fail($"operation missing {member} field");
        if (text.Length == 0)
        {
            return [];
        }

        if (text[0] != '/')
        {
            throw Fail($"invalid {member} {GoText.Quote(text)}");
        }

        return [.. text[1..].Split('/').Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
    }

    // As upstream's library: -1 is the last.
    private static bool TryIndex(string step, int count, out int index)
    {
        if (!int.TryParse(step, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index))
        {
            return false;
        }

        index = index < 0 ? index + count : index;
        return index >= 0 && index < count;
    }

    private static string Text(string[] path) => string.Concat(path.Select(step => $"/{step}"));

    private static PatchException Missing(string operation, string[] path) =>
        Fail($"{operation} operation does not apply: doc is missing path: {GoText.Quote(Text(path))}: missing value");

    private static PatchException Fail(string message) => new(PatchFault.Unprocessable, message);
}
