using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;

namespace Cybernetes.ApiServer.Connect;

/// <summary>GET <c>pods/NAME/log</c>: what a container wrote, from the kubelet that keeps it.</summary>
internal sealed class PodLog(CachedCluster cluster, KubeletLocator kubelets, BackendClient backend)
{
    private static readonly string[] _passed = ["follow", "previous", "sinceSeconds", "sinceTime", "timestamps", "tailLines", "limitBytes", "stream"];

    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var pod = await cluster.GetLiveAsync<Pod>(context.Info.Namespace, context.Info.Name, cancellationToken).ConfigureAwait(false)
            ?? throw ApiErrors.NotFound(context.Resource!.GroupResource, context.Info.Name);
        var container = PodContainers.Choose(pod, context.Query["container"] ?? "");
        if (pod.Spec.NodeName.Length == 0)
        {
            return new BytesResponse(200, "text/plain", ReadOnlyMemory<byte>.Empty);
        }

        var target = kubelets.Find(pod.Spec.NodeName);
        target.Path = $"/containerLogs/{pod.Metadata.Namespace}/{pod.Metadata.Name}/{container}";
        target.Query = string.Join('&', _passed
            .Where(key => context.Query[key] is not null)
            .Select(key => $"{key}={Uri.EscapeDataString(context.Query[key]!)}"));
        var answer = await SendAsync(target.Uri, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            throw await RefusalAsync(context, answer, cancellationToken).ConfigureAwait(false);
        }

        if (context.Http is { } http && WebSocketAccept.IsWanted(http))
        {
            return LogSocket.Respond(http, answer);
        }

        return new ConnectionResponse(async (client, token) =>
        {
            client.Response.ContentType = "text/plain";
            await StreamForwarder.CopyAnswerAsync(client, answer, token).ConfigureAwait(false);
        });
    }

    private async ValueTask<HttpResponseMessage> SendAsync(Uri target, CancellationToken cancellationToken)
    {
        try
        {
            return await backend.SendAsync(new HttpRequestMessage(HttpMethod.Get, target), cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException error)
        {
            throw ApiErrors.Internal($"Get \"{target}\": {error.Message}");
        }
    }

    private static async ValueTask<ApiException> RefusalAsync(RequestContext context, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using (answer)
        {
            var text = (await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)).Trim();
            var code = (int)answer.StatusCode;
            return code switch
            {
                500 => ApiErrors.Internal(text),
                400 => ApiErrors.BadRequest(text),
                _ => new ApiException(ApiStatus.Generic(code, "", context.Resource!.GroupResource, context.Info.Name, text)),
            };
        }
    }
}
