using System.Net.Sockets;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Cybernetes.Cri.Grpc;

/// <summary>A gRPC channel to a runtime's Unix socket, with both services over it. Thread-safe.</summary>
public sealed class CriChannel : IDisposable
{
    private readonly GrpcChannel _channel;

    /// <summary>
    /// Opens a channel to <paramref name="endpoint"/> (<c>unix:///run/containerd/containerd.sock</c> or a path); it connects on first use
    /// and again whenever the runtime has restarted.
    /// </summary>
    /// <param name="endpoint">The socket.</param>
    /// <param name="requestTimeout">How long a call may take.</param>
    /// <param name="observe">Told of each call its name as in the kubelet's metrics, how long it took and whether it failed.</param>
    public CriChannel(string endpoint, TimeSpan requestTimeout, Action<string, TimeSpan, bool>? observe = null)
    {
        var path = SocketPath(endpoint);
        _channel = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions
        {
            MaxReceiveMessageSize = 16 * 1024 * 1024,
            HttpHandler = new SocketsHttpHandler
            {
                EnableMultipleHttp2Connections = true,
                ConnectCallback = async (_, cancellationToken) =>
                {
                    var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                    try
                    {
                        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken).ConfigureAwait(false);
                        return new NetworkStream(socket, ownsSocket: true);
                    }
                    catch
                    {
                        socket.Dispose();
                        throw;
                    }
                },
            },
        });
        var invoker = observe is null ? _channel.CreateCallInvoker() : _channel.Intercept(new CallMeter(observe));
        Runtime = new GrpcRuntimeService(new V1.RuntimeService.RuntimeServiceClient(invoker), requestTimeout);
        Images = new GrpcImageService(new V1.ImageService.ImageServiceClient(invoker), requestTimeout);
    }

    /// <summary>Sandboxes and containers.</summary>
    public IRuntimeService Runtime { get; }

    /// <summary>Images.</summary>
    public IImageService Images { get; }

    /// <inheritdoc/>
    public void Dispose() => _channel.Dispose();

    private static string SocketPath(string endpoint) => endpoint switch
    {
        _ when endpoint.StartsWith("unix://", StringComparison.Ordinal) => endpoint["unix://".Length..],
        _ when endpoint.StartsWith('/') => endpoint,
        _ => throw new ArgumentException($"protocol not supported, only unix sockets are: \"{endpoint}\"", nameof(endpoint)),
    };
}
