using Cybernetes.Client.Streams;

namespace Cybernetes.Client.Transport;

/// <summary>
/// The way to one API server as one user: over HTTP, or by a call within the process. Nothing above may tell which. Thread safe.
/// Answers of the server, refusals too, are values; <see cref="HttpRequestException"/>, <see cref="IOException"/> and
/// <see cref="OperationCanceledException"/> mean that there was no answer.
/// </summary>
public interface IApiTransport
{
    /// <summary>Sends a request and reads the whole answer.</summary>
    ValueTask<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken);

    /// <summary>Opens a watch (the request's query says <c>watch=true</c>). The caller disposes it; that ends the watch.</summary>
    ValueTask<ApiWatch> WatchAsync(ApiRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a raw stream: an upgraded connection (exec, attach, port-forward; the headers carry Connection and Upgrade, the status is 101)
    /// or a body that is read as it comes (a followed log, a proxied answer; any other status). The caller disposes it.
    /// </summary>
    ValueTask<UpgradeResponse> OpenAsync(ApiRequest request, CancellationToken cancellationToken);
}
