using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Resources;

/// <summary>Carries out one verb of one resource.</summary>
public delegate ValueTask<Response> VerbHandler(RequestContext context, CancellationToken cancellationToken);

/// <summary>One resource in one version, as clients see it. Immutable once it is in the table.</summary>
public sealed class ServedResource
{
    private readonly Dictionary<string, VerbHandler> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServedSubresource> _subresources = new(StringComparer.Ordinal);

    /// <summary>A resource of a declared kind.</summary>
    public ServedResource(KindCodec codec, ResourceStorage? storage)
    {
        Codec = codec;
        Storage = storage;
        var kind = codec.Info.Kind;
        List = Kinds.Find(kind with { Kind = kind.Kind + "List" });
        Rules = RulesTable.For(kind);
        HubRules = storage is null ? Rules : RulesTable.For(storage.Hub.Info.Kind);
        JsonHeader = ObjectEncoder.JsonHeader(kind);
        ListKind = kind with { Kind = kind.Kind + "List" };
    }

    /// <summary>The codec of the kind in this version.</summary>
    public KindCodec Codec { get; }

    /// <summary>The codec of its list.</summary>
    public KindCodec? List { get; }

    /// <summary>Where objects are stored; null for a resource that stores nothing.</summary>
    public ResourceStorage? Storage { get; }

    /// <summary>The rules of this version: its defaults.</summary>
    public KindRules? Rules { get; }

    /// <summary>The rules of the storage version: what is right and wrong.</summary>
    public KindRules? HubRules { get; }

    /// <summary>The rules by which writes are judged: those of storage, but for a group that shows another group's objects its own.</summary>
    public KindRules? Judge => IsShownHere ? Rules : HubRules;

    /// <summary>Kind, plural, short names.</summary>
    public KindInfo Info => Codec.Info;

    /// <summary>Group, version and kind.</summary>
    public GroupVersionKind Kind => Codec.Info.Kind;

    /// <summary>Group, version and kind of a list.</summary>
    public GroupVersionKind ListKind { get; }

    /// <summary>Group and resource.</summary>
    public GroupResource GroupResource => new(Kind.Group, Info.Plural);

    /// <summary>Whether objects live in namespaces.</summary>
    public bool Namespaced => Info.Namespaced;

    /// <summary>How a JSON document of the kind begins.</summary>
    public byte[] JsonHeader { get; }

    /// <summary>The verbs, with who carries them out.</summary>
    public IReadOnlyDictionary<string, VerbHandler> Verbs => _verbs;

    /// <summary>The subresources by name.</summary>
    public IReadOnlyDictionary<string, ServedSubresource> Subresources => _subresources;

    /// <summary>What is special when it is written.</summary>
    public WriteHooks Hooks { get; init; } = WriteHooks.None;

    /// <summary>What is special when it is deleted.</summary>
    public DeletePolicy DeletePolicy { get; init; } = DeletePolicy.Default;

    /// <summary>A warning for every request to a deprecated version.</summary>
    public string Deprecation { get; init; } = "";

    /// <summary>Adds a verb.</summary>
    public ServedResource With(string verb, VerbHandler handler)
    {
        _verbs[verb] = handler;
        return this;
    }

    /// <summary>Adds a subresource.</summary>
    public ServedResource With(ServedSubresource subresource)
    {
        _subresources[subresource.Name] = subresource;
        return this;
    }

    /// <summary>An object of the storage version in this version.</summary>
    public IObject FromHub(IObject hub) => Conversion.To(hub, Codec);

    /// <summary>An object of the storage version in the version whose rules judge it.</summary>
    public IObject ToJudged(IObject hub) => IsShownHere ? FromHub(hub) : hub;

    private bool IsShownHere => Storage is not null && Storage.Hub.Info.Kind.Group != Kind.Group;

    /// <summary>An object of this version in the storage version.</summary>
    public IObject ToHub(IObject value) => Storage is null ? value : Conversion.To(value, Storage.Hub);
}
