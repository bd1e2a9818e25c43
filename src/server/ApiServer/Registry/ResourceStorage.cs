using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Registry;

/// <summary>
/// Where and how one resource is stored: upstream's keys, upstream's envelope, one storage version. All served versions of a resource, and
/// resources that share their objects (both kinds of Event), share one.
/// </summary>
public sealed class ResourceStorage
{
    // What was just written, by its bytes: the embedded store hands the same bytes to its watchers, so that an object is decoded once, by its writer.
    private static readonly ConditionalWeakTable<byte[], IObject> _written = [];

    private readonly string _prefix;
    private readonly IValueTransformer _transformer;

    /// <summary>A resource under a prefix of the registry, such as <c>services/specs</c>.</summary>
    public ResourceStorage(GroupResource resource, KindCodec hub, string prefix, bool namespaced, IValueTransformer? transformer = null)
    {
        Resource = resource;
        Hub = hub;
        Namespaced = namespaced;
        _prefix = Replica.Root + prefix + "/";
        _transformer = transformer ?? IdentityTransformer.Instance;
        Prefix = _prefix;
        Cache = new WatchCache(resource.ToString());
    }

    /// <summary>Group and resource.</summary>
    public GroupResource Resource { get; }

    /// <summary>The codec of the storage version.</summary>
    public KindCodec Hub { get; }

    /// <summary>Whether objects live in namespaces.</summary>
    public bool Namespaced { get; }

    /// <summary>What all keys begin with.</summary>
    public StoreKey Prefix { get; }

    /// <summary>The resource in memory.</summary>
    public WatchCache Cache { get; }

    /// <summary>True for the kinds that upstream stores as JSON.</summary>
    public bool AsJson { get; init; }

    /// <summary>How long objects live; null for as long as they are wanted.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>The cache key of an object.</summary>
    public string CacheKey(string @namespace, string name) => Namespaced ? @namespace + "/" + name : name;

    /// <summary>The cache key of a stored key.</summary>
    public string NameOf(StoreKey key) => System.Text.Encoding.UTF8.GetString(key.Span[Prefix.Length..]);

    /// <summary>The stored key of a cache key.</summary>
    public StoreKey KeyOf(string cacheKey) => _prefix + cacheKey;

    /// <summary>The bytes that are stored for an object; its resourceVersion is left out.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> EncodeAsync(StoreKey key, IObject value, CancellationToken cancellationToken)
    {
        var clean = value.Metadata.ResourceVersion.Length == 0 ? value : value.WithMetadata(value.Metadata with { ResourceVersion = "" });
        var bytes = ObjectEncoder.Document(clean, AsJson ? Negotiation.Encoding.Json : Negotiation.Encoding.Protobuf);
        var stored = await _transformer.ToStorageAsync(key, bytes, cancellationToken).ConfigureAwait(false);
        if (MemoryMarshal.TryGetArray(stored, out var segment) && segment.Array is { } array)
        {
            _written.AddOrUpdate(array, clean);
        }

        return stored;
    }

    /// <summary>What is stored, as an object with its version.</summary>
    public async ValueTask<StoredObject> DecodeAsync(KeyValue item, CancellationToken cancellationToken)
    {
        var key = NameOf(item.Key);
        if (Cache.Snapshot.Find(key) is { } cached && cached.Revision == item.ModRevision)
        {
            return cached;
        }

        IObject? value = null;
        if (!(MemoryMarshal.TryGetArray(item.Value, out var segment) && _written.TryGetValue(segment.Array!, out value)))
        {
            var transformed = await _transformer.FromStorageAsync(item.Key, item.Value, cancellationToken).ConfigureAwait(false);
            value = Read(transformed.Value.Span);
        }

        return Version(key, item.ModRevision, value);
    }

    /// <summary>Whether an object is stored in a way no longer wanted (by an old key, or in the clear), so that even an update without a change must be written.</summary>
    public async ValueTask<bool> IsStaleAsync(IStore store, StoreKey key, CancellationToken cancellationToken)
    {
        if (_transformer is IdentityTransformer)
        {
            return false;
        }

        var found = await store.GetAsync(key, cancellationToken: cancellationToken).ConfigureAwait(false);
        return found.Item is { } item && (await _transformer.FromStorageAsync(item.Key, item.Value, cancellationToken).ConfigureAwait(false)).IsStale;
    }

    /// <summary>An object as it was stored at a revision.</summary>
    public static StoredObject Version(string key, Revision revision, IObject value) =>
        new(key, revision, value.WithMetadata(value.Metadata with { ResourceVersion = revision.ToString() }));

    private IObject Read(ReadOnlySpan<byte> document)
    {
        if (!document.StartsWith(ObjectEncoder.ProtobufPrefix))
        {
            return (IObject)Hub.ReadJson(document);
        }

        var envelope = ProtoReader.Read<Unknown>(document[ObjectEncoder.ProtobufPrefix.Length..]);
        var kind = GroupVersionKind.From(envelope.ApiVersion, envelope.Kind);
        if (kind == Hub.Info.Kind)
        {
            return (IObject)Hub.ReadProto(envelope.Raw.Span);
        }

        var codec = Kinds.Find(kind) ?? throw new WireException($"no kind {kind} is known");
        return Resources.Conversion.ToHub((IObject)codec.ReadProto(envelope.Raw.Span), Hub);
    }
}
