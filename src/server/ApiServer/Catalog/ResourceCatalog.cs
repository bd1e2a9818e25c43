using Cybernetes.Api;
using Cybernetes.Api.AutoscalingV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Resources;
using Cybernetes.ApiServer.Subresources;
using Cybernetes.ApiServer.Verbs;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Catalog;

/// <summary>Makes the built-in resources out of the declared kinds: where they are stored, their verbs, their subresources.</summary>
public sealed class ResourceCatalog(RuntimeConfig config, Func<GroupResource, IValueTransformer>? encryption = null, TimeSpan? eventTtl = null)
{
    private readonly Dictionary<GroupResource, ResourceStorage> _storages = [];

    /// <summary>The storage of every built-in resource, served or not; call before <see cref="Serve"/>.</summary>
    public IReadOnlyList<ResourceStorage> Storages()
    {
        foreach (var codec in Declared())
        {
            var resource = codec.Info.Resource.GroupResource;
            if (!SubresourceCatalog.IsVirtual(resource) && StorageLayout.OwnerOf(resource) == resource && !_storages.ContainsKey(resource))
            {
                _storages[resource] = new ResourceStorage(resource, codec, StorageLayout.PrefixOf(resource), codec.Info.Namespaced, encryption?.Invoke(resource))
                {
                    AsJson = StorageLayout.IsJson(resource),
                    TimeToLive = resource is { Group: "", Resource: "events" } ? eventTtl : null,
                };
            }
        }

        return [.. _storages.Values];
    }

    /// <summary>The storage of a resource.</summary>
    public ResourceStorage StorageOf(GroupResource resource) => _storages[StorageLayout.OwnerOf(resource)];

    /// <summary>The resources that are served.</summary>
    public IReadOnlyList<ServedResource> Serve(RegistryServices services, SpecialResources special, CancellationToken stopping) =>
    [
        .. Declared().Where(codec => config.Serves(VersionOf(codec))).Select(codec => Make(codec, services, special, stopping)),
    ];

    /// <summary>The codecs of all resources, in discovery's order; of one resource the preferred version, that of storage, first.</summary>
    private static IEnumerable<KindCodec> Declared() => ApiVersions.All.SelectMany(version => Kinds.All
        .Where(codec => codec.Info.Kind.Group == version.Group && codec.Info.Kind.Version == version.Version)
        .Where(codec => codec.Info.Plural.Length > 0 && !SubresourceCatalog.IsHidden(codec.Info.Resource.GroupResource))
        .OrderBy(codec => codec.Info.Plural, StringComparer.Ordinal));

    private static ApiVersion VersionOf(KindCodec codec) =>
        ApiVersions.All.First(each => each.Group == codec.Info.Kind.Group && each.Version == codec.Info.Kind.Version);

    private ServedResource Make(KindCodec codec, RegistryServices services, SpecialResources special, CancellationToken stopping)
    {
        var name = codec.Info.Resource.GroupResource;
        if (SubresourceCatalog.IsVirtual(name))
        {
            var reviewed = new ServedResource(codec, null);
            special.AddVirtual(reviewed);
            return reviewed;
        }

        var resource = new ServedResource(codec, StorageOf(name))
        {
            Hooks = special.HooksOf(name),
            DeletePolicy = DeletePolicies.Of(name),
            Deprecation = name is { Group: "", Resource: "endpoints" } ? "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice" : "",
        };
        AddVerbs(resource, services, stopping);
        AddSubresources(resource, services);
        special.AddTo(resource);
        return resource;
    }

    private static void AddVerbs(ServedResource resource, RegistryServices services, CancellationToken stopping)
    {
        var (creation, deletion) = (new Creation(services), new Deletion(services));
        var updating = new Updating(services, creation, deletion);
        var list = new ListVerb(services);
        resource
            .With("create", new CreateVerb(services, creation).InvokeAsync)
            .With("get", new GetVerb(services).InvokeAsync)
            .With("list", list.InvokeAsync)
            .With("watch", new WatchVerb(services, stopping).InvokeAsync)
            .With("update", new UpdateVerb(services, updating, WholeTarget.Instance).InvokeAsync)
            .With("patch", new PatchVerb(services, updating, WholeTarget.Instance).InvokeAsync)
            .With("delete", new DeleteVerb(deletion).InvokeAsync);
        if (resource.GroupResource is not { Group: "", Resource: "namespaces" })
        {
            resource.With("deletecollection", new DeleteCollectionVerb(list, deletion).InvokeAsync);
        }
    }

    private static void AddSubresources(ServedResource resource, RegistryServices services)
    {
        if (SubresourceCatalog.HasStatus(resource.GroupResource))
        {
            resource.With(Updatable(services, resource.Kind, new SubresourceTarget("status")));
        }

        if (SubresourceCatalog.HasScale(resource.GroupResource))
        {
            resource.With(Updatable(services, Scale.Info.Kind, ScaleTarget.Instance));
        }
    }

    /// <summary>A subresource with get, update and patch.</summary>
    internal static ServedSubresource Updatable(RegistryServices services, GroupVersionKind kind, UpdateTarget target)
    {
        var creation = new Creation(services);
        var updating = new Updating(services, creation, new Deletion(services));
        var get = new GetVerb(services);
        return new ServedSubresource(target.Subresource, kind)
            .With("get", target.ShowsWhole ? get.InvokeAsync : async (context, token) =>
            {
                var stored = await get.FindAsync(context, token).ConfigureAwait(false);
                return new Pipeline.ObjectResponse(200, target.Show(context.Resource!, stored.Object));
            })
            .With("update", new UpdateVerb(services, updating, target).InvokeAsync)
            .With("patch", new PatchVerb(services, updating, target).InvokeAsync);
    }
}
