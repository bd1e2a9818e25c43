using System.Net;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.Client.Streams;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cybernetes.ApiServer.Connect;

/// <summary>Passes requests on to a backend, and connections that change their protocol.</summary>
internal sealed class StreamForwarder(BackendClient backend)
{
    private static readonly HashSet<string> _hopByHop = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Te", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>Passes a request on and its answer back. With <paramref name="prefix"/>, the path that stands for the backend's root, links in the answer keep to it.</summary>
    public async ValueTask<Response> ForwardAsync(RequestContext context, Uri target, CancellationToken cancellationToken, string? prefix = null)
    {
        var http = context.Http ?? throw ApiErrors.BadRequest("this path needs a connection");
        if (IsUpgrade(http))
        {
            return await UpgradeAsync(http, target, RequestHeaders(http, keepsUpgrade: true), cancellationToken).ConfigureAwait(false);
        }

        var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), target);
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            request.Content = new StreamContent(http.Request.Body);
        }

        foreach (var (name, value) in RequestHeaders(http, keepsUpgrade: false))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        HttpResponseMessage answer;
        try
        {
            answer = await backend.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException error)
        {
            throw ApiErrors.ServiceUnavailable($"error trying to reach service: {error.Message}");
        }

        var page = prefix is null ? null : await ProxiedAnswer.ChangeAsync(answer, http.Request.Method, new LinkRewriter(prefix, target.Authority, http.Request.Host.Value ?? ""), cancellationToken).ConfigureAwait(false);
        if (page is not null)
        {
            var rewritten = new ByteArrayContent(page);
            foreach (var (name, values) in answer.Content.Headers.Where(header => header.Key != "Content-Length"))
            {
                rewritten.Headers.TryAddWithoutValidation(name, values);
            }

            rewritten.Headers.ContentLength = page.Length;
            answer.Content = rewritten;
        }

        return new ConnectionResponse((client, token) => CopyAnswerAsync(client, answer, token));
    }

    /// <summary>Asks the backend to change protocol as the client asks, and joins the two connections.</summary>
    public async ValueTask<Response> UpgradeAsync(HttpContext http, Uri target, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        var answer = await DialAsync(new HttpMethod(http.Request.Method), target, headers, cancellationToken).ConfigureAwait(false);
        if (!answer.IsUpgraded)
        {
            return await RefusalAsync(answer, cancellationToken).ConfigureAwait(false);
        }

        return new ConnectionResponse(async (client, token) =>
        {
            await using var _ = answer.ConfigureAwait(false);
            foreach (var (name, value) in answer.Headers)
            {
                if (!name.Equals("Connection", StringComparison.OrdinalIgnoreCase))
                {
                    client.Response.Headers.Append(name, value);
                }
            }

            var own = await client.Features.Get<IHttpUpgradeFeature>()!.UpgradeAsync().ConfigureAwait(false);
            await using var __ = own.ConfigureAwait(false);
            await BytePump.JoinAsync(own, answer.Stream, token).ConfigureAwait(false);
        });
    }

    /// <summary>An upgraded connection to the backend, or its refusal.</summary>
    /// <exception cref="ApiException">It cannot be reached.</exception>
    public async ValueTask<UpgradeResponse> DialAsync(HttpMethod method, Uri target, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        try
        {
            return await UpgradeDialer.DialAsync(method, target, headers, backend.TlsFor(target.IdnHost), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            throw ApiErrors.Internal($"error dialing backend: {error.Message}");
        }
    }

    /// <summary>What a backend said that would not change protocol.</summary>
    public static async ValueTask<Response> RefusalAsync(UpgradeResponse answer, CancellationToken cancellationToken)
    {
        await using var _ = answer.ConfigureAwait(false);
        var body = await answer.ReadBodyAsync(16 * 1024, cancellationToken).ConfigureAwait(false);
        return new BytesResponse(answer.StatusCode, answer.Header("Content-Type") ?? "text/plain", body);
    }

    /// <summary>Whether a client asks to change protocol.</summary>
    public static bool IsUpgrade(HttpContext http) =>
        http.Request.Headers.Connection.ToString().Contains("upgrade", StringComparison.OrdinalIgnoreCase) && http.Request.Headers.Upgrade.Count > 0;

    /// <summary>Copies an answer as it comes.</summary>
    public static async Task CopyAnswerAsync(HttpContext client, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using (answer)
        {
            client.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            {
                if (!_hopByHop.Contains(name))
                {
                    client.Response.Headers[name] = values.ToArray();
                }
            }

            await client.Response.StartAsync(cancellationToken).ConfigureAwait(false);
            var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                var buffer = new byte[32 * 1024];
                for (int read; (read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
                {
                    await client.Response.Body.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                    await client.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>A client's headers as a backend may see them: without its credentials.</summary>
    public static IEnumerable<KeyValuePair<string, string>> RequestHeaders(HttpContext http, bool keepsUpgrade)
    {
        foreach (var (name, values) in http.Request.Headers)
        {
            var isUpgrade = name.Equals("Connection", StringComparison.OrdinalIgnoreCase) || name.Equals("Upgrade", StringComparison.OrdinalIgnoreCase);
            if (name.StartsWith(':') || name.Equals("Host", StringComparison.OrdinalIgnoreCase) || (_hopByHop.Contains(name) && !(keepsUpgrade && isUpgrade)) ||
                name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Impersonate-", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (var value in values)
            {
                yield return new(name, value ?? "");
            }
        }

        yield return new("X-Forwarded-For", http.Connection.RemoteIpAddress?.ToString() ?? IPAddress.Loopback.ToString());
        yield return new("X-Forwarded-Host", http.Request.Host.Value ?? "");
        yield return new("X-Forwarded-Proto", http.Request.Scheme);
        yield return new("X-Forwarded-Uri", http.Request.Path);
    }
}
