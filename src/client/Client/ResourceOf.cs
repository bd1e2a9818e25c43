using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client.Transport;

namespace Cybernetes.Client;

/// <summary>Where the objects of a type are on the server, and how they are asked for. Immutable.</summary>
public sealed class ResourceOf<T>
    where T : class, IObject<T>
{
    private static ResourceOf<T>? _declared;

    private ResourceOf(GroupVersionResource resource, bool namespaced, string accept)
    {
        (Resource, Namespaced, Accept) = (resource, namespaced, accept);
        var kind = T.Info.Kind;
        ListCodec = Kinds.Find(kind with { Kind = kind.Kind + "List" });
    }

    /// <summary>The resource that the type declares.</summary>
    public static ResourceOf<T> Declared => _declared ??= new(T.Info.Resource, T.Info.Namespaced, "");

    /// <summary>Group, version and plural.</summary>
    public GroupVersionResource Resource { get; }

    /// <summary>True when objects live in namespaces.</summary>
    public bool Namespaced { get; }

    /// <summary>The media types asked for; empty for the transport's own.</summary>
    public string Accept { get; }

    /// <summary>The object's codec.</summary>
    public KindCodec Codec { get; } = new ObjectCodec<T>();

    /// <summary>The list's codec.</summary>
    public KindCodec? ListCodec { get; }

    /// <summary>The same type at another resource, such as any resource's metadata.</summary>
    public static ResourceOf<T> At(GroupVersionResource resource, bool namespaced, string accept) => new(resource, namespaced, accept);

    /// <summary>The path of the collection, an object or a subresource.</summary>
    public string Path(string @namespace, string name = "", string subresource = "") =>
        ApiPath.Of(Resource, Namespaced ? @namespace : "", name, subresource);
}

/// <summary>The metadata of the objects of any resource.</summary>
public static class MetadataOf
{
    private const string Transform = ";as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
    private const string ListTransform = ";as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

    /// <summary>The media types that ask for one object's metadata (or watched objects').</summary>
    public const string Accept = "application/vnd.kubernetes.protobuf" + Transform + ",application/json" + Transform + ",application/json";

    /// <summary>The media types that ask for a list of metadata.</summary>
    public const string AcceptList = "application/vnd.kubernetes.protobuf" + ListTransform + ",application/json" + ListTransform + ",application/json";

    /// <summary>The metadata of a resource's objects.</summary>
    public static ResourceOf<PartialObjectMetadata> Resource(GroupVersionResource resource, bool namespaced) =>
        ResourceOf<PartialObjectMetadata>.At(resource, namespaced, Accept);
}
