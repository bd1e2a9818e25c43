using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Client.Http;
using Cybernetes.Client.Transport;

namespace Cybernetes.Client;

/// <summary>
/// The typed client of one API server as one user: <c>client.GetAsync&lt;Pod&gt;(ns, name)</c>. Refusals are results
/// (<see cref="ApiResult{T}"/>); only a missing answer throws. Requests that the server asks to send again (Retry-After) are sent again.
/// Thread safe; objects are shared, never copied.
/// </summary>
public sealed partial class KubeClient
{
    private readonly KubeClientOptions _options;
    private readonly TokenBucket? _limit;

    /// <summary>A client on a transport.</summary>
    public KubeClient(IApiTransport transport, KubeClientOptions? options = null)
    {
        Transport = transport;
        _options = options ?? new KubeClientOptions();
        _limit = _options.Qps > 0 ? new TokenBucket(_options.Qps, _options.Burst, _options.Time) : null;
    }

    /// <summary>The way to the server.</summary>
    public IApiTransport Transport { get; }

    /// <summary>The clock of limits and back-off.</summary>
    public TimeProvider Time => _options.Time;

    /// <summary>The user agent; empty leaves it to the transport.</summary>
    public string UserAgent => _options.UserAgent;

    /// <summary>The same way under another user agent and with limits of its own.</summary>
    public KubeClient As(KubeClientOptions options) => new(Transport, options);

    /// <summary>Sends any request, within the limits and again where the server asks for it.</summary>
    public async ValueTask<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken = default)
    {
        if (request.UserAgent.Length == 0 && _options.UserAgent.Length > 0)
        {
            request = request with { UserAgent = _options.UserAgent };
        }

        for (var attempt = 0; ; attempt++)
        {
            if (_limit is not null)
            {
                await _limit.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            ApiResponse response;
            try
            {
                response = await Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpRequestException or IOException && request.Method == "GET" && attempt < 1 && !cancellationToken.IsCancellationRequested)
            {
                continue;
            }

            if (response.IsSuccess || attempt >= _options.MaxRetries || RetryAfter(response) is not { } delay)
            {
                return Decoded(response, request.Answer);
            }

            await Task.Delay(delay, _options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends any request and reads the answer as <typeparamref name="T"/>.</summary>
    public async ValueTask<ApiResult<T>> SendAsync<T>(ApiRequest request, CancellationToken cancellationToken = default)
        where T : class, IKind =>
        Read<T>(await SendAsync(request, cancellationToken).ConfigureAwait(false));

    // A transport may leave a document as it came; what is of a declared kind is read here.
    private static ApiResponse Decoded(ApiResponse response, KindCodec? expected)
    {
        if (response.Object is not null || response.Bytes.IsEmpty)
        {
            return response;
        }

        try
        {
            return response with { Object = WireBodies.Decode(response.Bytes.Span, response.ContentType, response.IsSuccess ? expected : null) };
        }
        catch (WireException e)
        {
            throw new IOException($"the server's answer cannot be read: {e.Message}", e);
        }
    }

    // 429 and 5xx are sent again only where the server says when: client-go's rule. An eviction that a budget forbids says nothing.
    private static TimeSpan? RetryAfter(ApiResponse response) =>
        response.Code is 429 or >= 500 && int.TryParse(response.Header("Retry-After"), out var seconds) ? TimeSpan.FromSeconds(Math.Max(seconds, 1)) : null;

    private static ApiResult<T> Read<T>(ApiResponse response)
        where T : class, IKind
    {
        if (!response.IsSuccess)
        {
            return ApiResult<T>.Failure(response.ToStatus());
        }

        return response.Object is T value
            ? ApiResult<T>.Success(value)
            : throw new IOException($"the server answered {response.Object?.GroupVersionKind.ToString() ?? response.ContentType} where {typeof(T).Name} was expected");
    }

    private static ApiRequest Request<T>(string method, ResourceOf<T> at, string @namespace, string name, string subresource = "")
        where T : class, IObject<T> =>
        new(method, at.Path(@namespace, name, subresource)) { Answer = at.Codec, Accept = at.Accept };
}
