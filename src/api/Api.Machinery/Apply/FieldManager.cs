namespace Cybernetes.Api.Machinery;

/// <summary>
/// Keeps <c>metadata.managedFields</c> of one kind's objects as writes come, and does server-side apply. Objects are documents as JSON shows them.
/// Where there is no live object yet, give the kind's empty object as JSON shows it (<c>Value.ToValue(T.Empty)</c>), so that what every object
/// has is owned by nobody. Stateless; may be shared.
/// </summary>
/// <param name="kind">The kind, in the version of the documents.</param>
/// <param name="subresource">The subresource written to; empty for the object itself.</param>
/// <param name="versions">The kind's versions.</param>
/// <param name="clock">Gives the entries' times.</param>
/// <param name="emptyObject">The kind's empty object as JSON shows it; for a kind without one, none.</param>
/// <param name="resetFields">Fields that the endpoint resets, such as status on the object itself; null for none.</param>
public sealed class FieldManager(GroupVersionKind kind, string subresource, IApplyVersions versions, TimeProvider clock, FieldSet? resetFields = null, Value emptyObject = default)
{
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";
    private const string BeforeFirstApply = "before-first-apply";
    private const int MaxUpdateManagers = 10;
    private const string OldUpdates = "ancient-changes";

    private static readonly FieldSet _stripped = FieldSet.OfFields(
        ["apiVersion"],
        ["kind"],
        ["metadata"],
        ["metadata", "name"],
        ["metadata", "namespace"],
        ["metadata", "creationTimestamp"],
        ["metadata", "selfLink"],
        ["metadata", "uid"],
        ["metadata", "clusterName"],
        ["metadata", "generation"],
        ["metadata", "managedFields"],
        ["metadata", "resourceVersion"]);

    // A name that no entry can have: the fields of the write under way.
    private static readonly ManagerKey _current = new("\0current", IsApply: false, "", "");

    private readonly ApplyUpdater _updater = new(versions, kind.ApiVersion, resetFields);

    /// <summary>A create, update or patch: the updated document with its managed fields.</summary>
    public Value Update(Value live, Value updated, string manager)
    {
        var managed = ReadFor(live, updated);
        var after = WithoutManagedFields(updated);
        Update(WithoutManagedFields(live), after, managed, manager);
        return WithManagedFields(after, managed);
    }

    /// <summary>The same for documents without managed fields; <paramref name="managed"/> are those before the write, and then those after it.</summary>
    public void Update(Value live, Value updated, ManagedFields managed, string manager)
    {
        // An object that nobody has managed since its creation stays unmanaged.
        var isCreate = string.IsNullOrEmpty(live.At("metadata", "uid").AsString);
        if (!managed.IsEmpty || isCreate)
        {
            Record(live, updated, managed, Key(manager, isApply: false));
        }
    }

    /// <summary>A server-side apply: the merged document, before defaulting, with its managed fields.</summary>
    /// <exception cref="ApplyRequestException">The patch is of another version, or brings managed fields.</exception>
    /// <exception cref="ApplyException">The patch does not fit the schema.</exception>
    /// <exception cref="ApplyConflictException">Others own fields with other values, and <paramref name="force"/> is not set.</exception>
    public Value Apply(Value live, Value patch, string manager, bool force)
    {
        CheckRequest(patch);
        var managed = ManagedFields.TryRead(live.At("metadata", "managedFields")) ?? new();
        var before = WithoutManagedFields(live);
        if (managed.IsEmpty && !string.IsNullOrEmpty(live.At("metadata", "uid").AsString))
        {
            var blank = emptyObject.IsMap ? emptyObject : Value.MapOf(("apiVersion", kind.ApiVersion), ("kind", kind.Kind));
            Record(blank, before, managed, Key(BeforeFirstApply, isApply: false));
        }

        var type = versions.TypeOf(kind.ApiVersion) ?? MergeType.Untyped;
        var configuration = Typed(patch, type, "patch");
        var key = Key(manager, isApply: true);
        var merged = ApplyOrUpgrade(before, configuration, ref managed, key, force);
        Strip(managed, key);
        if (merged is not null && managed.Find(key) is { } owned)
        {
            managed.Set(key, owned with { Time = Now() });
        }

        var result = merged ?? before;
        return WithManagedFields(manager == "kubectl" ? SyncLastApplied(result, patch) : result, managed);
    }

    /// <summary>Only what a manager applied: the object to change and apply again. Null where it owns nothing.</summary>
    public Value? Extract(Value live, string manager)
    {
        var owned = ManagedFields.TryRead(live.At("metadata", "managedFields"))?.Managers.FirstOrDefault(entry => entry.Key.IsApply && entry.Key.Name == manager && entry.Key.Subresource == subresource).Value;
        if (owned is null || versions.TypeOf(owned.ApiVersion) is not { } type || versions.Convert(live, owned.ApiVersion) is not { } there)
        {
            return null;
        }

        var extracted = new TypedValue(there, type).Only(owned.Set).Value;
        var metadata = extracted["metadata"].With("name", live.At("metadata", "name"));
        metadata = live.At("metadata", "namespace").IsNull ? metadata : metadata.With("namespace", live.At("metadata", "namespace"));
        return extracted.With("apiVersion", owned.ApiVersion).With("kind", kind.Kind).With("metadata", metadata);
    }

    private ManagerKey Key(string manager, bool isApply) => new(manager.Length == 0 ? "unknown" : manager, isApply, isApply ? "" : kind.ApiVersion, subresource);

    private void CheckRequest(Value patch)
    {
        if (patch["apiVersion"].AsString is var version && version != kind.ApiVersion)
        {
            throw new ApplyRequestException($"Incorrect version specified in apply patch. Specified patch version: {version}, expected: {kind.ApiVersion}");
        }

        if (!patch.At("metadata", "managedFields").IsNull)
        {
            throw new ApplyRequestException("metadata.managedFields must be nil");
        }
    }

    private TypedValue Typed(Value document, MergeType type, string what)
    {
        try
        {
            return TypedValue.Checked(document, type);
        }
        catch (ApplyException e)
        {
            var name = $"{document.At("metadata", "namespace").AsString}/{document.At("metadata", "name").AsString}; {kind.ApiVersion}, Kind={kind.Kind}";
            throw new ApplyException($"failed to create typed {what} object ({name}): {e.Message}");
        }
    }

    private Value? ApplyOrUpgrade(Value live, TypedValue configuration, ref ManagedFields managed, ManagerKey key, bool force)
    {
        var entries = managed.ToValue();
        try
        {
            return _updater.Apply(live, configuration, managed, key, force);
        }
        catch (ApplyConflictException e) when (key.Name == "kubectl")
        {
            // What kubectl once applied by its annotation is its own: it may take it over.
            var allowed = AllowedByLastApplied(live, configuration.Type);
            var left = e.Conflicts.Where(conflict => !allowed.Contains(conflict.Path)).ToArray();
            if (left.Length > 0)
            {
                throw new ApplyConflictException(left);
            }

            managed = ManagedFields.TryRead(entries) ?? new();
            return _updater.Apply(live, configuration, managed, key, force: true);
        }
    }

    private static HashSet<string> AllowedByLastApplied(Value live, MergeType type)
    {
        if (live.At("metadata", "annotations", LastApplied).AsString is not { } json)
        {
            return [];
        }

        try
        {
            var applied = new TypedValue(Value.ParseJson(json), type);
            var comparison = applied.Compare(new(live, type));
            return [.. applied.ToFieldSet().Difference(comparison.Modified).Difference(comparison.Removed).Paths()];
        }
        catch (WireException)
        {
            return [];
        }
    }

    private static Value SyncLastApplied(Value document, Value patch)
    {
        var annotations = document.At("metadata", "annotations");
        if (annotations[LastApplied].IsNull)
        {
            return document;
        }

        var metadata = patch["metadata"];
        if (!metadata["annotations"].IsNull)
        {
            metadata = metadata.With("annotations", metadata["annotations"].Without(LastApplied));
        }

        var text = $"{patch.With("metadata", metadata)}\n";
        return document.With("metadata", document["metadata"].With("annotations", annotations.With(LastApplied, text)));
    }

    private void Record(Value before, Value after, ManagedFields managed, ManagerKey key)
    {
        _updater.Update(before, after, managed, _current);
        Strip(managed, _current);
        if (managed.Find(_current) is { } owned)
        {
            managed.Remove(_current);
            managed.Set(key, new(owned.Set.Union(managed.Find(key)?.Set ?? new()), kind.ApiVersion, Now()));
        }

        CapUpdates(managed);
    }

    private static void Strip(ManagedFields managed, ManagerKey key)
    {
        if (managed.Find(key) is { } owned)
        {
            managed.Set(key, owned with { Set = owned.Set.Difference(_stripped) });
        }
    }

    // The oldest writers of a version are told as one when there are too many.
    private static void CapUpdates(ManagedFields managed)
    {
        if (managed.Managers.Count <= MaxUpdateManagers)
        {
            return;
        }

        var updaters = managed.Managers.Where(entry => !entry.Key.IsApply).OrderBy(entry => entry.Value.Time?.UnixSeconds ?? 0).ThenBy(entry => entry.Key).ToArray();
        var left = updaters.Length;
        var firsts = new Dictionary<string, ManagerKey>();
        foreach (var (key, owned) in updaters)
        {
            if (left <= MaxUpdateManagers)
            {
                return;
            }

            if (!firsts.TryGetValue(owned.ApiVersion, out var first))
            {
                firsts[owned.ApiVersion] = key;
                continue;
            }

            var bucket = new ManagerKey(OldUpdates, IsApply: false, owned.ApiVersion, "");
            if (managed.Find(bucket) is null)
            {
                managed.Set(bucket, managed.Find(first)!);
                managed.Remove(first);
            }

            managed.Set(bucket, new(owned.Set.Union(managed.Find(bucket)!.Set), owned.ApiVersion, owned.Time));
            managed.Remove(key);
            left--;
        }
    }

    // What the request says of managed fields counts, so that they can be cleared or corrected, but not through a subresource.
    private ManagedFields ReadFor(Value live, Value updated)
    {
        var theirs = updated.At("metadata", "managedFields");
        if (subresource.Length == 0)
        {
            var isReset = theirs.IsList && (theirs.Items.IsEmpty || (theirs.Items.Count == 1 && theirs.Items[0].Entries.All(entry => entry.Value.IsNull || entry.Value.AsString is "")));
            if (isReset)
            {
                return new();
            }

            if (ManagedFields.TryRead(theirs) is { IsEmpty: false } given)
            {
                return given;
            }
        }

        return ManagedFields.TryRead(live.At("metadata", "managedFields")) ?? new();
    }

    private static Value WithoutManagedFields(Value document) =>
        document["metadata"].Entries.ContainsKey("managedFields") ? document.With("metadata", document["metadata"].Without("managedFields")) : document;

    private static Value WithManagedFields(Value document, ManagedFields managed) =>
        managed.IsEmpty ? document : document.With("metadata", document["metadata"].With("managedFields", managed.ToValue()));

    private Time Now() => Time.Now(clock);
}
