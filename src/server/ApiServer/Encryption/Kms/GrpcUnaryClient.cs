using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Cybernetes.ApiServer.Encryption.Kms;

/// <summary>Unary gRPC calls over a Unix socket: length-prefixed messages in HTTP/2 requests without TLS. Thread safe.</summary>
internal sealed class GrpcUnaryClient : IDisposable
{
    private readonly HttpClient _client;
    private readonly TimeSpan _timeout;

    public GrpcUnaryClient(string endpoint, TimeSpan timeout)
    {
        _timeout = timeout;
        var address = KmsEndpoint.Parse(endpoint);
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        })
        {
            BaseAddress = new Uri("http://localhost"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Calls <c>/package.Service/Method</c>. Throws <see cref="IOException"/> when it fails.</summary>
    public async ValueTask<byte[]> CallAsync(string method, byte[] message, CancellationToken cancellationToken)
    {
        var body = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(1), message.Length);
        message.CopyTo(body, 5);
        using var request = new HttpRequestMessage(HttpMethod.Post, method)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        try
        {
            using var response = await _client.SendAsync(request, limit.Token).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync(limit.Token).ConfigureAwait(false);
            var status = Trailer(response, "grpc-status");
            if (status != "0")
            {
                throw new IOException(status is null
                    ? $"rpc error: code = Unknown desc = unexpected HTTP status code {(int)response.StatusCode}"
                    : $"rpc error: code = {status} desc = {Trailer(response, "grpc-message")}");
            }
            return bytes.Length >= 5 ? bytes[5..] : [];
        }
        catch (HttpRequestException e)
        {
            throw new IOException($"rpc error: code = Unavailable desc = {e.Message}", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("rpc error: code = DeadlineExceeded desc = context deadline exceeded", e);
        }
    }

    public void Dispose() => _client.Dispose();

    private static string? Trailer(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? values.FirstOrDefault() : null;
}
