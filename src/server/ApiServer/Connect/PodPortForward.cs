using Cybernetes.Api.CoreV1;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.Client.Streams;

namespace Cybernetes.ApiServer.Connect;

/// <summary><c>pods/NAME/portforward</c>: SPDY as it is, or SPDY in a WebSocket tunnel (KEP-4006).</summary>
internal sealed class PodPortForward(CachedCluster cluster, KubeletLocator kubelets, StreamForwarder forwarder)
{
    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var pod = await cluster.GetLiveAsync<Pod>(context.Info.Namespace, context.Info.Name, cancellationToken).ConfigureAwait(false)
            ?? throw ApiErrors.NotFound(context.Resource!.GroupResource, context.Info.Name);
        if (pod.Spec.NodeName.Length == 0)
        {
            throw ApiErrors.BadRequest($"pod {pod.Metadata.Name} does not have a host assigned");
        }

        var http = context.Http ?? throw ApiErrors.BadRequest("this path needs a connection");
        if (!StreamForwarder.IsUpgrade(http))
        {
            throw ApiErrors.BadRequest("Upgrade request required");
        }

        var target = kubelets.Find(pod.Spec.NodeName);
        target.Path = $"/portForward/{pod.Metadata.Namespace}/{pod.Metadata.Name}";
        if (!WebSocketAccept.IsWanted(http))
        {
            return await forwarder.UpgradeAsync(http, target.Uri, UpgradeDialer.SpdyHeaders(StreamProtocols.PortForwardV1), cancellationToken).ConfigureAwait(false);
        }

        var protocol = WebSocketAccept.Choose(http, StreamProtocols.PortForwardTunnel) ?? throw ApiErrors.BadRequest("unable to upgrade: unsupported subprotocol");
        var answer = await forwarder.DialAsync(HttpMethod.Post, target.Uri, UpgradeDialer.SpdyHeaders(StreamProtocols.PortForwardV1), cancellationToken).ConfigureAwait(false);
        if (!answer.IsUpgraded)
        {
            return await StreamForwarder.RefusalAsync(answer, cancellationToken).ConfigureAwait(false);
        }

        return new ConnectionResponse(async (client, token) =>
        {
            using var socket = await WebSocketAccept.AcceptAsync(client, protocol).ConfigureAwait(false);
            var tunnel = new WebSocketByteStream(socket);
            await using (tunnel.ConfigureAwait(false))
            await using (answer.ConfigureAwait(false))
            {
                await BytePump.JoinAsync(tunnel, answer.Stream, token).ConfigureAwait(false);
            }
        });
    }
}
