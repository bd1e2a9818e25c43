using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;

namespace Cybernetes.ApiServer.Connect;

/// <summary><c>pods/NAME/proxy</c>, <c>services/NAME/proxy</c> and <c>nodes/NAME/proxy</c>: HTTP of any method, passed on.</summary>
internal sealed class ProxyEndpoint(CachedCluster cluster, KubeletLocator kubelets, StreamForwarder forwarder)
{
    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var rest = RestOf(context.Path, context.Info.Namespace.Length > 0 ? 7 : 5);
        if (rest.Length == 0 && (context.Method is "GET" or "HEAD"))
        {
            var query = context.Query.Raw.Length > 0 ? "?" + context.Query.Raw : "";
            return new BytesResponse(301, "text/plain", default) { Headers = [new("Location", context.Path + "/" + query)] };
        }

        var target = ProxyTarget.Parse(context.Info.Name) ?? throw ApiErrors.BadRequest($"invalid {context.Info.Resource} request {GoText.Quote(context.Info.Name)}");
        var backend = context.Info.Resource switch
        {
            "pods" => await PodAsync(context, target, cancellationToken).ConfigureAwait(false),
            "services" => Service(context, target),
            _ => Node(target),
        };
        return await forwarder.ForwardAsync(context, new Uri($"{backend.Scheme}://{backend.Authority()}{rest}{(context.Query.Raw.Length > 0 ? "?" + context.Query.Raw : "")}"), cancellationToken, context.Path[..^rest.Length]).ConfigureAwait(false);
    }

    /// <summary>What follows the given number of segments: a name may begin with "proxy" too, so the word is not looked for.</summary>
    internal static string RestOf(string path, int segments)
    {
        var end = 0;
        for (; segments > 0 && end < path.Length; segments--)
        {
            var slash = path.IndexOf('/', end + 1);
            end = slash < 0 ? path.Length : slash;
        }

        return path[end..];
    }

    private async ValueTask<Backend> PodAsync(RequestContext context, ProxyTarget target, CancellationToken cancellationToken)
    {
        var pod = await cluster.GetLiveAsync<Pod>(context.Info.Namespace, target.Name, cancellationToken).ConfigureAwait(false)
            ?? throw ApiErrors.NotFound(new GroupResource("", "pods"), target.Name);
        var port = target.Port;
        if (port.Length == 0)
        {
            port = pod.Spec.Containers.SelectMany(each => each.Ports).Select(each => each.ContainerPortValue.ToString(System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault("");
        }

        return pod.Status.PodIP.Length > 0
            ? new Backend(SchemeOf(target), pod.Status.PodIP, port)
            : throw ApiErrors.BadRequest("address not allowed");
    }

    private Backend Service(RequestContext context, ProxyTarget target)
    {
        var service = cluster.Get<Service>(context.Info.Namespace, target.Name) ?? throw ApiErrors.NotFound(new GroupResource("", "services"), target.Name);
        var wanted = target.Port;
        if (wanted.Length == 0 && service.Spec.Ports.Count == 1)
        {
            wanted = service.Spec.Ports[0].Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var port = service.Spec.Ports.FirstOrDefault(each => each.Name == wanted || each.Port.ToString(System.Globalization.CultureInfo.InvariantCulture) == wanted);
        if (port is null)
        {
            throw ApiErrors.ServiceUnavailable($"no service port {GoText.Quote(wanted)} found for service {GoText.Quote(target.Name)}");
        }

        var candidates = cluster.List<EndpointSlice>(context.Info.Namespace)
            .Where(slice => slice.Metadata.Labels.GetValueOrDefault("kubernetes.io/service-name") == target.Name)
            .SelectMany(slice => slice.Ports.Where(each => (each.Name ?? "") == port.Name && each.Port is not null).SelectMany(each =>
                slice.Endpoints.Where(endpoint => endpoint.Conditions.Ready != false).SelectMany(endpoint => endpoint.Addresses).Select(address => (address, each.Port!.Value))))
            .ToArray();
        if (candidates.Length == 0)
        {
            throw ApiErrors.ServiceUnavailable($"no endpoints available for service {GoText.Quote(target.Name)}");
        }

        var (ip, number) = candidates[Random.Shared.Next(candidates.Length)];
        return new Backend(SchemeOf(target), ip, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private Backend Node(ProxyTarget target)
    {
        var kubelet = kubelets.Find(target.Name);
        return target.Port.Length == 0 || target.Port == kubelet.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ? new Backend("https", kubelet.Host, kubelet.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : new Backend(SchemeOf(target), kubelet.Host, target.Port);
    }

    private static string SchemeOf(ProxyTarget target) => target.Scheme.Length == 0 ? "http" : target.Scheme;

    private readonly record struct Backend(string Scheme, string Host, string Port)
    {
        public string Authority()
        {
            var host = Host.Contains(':', StringComparison.Ordinal) && !Host.StartsWith('[') ? $"[{Host}]" : Host;
            return Port.Length == 0 ? host : $"{host}:{Port}";
        }
    }
}
