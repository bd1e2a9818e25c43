using System.Collections.Concurrent;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>Keeps metadata.managedFields for the verbs other than apply.</summary>
internal static class FieldOwnership
{
    private static readonly ConcurrentDictionary<KindCodec, Value> _empty = new();

    /// <summary>A new object, all of whose fields are its creator's.</summary>
    public static IObject OnCreate(IObject value, ServedResource resource, string manager, TimeProvider time)
    {
        var managed = ManagedEntries.Chosen(value.Metadata.ManagedFields, default, WholeTarget.Instance);
        For(resource, WholeTarget.Instance, time).Update(EmptyOf(resource.Codec), Document(ManagedEntries.Without(value)), managed, manager);
        return ManagedEntries.With(value, managed);
    }

    /// <summary>An object whose changed fields are now the writer's.</summary>
    public static IObject OnUpdate(IObject value, IObject? oldHub, UpdateTarget target, ServedResource resource, string manager, TimeProvider time)
    {
        if (!target.ShowsWhole)
        {
            return oldHub is null || !target.OwnsFieldsBehind ? value : OnPart(value, oldHub, target, resource, manager, time);
        }

        if (oldHub is null)
        {
            return OnUpdate(value, EmptyOf(target.CodecFor(resource)), default, target, resource, manager, time);
        }

        var shown = target.Show(resource, oldHub);
        return OnUpdate(value, Document(ManagedEntries.Without(shown)), shown.Metadata.ManagedFields, target, resource, manager, time);
    }

    /// <summary>The same, where the old object's document, without managed fields, is at hand.</summary>
    public static IObject OnUpdate(IObject value, Value live, ValueList<ManagedFieldsEntry> liveManaged, UpdateTarget target, ServedResource resource, string manager, TimeProvider time)
    {
        var managed = ManagedEntries.Chosen(value.Metadata.ManagedFields, liveManaged, target);
        For(resource, target, time).Update(live, Document(ManagedEntries.Without(value)), managed, manager);
        return ManagedEntries.With(value, managed);
    }

    /// <summary>A part that carries the managed fields of its object as they will be.</summary>
    private static IObject OnPart(IObject part, IObject oldHub, UpdateTarget target, ServedResource resource, string manager, TimeProvider time)
    {
        var before = resource.FromHub(oldHub);
        var after = resource.FromHub(target.Merge(resource, ManagedEntries.Without(part), oldHub));
        var managed = ManagedEntries.Chosen(default, before.Metadata.ManagedFields, target);
        var kind = resource.Kind;
        new FieldManager(kind, target.Subresource, new ApplyVersions(kind.Kind), time).Update(
            Document(ManagedEntries.Without(before)), Document(ManagedEntries.Without(after)), managed, manager);
        return ManagedEntries.With(part, managed);
    }

    /// <summary>The field manager of a resource or subresource.</summary>
    public static FieldManager For(ServedResource resource, UpdateTarget target, TimeProvider time)
    {
        var codec = target.CodecFor(resource);
        return new FieldManager(codec.Info.Kind, target.Subresource, new ApplyVersions(codec.Info.Kind.Kind), time, Reset(resource, target), EmptyOf(codec));
    }

    /// <summary>An object as a document with kind and apiVersion.</summary>
    public static Value Document(IKind value) => Value.ToValue(value)
        .With("kind", value.GroupVersionKind.Kind)
        .With("apiVersion", value.GroupVersionKind.ApiVersion);

    private static Value EmptyOf(KindCodec codec) => _empty.GetOrAdd(codec, each => Document(each.Empty));

    /// <summary>The fields that the endpoint throws away, and that nobody therefore manages through it.</summary>
    private static FieldSet? Reset(ServedResource resource, UpdateTarget target) => target.Subresource switch
    {
        "" when resource.Subresources.ContainsKey("status") => _status,
        "status" => _allButStatus,
        _ => null,
    };

    private static readonly FieldSet _status = FieldSet.OfFields(["status"]);
    private static readonly FieldSet _allButStatus = FieldSet.OfFields(["spec"], ["metadata", "labels"]);
}
