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
            var fieldsType = entry["fieldsType"].AsString ?? "";
            var operation = entry["operation"].AsString;
            if (fieldsType is not ("FieldsV1" or "") || operation is not ("Apply" or "Update"))
            {
                return null;
            }

            try
            {
                var apiVersion = entry["apiVersion"].AsString ?? "";
                var key = new ManagerKey(entry["manager"].AsString ?? "", operation == "Apply", operation == "Apply" ? "" : apiVersion, entry["subresource"].AsString ?? "");
                Time? time = entry["time"].AsString is { } text ? Time.Parse(text) : null;
                managed.Set(key, new(FieldSet.FromValue(entry["fieldsV1"]), apiVersion, time));
            }
            catch (WireException)
            {
                return null;
            }
        }

        return managed;
    }

    /// <summary>The entries: appliers first, then by time and name.</summary>
    public Value ToValue() => Value.List(_managers
        .OrderBy(manager => manager.Key.IsApply ? 0 : 1)
        .ThenBy(manager => manager.Value.Time?.UnixSeconds ?? 0)
        .ThenBy(manager => manager.Key.Name, StringComparer.Ordinal)
        .ThenBy(manager => manager.Value.ApiVersion, StringComparer.Ordinal)
        .ThenBy(manager => manager.Key.Subresource, StringComparer.Ordinal)
        .Select(manager => Entry(manager.Key, manager.Value))
        .ToValueList());

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
