using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>Keeps metadata.managedFields for the verbs other than apply.</summary>
internal static class FieldOwnership
{
    /// <summary>A new object, all of whose fields are its creator's.</summary>
    public static IObject OnCreate(IObject value, ServedResource resource, string manager, TimeProvider time)
    {
        var managers = For(resource, WholeTarget.Instance, time);
        return With(value, managers.Update(Document(resource.Codec.Empty), Document(value), manager));
    }

    /// <summary>An object whose changed fields are now the writer's.</summary>
    public static IObject OnUpdate(IObject value, IObject? oldHub, UpdateTarget target, ServedResource resource, string manager, TimeProvider time)
    {
        if (!target.ShowsWhole)
        {
            return value;
        }

        var live = oldHub is null ? target.CodecFor(resource).Empty : target.Show(resource, oldHub);
        return With(value, For(resource, target, time).Update(Document(live), Document(value), manager));
    }

    /// <summary>The field manager of a resource or subresource.</summary>
    public static FieldManager For(ServedResource resource, UpdateTarget target, TimeProvider time)
    {
        var codec = target.CodecFor(resource);
        return new FieldManager(codec.Info.Kind, target.Subresource, new ApplyVersions(codec.Info.Kind.Kind), time, Reset(resource, target), Document(codec.Empty));
    }

    /// <summary>An object as a document with kind and apiVersion.</summary>
    public static Value Document(IKind value) => Value.ToValue(value)
        .With("kind", value.GroupVersionKind.Kind)
        .With("apiVersion", value.GroupVersionKind.ApiVersion);

    /// <summary>The fields that the endpoint throws away, and that nobody therefore manages through it.</summary>
    private static FieldSet? Reset(ServedResource resource, UpdateTarget target) => target.Subresource switch
    {
        "" when resource.Subresources.ContainsKey("status") => FieldSet.OfFields(["status"]),
        "status" => FieldSet.OfFields(["spec"], ["metadata", "labels"]),
        _ => null,
    };

    private static IObject With(IObject value, Value document)
    {
        var entries = document.At("metadata", "managedFields");
        var fields = entries.IsList ? Value.FromValue<ObjectMeta>(Value.MapOf(("managedFields", entries))).ManagedFields : default;
        return value.WithMetadata(value.Metadata with { ManagedFields = fields });
    }
}
