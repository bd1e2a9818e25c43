using Cybernetes.Api.CoreV1;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.Client.Streams;
using Microsoft.AspNetCore.Http;

namespace Cybernetes.ApiServer.Connect;

/// <summary>
/// <c>pods/NAME/exec</c> and <c>attach</c>: SPDY clients and those with the first WebSocket protocols are joined with the kubelet as they are;
/// WebSocket clients of v5 and v4 are translated (KEP-4006).
/// </summary>
internal sealed class PodExec(string verb, CachedCluster cluster, KubeletLocator kubelets, StreamForwarder forwarder)
{
    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var pod = await cluster.GetLiveAsync<Pod>(context.Info.Namespace, context.Info.Name, cancellationToken).ConfigureAwait(false)
            ?? throw ApiErrors.NotFound(context.Resource!.GroupResource, context.Info.Name);
        var container = PodContainers.Choose(pod, context.Query["container"] ?? "");
        if (pod.Spec.NodeName.Length == 0)
        {
            throw ApiErrors.BadRequest($"pod {pod.Metadata.Name} does not have a host assigned");
        }

        var http = context.Http ?? throw ApiErrors.BadRequest("this path needs a connection");
        if (!StreamForwarder.IsUpgrade(http))
        {
            throw ApiErrors.BadRequest("Upgrade request required");
        }

        var query = context.Query;
        var options = new RemoteCommandOptions(Is(query, "stdin", false), Is(query, "stdout", true), Is(query, "stderr", true), Is(query, "tty", false));
        var target = kubelets.Find(pod.Spec.NodeName);
        target.Path = $"/{verb}/{pod.Metadata.Namespace}/{pod.Metadata.Name}/{container}";
        target.Query = QueryOf(options, query.Values("command"));
        if (!WebSocketAccept.IsWanted(http))
        {
            var headers = UpgradeDialer.SpdyHeaders([.. http.Request.Headers[StreamProtocols.VersionHeader].SelectMany(each => (each ?? "").Split(',')).Select(each => each.Trim())]);
            return await forwarder.UpgradeAsync(http, target.Uri, headers, cancellationToken).ConfigureAwait(false);
        }

        if (WebSocketAccept.Choose(http, StreamProtocols.RemoteCommandV5, StreamProtocols.RemoteCommandV4) is not { } protocol)
        {
            return await forwarder.UpgradeAsync(http, target.Uri, StreamForwarder.RequestHeaders(http, keepsUpgrade: true), cancellationToken).ConfigureAwait(false);
        }

        var answer = await forwarder.DialAsync(HttpMethod.Post, target.Uri, UpgradeDialer.SpdyHeaders(StreamProtocols.RemoteCommandV4), cancellationToken).ConfigureAwait(false);
        if (!answer.IsUpgraded)
        {
            return await StreamForwarder.RefusalAsync(answer, cancellationToken).ConfigureAwait(false);
        }

        return new ConnectionResponse(async (client, token) =>
        {
            using var socket = await WebSocketAccept.AcceptAsync(client, protocol).ConfigureAwait(false);
            await RemoteCommandTranslator.RunAsync(socket, answer.Stream, options, token).ConfigureAwait(false);
        });
    }

    private static bool Is(QueryParameters query, string key, bool otherwise) => query[key] is { } text ? RequestInfoParser.IsTrue(text) : otherwise && query.Values("command").Count > 0 && query["stdout"] is null && query["stderr"] is null;

    private static string QueryOf(RemoteCommandOptions options, IReadOnlyList<string> command)
    {
        var parts = new List<string>();
        if (options.Stdin)
        {
            parts.Add("input=1");
        }

        if (options.Stdout)
        {
            parts.Add("output=1");
        }

        if (options.HasStderr)
        {
            parts.Add("error=1");
        }

        if (options.Tty)
        {
            parts.Add("tty=1");
        }

        parts.AddRange(command.Select(each => $"command={Uri.EscapeDataString(each)}"));
        return string.Join('&', parts);
    }
}
