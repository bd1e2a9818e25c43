using System.Net.Sockets;
using System.Text;
using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Probing;

/// <summary>A probe by HTTP GET: 200 to 399 is healthy; a redirect to another host is not followed.</summary>
internal static class HttpProbe
{
    private const int MaxBody = 10 * 1024;
    private const int MaxRedirects = 10;

    public static async Task<ProbeAnswer> RunAsync(HTTPGetAction action, int port, string host, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var scheme = action.Scheme.Length > 0 ? action.Scheme.ToLowerInvariant() : "http";
        var address = host.Contains(':') ? $"[{host}]" : host;
        var path = action.Path.StartsWith('/') ? action.Path : "/" + action.Path;
        var url = $"{scheme}://{address}:{port}{path}";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return new(ProbeVerdict.Unknown, $"parse \"{url}\": invalid URL");
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        };
        using var client = new HttpClient(handler);
        try
        {
            for (var redirects = 0; ; redirects++)
            {
                using var request = Request(action, uri);
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
                var code = (int)answer.StatusCode;
                if (code is >= 300 and < 400 && answer.Headers.Location is { } location)
                {
                    var next = new Uri(uri, location);
                    if (next.Host != uri.Host)
                    {
                        return new(ProbeVerdict.Warning, $"Probe terminated redirects, Response body: {await BodyAsync(answer, deadline.Token).ConfigureAwait(false)}");
                    }

                    if (redirects < MaxRedirects)
                    {
                        uri = next;
                        continue;
                    }

                    return new(ProbeVerdict.Failure, "stopped after 10 redirects");
                }

                var body = await BodyAsync(answer, deadline.Token).ConfigureAwait(false);
                return code is >= 200 and < 400 ? new(ProbeVerdict.Success, body) : new(ProbeVerdict.Failure, $"HTTP probe failed with statuscode: {code}");
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(ProbeVerdict.Failure, $"Get \"{url}\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)");
        }
        catch (HttpRequestException e)
        {
            var why = e.InnerException is SocketException socket ? $"dial tcp {address}:{port}: {DialError.Text(socket)}" : e.InnerException?.Message ?? e.Message;
            return new(ProbeVerdict.Failure, $"Get \"{url}\": {why}");
        }
    }

    private static HttpRequestMessage Request(HTTPGetAction action, Uri uri)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.TryAddWithoutValidation("User-Agent", "kube-probe/" + KubeletVersion.MajorMinor);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Headers.ConnectionClose = true;
        foreach (var group in action.HttpHeaders.GroupBy(h => h.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (group.Key.Equals("Host", StringComparison.OrdinalIgnoreCase))
            {
                request.Headers.Host = group.Last().Value;
                continue;
            }

            request.Headers.Remove(group.Key);
            foreach (var header in group.Where(h => h.Value.Length > 0))
            {
                request.Headers.TryAddWithoutValidation(header.Name, header.Value);
            }
        }

        return request;
    }

    private static async Task<string> BodyAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[MaxBody];
            var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return Encoding.UTF8.GetString(buffer, 0, read);
        }
    }
}
