using Cybernetes.Client.Streams;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cybernetes.Kubelet.Serving;

/// <summary>Hands an upgraded connection (SPDY or WebSocket) through to the runtime's streaming server, byte for byte.</summary>
internal static class StreamingProxy
{
    private static readonly string[] NotForwarded = ["Host", "Authorization", "Content-Length", "Transfer-Encoding"];
    private static readonly string[] NotReturned = ["Content-Length", "Transfer-Encoding", "Connection", "Date"];

    public static async Task ForwardAsync(HttpContext http, Uri target, CancellationToken cancellationToken)
    {
        var upgrade = http.Features.Get<IHttpUpgradeFeature>();
        if (upgrade is not { IsUpgradableRequest: true })
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync("Upgrade request required", cancellationToken).ConfigureAwait(false);
            return;
        }

        var headers = http.Request.Headers
            .Where(h => !NotForwarded.Contains(h.Key, StringComparer.OrdinalIgnoreCase))
            .SelectMany(h => h.Value.Select(v => new KeyValuePair<string, string>(h.Key, v ?? "")));
        await using var answer = await UpgradeDialer.DialAsync(new HttpMethod(http.Request.Method), target, headers, null, cancellationToken).ConfigureAwait(false);
        http.Response.StatusCode = answer.StatusCode;
        foreach (var (name, value) in answer.Headers)
        {
            if (!NotReturned.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                http.Response.Headers.Append(name, value);
            }
        }

        if (!answer.IsUpgraded)
        {
            await http.Response.Body.WriteAsync(await answer.ReadBodyAsync(1 << 20, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return;
        }

        await using var client = await upgrade.UpgradeAsync().ConfigureAwait(false);
        await BytePump.JoinAsync(client, answer.Stream, cancellationToken).ConfigureAwait(false);
    }
}
