using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Webhooks;

/// <summary>Calls webhooks: by URL, or a Service by one of its ready endpoints. Connections are kept. Thread safe.</summary>
internal sealed class WebhookConnections(IClusterView cluster)
{
    private const int MostKept = 256;

    private readonly ConcurrentDictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

    /// <summary>Posts a review and gives the answer's body. Throws <see cref="IOException"/> with upstream's words.</summary>
    public async ValueTask<byte[]> PostAsync(WebhookCall call, byte[] review, CancellationToken cancellationToken)
    {
        var address = $"{AddressOf(call.Client)}?timeout={call.TimeoutSeconds}s";
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(TimeSpan.FromSeconds(call.TimeoutSeconds));
        try
        {
            using var content = new ByteArrayContent(review);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await ClientOf(call.Client).PostAsync(new Uri(address), content, limited.Token).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(limited.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? body : throw new IOException($"an error on the server (\"{Encoding.UTF8.GetString(body).Trim()}\") has prevented the request from succeeding");
        }
        catch (HttpRequestException wrong)
        {
            throw new IOException($"failed to call webhook: Post \"{address}\": {(wrong.InnerException ?? wrong).Message}", wrong);
        }
        catch (OperationCanceledException wrong) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"failed to call webhook: Post \"{address}\": context deadline exceeded", wrong);
        }
    }

    private static string AddressOf(WebhookClientConfig client) => client.Service is { } service
        ? $"https://{service.Name}.{service.Namespace}.svc:{service.Port ?? 443}{(service.Path is { Length: > 0 } path ? path : "/")}"
        : client.Url!;

    private HttpClient ClientOf(WebhookClientConfig client)
    {
        var key = $"{client.Service?.Namespace}/{client.Service?.Name}:{client.Service?.Port} {client.Url} {client.CaBundle}";
        if (_clients.Count >= MostKept)
        {
            _clients.Clear();
        }
        return _clients.GetOrAdd(key, _ => Make(client));
    }

    private HttpClient Make(WebhookClientConfig client)
    {
        var tls = new SslClientAuthenticationOptions();
        if (!client.CaBundle.IsEmpty)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPem(client.CaBundle.ToString());
            tls.CertificateChainPolicy = policy;
        }
        var handler = new SocketsHttpHandler { SslOptions = tls, PooledConnectionLifetime = TimeSpan.FromMinutes(1), UseProxy = false, AllowAutoRedirect = false };
        if (client.Service is { } service)
        {
            handler.ConnectCallback = async (_, token) =>
            {
                var (host, port) = Resolve(service);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(host, port, token).ConfigureAwait(false);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            };
        }
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    // A ready endpoint of the Service's port; an external name leads elsewhere.
    private (string Host, int Port) Resolve(Api.AdmissionRegistrationV1.ServiceReference reference)
    {
        var found = cluster.Get<Service>(reference.Namespace, reference.Name) ?? throw new IOException($"service \"{reference.Name}\" not found");
        var number = reference.Port ?? 443;
        if (found.Spec.Type == "ExternalName")
        {
            return (found.Spec.ExternalName, number);
        }
        var port = found.Spec.Ports.FirstOrDefault(each => each.Port == number) ?? throw new IOException($"no service port {number} found for service \"{reference.Name}\"");
        var ready = cluster.List<EndpointSlice>(reference.Namespace)
            .Where(slice => slice.Metadata.Labels.TryGetValue("kubernetes.io/service-name", out var name) && name == reference.Name)
            .SelectMany(slice => slice.Endpoints.Where(endpoint => endpoint.Conditions.Ready != false).SelectMany(endpoint => endpoint.Addresses.SelectMany(address =>
                slice.Ports.Where(each => (each.Name ?? "") == port.Name && each.Port is not null).Select(each => (address, each.Port!.Value)))))
            .ToArray();
        return ready.Length > 0 ? ready[Random.Shared.Next(ready.Length)] : throw new IOException($"no endpoints available for service \"{reference.Name}\"");
    }
}
