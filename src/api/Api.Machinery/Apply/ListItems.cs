namespace Cybernetes.Api.Machinery;

/// <summary>Tells the items of a merging list apart.</summary>
internal static class ListItems
{
    /// <summary>The step to an item; on failure what is wrong with it.</summary>
    public static string? TryElement(Value item, MergeType list, out PathElement element)
    {
        element = default;
        if (list.Keys.IsEmpty)
        {
            if (item.IsMap || item.IsList || item.IsNull)
            {
                return item.IsNull
                    ? "associative list without keys has an element that's an explicit null"
                    : $"associative list without keys has an element that's a {(item.IsMap ? "map" : "list")} type";
            }

            element = PathElement.Item(item);
            return null;
        }

        if (!item.IsMap)
        {
            return item.IsNull ? "associative list with keys may not have a null element" : "associative list with keys may not have non-map elements";
        }

        var keys = new KeyValuePair<string, Value>[list.Keys.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            var key = list.Keys[i];
            if (!item.Entries.TryGetValue(key, out var value) && list.KeyDefaults?.TryGetValue(key, out value) != true)
            {
                return $"associative list with keys has an element that omits key field {GoText.Quote(key)} (and doesn't have default value)";
            }

            keys[i] = new(key, value);
        }

        element = PathElement.Key(Value.Map(ValueMap.Adopt(keys)));
        return null;
    }

    /// <summary>The step to an item; one that cannot be told apart is found by its place.</summary>
    public static PathElement Element(Value item, MergeType list, int place) => TryElement(item, list, out var element) is null ? element : PathElement.Index(place);
}
