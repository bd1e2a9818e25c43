using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Catalog;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Connect;

/// <summary>The subresources that are connections.</summary>
internal static class ConnectResources
{
    private static readonly string[] _proxyVerbs = ["create", "delete", "get", "patch", "update"];

    public static void AddTo(SpecialResources special, RegistryServices services, CachedCluster cluster, BackendClient backend)
    {
        var kubelets = new KubeletLocator(cluster);
        var forwarder = new StreamForwarder(backend);
        var proxy = new ProxyEndpoint(cluster, kubelets, forwarder);
        special
            .Add(new GroupResource("", "pods"), pods => pods
                .With(new ServedSubresource("log", Pod.Info.Kind).With("get", new PodLog(cluster, kubelets, backend).InvokeAsync))
                .With(Streams("exec", PodExecOptions.Info.Kind, services, new PodExec("exec", cluster, kubelets, forwarder).InvokeAsync))
                .With(Streams("attach", PodAttachOptions.Info.Kind, services, new PodExec("attach", cluster, kubelets, forwarder).InvokeAsync))
                .With(Streams("portforward", PodPortForwardOptions.Info.Kind, services, new PodPortForward(cluster, kubelets, forwarder).InvokeAsync))
                .With(Proxy(PodProxyOptions.Info.Kind, services, proxy)))
            .Add(new GroupResource("", "services"), all => all.With(Proxy(ServiceProxyOptions.Info.Kind, services, proxy)))
            .Add(new GroupResource("", "nodes"), nodes => nodes.With(Proxy(NodeProxyOptions.Info.Kind, services, proxy)));
    }

    private static ServedSubresource Streams(string name, GroupVersionKind kind, RegistryServices services, VerbHandler handler) =>
        new ServedSubresource(name, kind).With("create", Admitted(services, name, kind, handler)).With("get", Admitted(services, name, kind, handler));

    private static ServedSubresource Proxy(GroupVersionKind kind, RegistryServices services, ProxyEndpoint proxy)
    {
        var subresource = new ServedSubresource("proxy", kind);
        foreach (var verb in _proxyVerbs)
        {
            subresource.With(verb, Admitted(services, "proxy", kind, proxy.InvokeAsync));
        }

        return subresource;
    }

    /// <summary>Lets admission see the connection first.</summary>
    private static VerbHandler Admitted(RegistryServices services, string subresource, GroupVersionKind kind, VerbHandler handler) => async (context, token) =>
    {
        var write = new WriteRequest(context.Resource!, context.User)
        {
            Namespace = context.Info.Namespace, Name = context.Info.Name, Subresource = subresource, Warn = context.Warn,
        };
        await services.Admission.ValidateAsync(write, AdmissionOperation.Connect, ConnectOptions.Of(kind, context.Query), null, token).ConfigureAwait(false);
        return await handler(context, token).ConfigureAwait(false);
    };
}
