namespace Cybernetes.Api.Machinery;

/// <summary>Finds the strategic merge patch between two objects.</summary>
/// <param name="Changes">What was set or changed goes into the patch.</param>
/// <param name="Deletions">What was taken away goes into the patch.</param>
internal sealed record StrategicDiffer(bool Changes, bool Deletions)
{
    public Value Map(Value original, Value modified, MessageSchema? schema, bool isOpenMap, bool retainKeys)
    {
        var patch = new List<KeyValuePair<string, Value>>();
        foreach (var (key, after) in modified.Entries)
        {
            if (!original.Entries.TryGetValue(key, out var before) || before.Kind != after.Kind)
            {
                if (Changes)
                {
                    patch.Add(new(key, after));
                }

                continue;
            }

            var field = isOpenMap ? new StrategicField(schema, Merges: false, RetainsKeys: false, MergeKey: null, IsOpenMap: false) : StrategicField.Of(schema, key);
            if (after.IsMap && (isOpenMap || !StrategicField.Replaces(schema, key)))
            {
                var inner = Map(before, after, field.Inner, field.IsOpenMap, field.RetainsKeys);
                if (!inner.Entries.IsEmpty)
                {
                    patch.Add(new(key, inner));
                }
            }
            else if (after.IsList && field.Merges)
            {
                List(patch, key, before, after, field);
            }
            else if (Changes && before != after)
            {
                patch.Add(new(key, after));
            }
        }

        if (Deletions)
        {
            patch.AddRange(original.Entries.Where(entry => !modified.Entries.ContainsKey(entry.Key)).Select(entry => new KeyValuePair<string, Value>(entry.Key, Value.Null)));
        }

        if (retainKeys && patch.Count > 0)
        {
            patch.Add(new(StrategicMergePatch.RetainKeys, Value.List(modified.Entries.Keys.Select(key => (Value)key).ToValueList())));
        }

        return Value.Map(ValueMap.Adopt(patch.ToArray()));
    }

    private void List(List<KeyValuePair<string, Value>> patch, string key, Value before, Value after, StrategicField field)
    {
        if (before.Items.IsEmpty)
        {
            if (Changes && !after.Items.IsEmpty)
            {
                patch.Add(new(key, after));
            }

            return;
        }

        if (before.Items.Concat(after.Items).Any(item => item.IsMap))
        {
            Maps(patch, key, before, after, field);
            return;
        }

        var added = Changes ? after.Items.Where(item => !before.Items.Contains(item)).ToValueList() : [];
        var deleted = Deletions ? before.Items.Where(item => !after.Items.Contains(item)).ToValueList() : [];
        if (!added.IsEmpty)
        {
            patch.Add(new(key, Value.List(added)));
        }

        if (!deleted.IsEmpty)
        {
            patch.Add(new(StrategicMergePatch.DeleteFrom + key, Value.List(deleted)));
        }

        if (!deleted.IsEmpty || (Changes && before != after))
        {
            patch.Add(new(StrategicMergePatch.SetOrder + key, after));
        }
    }

    private void Maps(List<KeyValuePair<string, Value>> patch, string key, Value before, Value after, StrategicField field)
    {
        var mergeKey = field.MergeKey ?? throw new PatchException(PatchFault.Internal, $"cannot merge lists without merge key for {field.Inner?.Name}");
        var keyOf = StrategicItems.KeyBy(mergeKey);
        var items = new List<Value>();
        foreach (var item in after.Items)
        {
            var earlier = before.Items.Where(candidate => keyOf(candidate) == keyOf(item)).Take(1).ToArray();
            if (earlier.Length == 0)
            {
                if (Changes)
                {
                    items.Add(item);
                }

                continue;
            }

            var inner = Map(earlier[0], item, field.Inner, isOpenMap: false, field.RetainsKeys);
            if (!inner.Entries.IsEmpty)
            {
                items.Add(inner.With(mergeKey, keyOf(item)));
            }
        }

        var keys = after.Items.Select(keyOf).ToHashSet();
        if (Deletions)
        {
            items.AddRange(before.Items
                .Where(item => !keys.Contains(keyOf(item)))
                .Select(item => Value.MapOf((StrategicMergePatch.Directive, "delete"), (mergeKey, keyOf(item)))));
        }

        if (items.Count > 0)
        {
            patch.Add(new(key, Value.List(items.ToValueList())));
        }

        var sameOrder = before.Items.Select(keyOf).SequenceEqual(after.Items.Select(keyOf));
        if (items.Count > 0 || (Changes && !sameOrder))
        {
            patch.Add(new(StrategicMergePatch.SetOrder + key, Value.List(after.Items.Select(item => Value.MapOf((mergeKey, keyOf(item)))).ToValueList())));
        }
    }
}
