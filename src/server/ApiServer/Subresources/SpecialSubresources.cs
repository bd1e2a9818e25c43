using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.PolicyV1;
using Cybernetes.ApiServer.Authentication.Tokens;
using Cybernetes.ApiServer.Catalog;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.ApiServer.Command;
using Cybernetes.ApiServer.Namespaces;
using Cybernetes.ApiServer.Pods;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Resources;
using Cybernetes.ApiServer.Verbs;

namespace Cybernetes.ApiServer.Subresources;

/// <summary>The subresources that only one resource has.</summary>
internal static class SpecialSubresources
{
    public static void AddTo(SpecialResources special, RegistryServices services, CachedCluster cluster, ServiceAccountTokenIssuer tokens, ApiServerHost host)
    {
        var deletion = new Deletion(services);
        var updating = new Updating(services, new Creation(services), deletion);
        var binding = new BindingEndpoint(services, updating, () => host.Resources.Find("", "v1", "pods")!);
        special
            .Add(Core("pods"), pods => pods
                .With(new ServedSubresource("binding", Binding.Info.Kind).With("create", binding.InvokeAsync))
                .With(new ServedSubresource("eviction", Eviction.Info.Kind).With("create", new EvictionEndpoint(services, deletion, cluster).InvokeAsync))
                .With(ResourceCatalog.Updatable(services, Pod.Info.Kind, new SubresourceTarget("ephemeralcontainers")))
                .With(ResourceCatalog.Updatable(services, Pod.Info.Kind, new SubresourceTarget("resize"))))
            .Add(Core("bindings"), bindings => bindings.With("create", binding.InvokeAsync))
            .Add(Core("componentstatuses"), ComponentStatuses.AddTo)
            .Hook(Core("namespaces"), new NamespaceHooks())
            .Add(Core("namespaces"), namespaces => namespaces.With(
                new ServedSubresource("finalize", Namespace.Info.Kind).With("update", new UpdateVerb(services, updating, new SubresourceTarget("finalize")).InvokeAsync)))
            .Add(Core("serviceaccounts"), accounts => accounts.With(
                new ServedSubresource("token", TokenRequest.Info.Kind).With("create", new TokenEndpoint(services, tokens).InvokeAsync)))
            .Add(new GroupResource("certificates.k8s.io", "certificatesigningrequests"), requests => requests.With(
                ResourceCatalog.Updatable(services, requests.Kind, new SubresourceTarget("approval"))));
    }

    private static GroupResource Core(string resource) => new("", resource);
}
