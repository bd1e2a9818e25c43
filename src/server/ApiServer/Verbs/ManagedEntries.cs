using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>metadata.managedFields between records and what server-side apply works on, without a way through documents.</summary>
internal static class ManagedEntries
{
    /// <summary>
    /// What counts before a write: what the request says of managed fields, so that they can be cleared or corrected, but not through a
    /// subresource; else what the object has.
    /// </summary>
    public static ManagedFields Chosen(ValueList<ManagedFieldsEntry> sent, ValueList<ManagedFieldsEntry> live, UpdateTarget target)
    {
        if (target.Subresource.Length == 0)
        {
            var isReset = sent.IsEmpty ? !sent.IsNil : sent.Count == 1 && sent[0] == ManagedFieldsEntry.Empty;
            if (isReset)
            {
                return new();
            }

            if (Read(sent) is { IsEmpty: false } given)
            {
                return given;
            }
        }

        return Read(live) ?? new();
    }

    /// <summary>The object without managed fields.</summary>
    public static IObject Without(IObject value) =>
        value.Metadata.ManagedFields.IsEmpty ? value : value.WithMetadata(value.Metadata with { ManagedFields = default });

    /// <summary>The object with these managed fields.</summary>
    public static IObject With(IObject value, ManagedFields managed)
    {
        var entries = new ManagedFieldsEntry[managed.Managers.Count];
        var at = 0;
        foreach (var (key, owned) in managed.InOrder())
        {
            entries[at++] = new ManagedFieldsEntry
            {
                Manager = key.Name,
                Operation = key.IsApply ? "Apply" : "Update",
                ApiVersion = owned.ApiVersion,
                Time = owned.Time,
                FieldsType = "FieldsV1",
                FieldsV1 = new FieldsV1(owned.Set.ToWire()),
                Subresource = key.Subresource,
            };
        }

        return value.WithMetadata(value.Metadata with { ManagedFields = entries.Length == 0 ? default : ValueList.Create<ManagedFieldsEntry>(entries) });
    }

    private static ManagedFields? Read(ValueList<ManagedFieldsEntry> entries)
    {
        var managed = new ManagedFields();
        foreach (var entry in entries)
        {
            if (!managed.TryAdd(entry.Manager, entry.Operation, entry.ApiVersion, entry.Subresource, entry.Time, entry.FieldsType, entry.FieldsV1?.Raw ?? default))
            {
                return null;
            }
        }

        return managed;
    }
}
