namespace Cybernetes.Api.Machinery;

/// <summary>The items of lists that merge: telling them apart and putting them in order.</summary>
internal static class StrategicItems
{
    /// <summary>What tells items apart: their merge key's value, or for scalars the item itself.</summary>
    /// <exception cref="PatchException">By the function: an item lacks the key.</exception>
    public static Func<Value, Value> KeyBy(string? mergeKey) => mergeKey is null
        ? item => item
        : item => item.Entries.TryGetValue(mergeKey, out var key)
            ? key
            : throw new PatchException(PatchFault.Internal, $"map: {GoValue.Format(item)} does not contain declared merge key: {mergeKey}");

    /// <summary>
    /// The items in the order of upstream: those that the patch names stand in the patch's order; the server's own are woven in among them, each
    /// before the first that the server had after it.
    /// </summary>
    public static ValueList<Value> Arrange(ValueList<Value> items, ValueList<Value> patchOrder, ValueList<Value> serverOrder, Func<Value, Value> keyOf)
    {
        var patchPlaces = Places(patchOrder, keyOf);
        var serverPlaces = Places(serverOrder, keyOf);
        var patched = items.Where(item => patchPlaces.ContainsKey(keyOf(item))).OrderBy(item => patchPlaces[keyOf(item)]).ToList();
        var others = items.Where(item => !patchPlaces.ContainsKey(keyOf(item))).OrderBy(item => serverPlaces.GetValueOrDefault(keyOf(item), int.MaxValue)).ToList();
        var arranged = new List<Value>(items.Count);
        var (left, right) = (0, 0);
        while (left < others.Count || right < patched.Count)
        {
            var takesOther = right >= patched.Count || (left < others.Count &&
                serverPlaces.TryGetValue(keyOf(others[left]), out var place) &&
                serverPlaces.TryGetValue(keyOf(patched[right]), out var next) && place < next);
            arranged.Add(takesOther ? others[left++] : patched[right++]);
        }

        return arranged.ToValueList();
    }

    private static Dictionary<Value, int> Places(ValueList<Value> items, Func<Value, Value> keyOf)
    {
        var places = new Dictionary<Value, int>();
        for (var i = 0; i < items.Count; i++)
        {
            places.TryAdd(keyOf(items[i]), i);
        }

        return places;
    }
}
