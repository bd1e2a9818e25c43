namespace Cybernetes.Api.Machinery;

/// <summary>What each manager owns of an object: <c>metadata.managedFields</c>, read and written.</summary>
public sealed class ManagedFields
{
    private readonly SortedDictionary<ManagerKey, ManagedSet> _managers = [];

    /// <summary>Every manager with what it owns.</summary>
    public IReadOnlyDictionary<ManagerKey, ManagedSet> Managers => _managers;

    /// <summary>True when nobody owns anything.</summary>
    public bool IsEmpty => _managers.Count == 0;

    /// <summary>What a manager owns; null for one that owns nothing.</summary>
    public ManagedSet? Find(ManagerKey manager) => _managers.GetValueOrDefault(manager);

    /// <summary>Sets what a manager owns; one that owns nothing leaves the list.</summary>
    public void Set(ManagerKey manager, ManagedSet owned)
    {
        if (owned.Set.IsEmpty)
        {
            _managers.Remove(manager);
        }
        else
        {
            _managers[manager] = owned;
        }
    }

    /// <summary>Takes a manager off the list.</summary>
    public void Remove(ManagerKey manager) => _managers.Remove(manager);

    /// <summary>Reads the entries of an object; null where one cannot be read.</summary>
    public static ManagedFields? TryRead(Value entries)
    {
        var managed = new ManagedFields();
        foreach (var entry in entries.Items)
        {
            if (!TryTime(entry["time"].AsString, out var time))
            {
                return null;
            }

            var fields = entry["fieldsV1"].IsMap ? FieldsV1.FromValue(entry["fieldsV1"]).Raw : default;
            if (!managed.TryAdd(entry["manager"].AsString ?? "", entry["operation"].AsString ?? "", entry["apiVersion"].AsString ?? "", entry["subresource"].AsString ?? "", time, entry["fieldsType"].AsString ?? "", fields))
            {
                return null;
            }
        }

        return managed;
    }

    private static bool TryTime(string? text, out Time? time)
    {
        time = null;
        try
        {
            time = text is null ? null : Time.Parse(text);
            return true;
        }
        catch (WireException)
        {
            return false;
        }
    }

    /// <summary>Adds one entry as an object has it; false where it cannot be read.</summary>
    public bool TryAdd(string manager, string operation, string apiVersion, string subresource, Time? time, string fieldsType, Bytes fields)
    {
        if (fieldsType is not ("FieldsV1" or "") || operation is not ("Apply" or "Update"))
        {
            return false;
        }

        try
        {
            var set = fields.IsEmpty ? new FieldSet() : FieldSet.FromWire(fields);
            Set(new ManagerKey(manager, operation == "Apply", operation == "Apply" ? "" : apiVersion, subresource), new(set, apiVersion, time));
            return true;
        }
        catch (WireException)
        {
            return false;
        }
    }

    /// <summary>The entries: appliers first, then by time and name.</summary>
    public Value ToValue() => Value.List(InOrder().Select(manager => Entry(manager.Key, manager.Value)).ToValueList());

    /// <summary>The managers in the order of entries: appliers first, then by time and name.</summary>
    public IReadOnlyList<KeyValuePair<ManagerKey, ManagedSet>> InOrder()
    {
        var managers = _managers.ToArray();
        Array.Sort(managers, InEntryOrder);
        return managers;
    }

    private static int InEntryOrder(KeyValuePair<ManagerKey, ManagedSet> left, KeyValuePair<ManagerKey, ManagedSet> right)
    {
        var order = right.Key.IsApply.CompareTo(left.Key.IsApply);
        order = order != 0 ? order : (left.Value.Time?.UnixSeconds ?? 0).CompareTo(right.Value.Time?.UnixSeconds ?? 0);
        order = order != 0 ? order : string.CompareOrdinal(left.Key.Name, right.Key.Name);
        order = order != 0 ? order : string.CompareOrdinal(left.Value.ApiVersion, right.Value.ApiVersion);
        return order != 0 ? order : string.CompareOrdinal(left.Key.Subresource, right.Key.Subresource);
    }

    private static Value Entry(ManagerKey key, ManagedSet owned)
    {
        var entry = Value.MapOf(
            ("manager", key.Name),
            ("operation", key.IsApply ? "Apply" : "Update"),
            ("apiVersion", owned.ApiVersion),
            ("fieldsType", "FieldsV1"),
            ("fieldsV1", owned.Set.ToValue()));
        entry = owned.Time is { } time ? entry.With("time", time.ToString()) : entry;
        return key.Subresource.Length == 0 ? entry : entry.With("subresource", key.Subresource);
    }
}
