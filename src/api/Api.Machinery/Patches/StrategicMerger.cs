namespace Cybernetes.Api.Machinery;

/// <summary>
/// Lays a strategic merge patch over an object. With <paramref name="keepsNulls"/> it merges a patch into another patch instead: nulls and
/// directives stay for the one that applies the result.
/// </summary>
internal sealed class StrategicMerger(bool keepsNulls)
{
    public Value MergeMap(Value original, Value patch, MessageSchema? schema, bool isOpenMap)
    {
        // 1. a directive for the whole map
        if (patch.Entries.TryGetValue(StrategicMergePatch.Directive, out var directive))
        {
            return directive.AsString switch
            {
                "replace" => keepsNulls ? patch : DropDirectives(patch.Without(StrategicMergePatch.Directive)),
                "delete" => keepsNulls ? patch : Value.EmptyMap,
                "merge" => MergeMap(original, patch.Without(StrategicMergePatch.Directive), schema, isOpenMap),
                _ => throw new PatchException(PatchFault.Internal, $"unknown patch type: {GoValue.Format(directive)} in map: {GoValue.Format(patch)}"),
            };
        }

        var merged = new SortedDictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (key, value) in original.Entries)
        {
            merged[key] = value;
        }

        // 2. only the keys named stay
        var rest = new SortedDictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (key, value) in patch.Entries)
        {
            rest[key] = value;
        }

        if (!keepsNulls && rest.Remove(StrategicMergePatch.RetainKeys, out var retained))
        {
            ApplyRetainKeys(merged, rest, retained);
        }

        // 3. lists whose order the patch gives
        foreach (var (key, order) in patch.Entries)
        {
            if (key.StartsWith(StrategicMergePatch.SetOrder, StringComparison.Ordinal))
            {
                MergeOrdered(merged, rest, key, order, schema);
            }
        }

        // 4. everything else
        foreach (var (key, value) in rest)
        {
            MergeEntry(merged, key, value, schema, isOpenMap);
        }

        return Value.Map(ValueMap.From(merged));
    }

    private void MergeEntry(SortedDictionary<string, Value> merged, string key, Value value, MessageSchema? schema, bool isOpenMap)
    {
        if (key.StartsWith(StrategicMergePatch.DeleteFrom, StringComparison.Ordinal))
        {
            if (keepsNulls)
            {
                merged[key] = value;
            }
            else if (merged.TryGetValue(key[StrategicMergePatch.DeleteFrom.Length..], out var list))
            {
                merged[key[StrategicMergePatch.DeleteFrom.Length..]] = Value.List(list.Items.Where(item => !value.Items.Contains(item)).ToValueList());
            }

            return;
        }

        if (value.IsNull)
        {
            if (keepsNulls)
            {
                merged[key] = value;
            }
            else
            {
                merged.Remove(key);
            }

            return;
        }

        if (!merged.TryGetValue(key, out var before) || before.Kind != value.Kind)
        {
            merged[key] = keepsNulls ? value : DropDirectives(value);
            return;
        }

        // In a map from any key, the message is that of its values.
        var field = isOpenMap ? new StrategicField(schema, Merges: false, RetainsKeys: false, MergeKey: null, IsOpenMap: false) : StrategicField.Of(schema, key);
        if (value.IsMap)
        {
            merged[key] = !isOpenMap && StrategicField.Replaces(schema, key) ? value : MergeMap(before, value, field.Inner, field.IsOpenMap);
        }
        else if (value.IsList)
        {
            merged[key] = field.Merges ? MergeList(before, value, field) : keepsNulls ? value : DropDirectives(value);
        }
        else
        {
            merged[key] = value;
        }
    }

    private void MergeOrdered(SortedDictionary<string, Value> merged, SortedDictionary<string, Value> rest, string key, Value order, MessageSchema? schema)
    {
        rest.Remove(key);
        if (keepsNulls)
        {
            merged[key] = order;
            return;
        }

        if (!order.IsList)
        {
            throw new PatchException(PatchFault.Internal, $"expected a []interface {{}}, but received a {GoValue.JsonKind(order)}");
        }

        var name = key[StrategicMergePatch.SetOrder.Length..];
        var hasOriginal = merged.TryGetValue(name, out var original) && original.IsList;
        var hasPatch = rest.TryGetValue(name, out var patch) && patch.IsList;
        if (!hasOriginal && !hasPatch)
        {
            return;
        }

        rest.Remove(name);
        var field = StrategicField.Of(schema, name);
        var keyOf = StrategicItems.KeyBy(field.MergeKey);
        if (hasPatch)
        {
            CheckOrder(patch, order, keyOf);
        }

        var list = !hasPatch ? original : !hasOriginal ? DropDirectives(patch) : MergeList(original, patch, field);
        merged[name] = Value.List(StrategicItems.Arrange(list.Items, order.Items, original.Items, keyOf));
    }

    private Value MergeList(Value original, Value patch, StrategicField field)
    {
        var isMaps = original.Items.Concat(patch.Items).Any(item => item.IsMap);
        if (!isMaps)
        {
            var both = original.Items.Concat(patch.Items).Distinct().ToValueList();
            return Value.List(StrategicItems.Arrange(both, patch.Items, original.Items, item => item));
        }

        if (field.MergeKey is null)
        {
            throw new PatchException(PatchFault.Internal, $"cannot merge lists without merge key for {field.Inner?.Name}");
        }

        // 1. items that are directives
        var keyOf = StrategicItems.KeyBy(field.MergeKey);
        var (before, after) = keepsNulls ? (original.Items, patch.Items) : TakeDirectives(original.Items, patch.Items, keyOf);

        // 2. the others merge with the item of their key, or are new
        var items = before.ToList();
        foreach (var item in after)
        {
            var at = items.FindIndex(candidate => keyOf(candidate) == keyOf(item));
            if (at < 0)
            {
                items.Add(keepsNulls ? item : DropDirectives(item));
            }
            else
            {
                items[at] = keepsNulls && StrategicMergePatch.DirectiveOf(items[at]) is not null ? item : MergeMap(items[at], item, field.Inner, isOpenMap: false);
            }
        }

        return Value.List(StrategicItems.Arrange(items.ToValueList(), after, before, keyOf));
    }

    private static (ValueList<Value> Original, ValueList<Value> Patch) TakeDirectives(ValueList<Value> original, ValueList<Value> patch, Func<Value, Value> keyOf)
    {
        if (patch.All(item => StrategicMergePatch.DirectiveOf(item) is null))
        {
            return (original, patch);
        }

        var replaces = false;
        var (left, others) = (original.ToList(), new List<Value>());
        foreach (var item in patch)
        {
            switch (StrategicMergePatch.DirectiveOf(item))
            {
                case null:
                    others.Add(item);
                    break;
                case "delete":
                    left.RemoveAll(candidate => keyOf(candidate) == keyOf(item));
                    break;
                case "replace":
                    replaces = true;
                    break;
                case "merge":
                    others.Add(item.Without(StrategicMergePatch.Directive));
                    break;
                case var other:
                    throw new PatchException(PatchFault.Internal, $"unknown patch type: {other} in map: {GoValue.Format(item)}");
            }
        }

        return (replaces ? [] : left.ToValueList(), others.ToValueList());
    }

    private static void ApplyRetainKeys(SortedDictionary<string, Value> merged, SortedDictionary<string, Value> rest, Value retained)
    {
        var keys = retained.Items.Select(key => key.AsString).ToHashSet();
        if (!retained.IsList || rest.Any(entry => !entry.Value.IsNull && !keys.Contains(entry.Key) && !entry.Key.StartsWith('$')))
        {
            throw new PatchException(PatchFault.Internal, "invalid patch format of retainKeys");
        }

        foreach (var key in merged.Keys.Where(key => !keys.Contains(key)).ToArray())
        {
            merged.Remove(key);
        }
    }

    private static void CheckOrder(Value patch, Value order, Func<Value, Value> keyOf)
    {
        var places = order.Items.Select(keyOf).ToList();
        var last = -1;
        foreach (var item in patch.Items)
        {
            if (StrategicMergePatch.DirectiveOf(item) == "delete")
            {
                continue;
            }

            var place = places.IndexOf(keyOf(item));
            if (place <= last)
            {
                throw new PatchException(
                    PatchFault.Internal,
                    $"The order in patch list:\n{GoValue.Format(patch)}\n doesn't match $setElementOrder list:\n{GoValue.Format(order)}\n");
            }

            last = place;
        }
    }

    /// <summary>What the patch's value is on its own, where there is nothing to merge it with: without nulls and directives.</summary>
    private static Value DropDirectives(Value value)
    {
        if (value.IsList)
        {
            return Value.List(value.Items.Where(item => StrategicMergePatch.DirectiveOf(item) is null or "merge").Select(DropDirectives).ToValueList());
        }

        if (!value.IsMap)
        {
            return value;
        }

        return StrategicMergePatch.DirectiveOf(value) == "delete"
            ? Value.EmptyMap
            : Value.Map(ValueMap.From(value.Entries
                .Where(entry => !entry.Value.IsNull && !IsDirective(entry.Key))
                .Select(entry => new KeyValuePair<string, Value>(entry.Key, DropDirectives(entry.Value)))));
    }

    private static bool IsDirective(string key) =>
        key is StrategicMergePatch.Directive or StrategicMergePatch.RetainKeys ||
        key.StartsWith(StrategicMergePatch.SetOrder, StringComparison.Ordinal) ||
        key.StartsWith(StrategicMergePatch.DeleteFrom, StringComparison.Ordinal);
}
