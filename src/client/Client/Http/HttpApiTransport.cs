using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Streams;
using Cybernetes.Client.Transport;
using Cybernetes.Pki;

namespace Cybernetes.Client.Http;

/// <summary>
/// The API server over HTTP/2 (HTTP/1.1 where the server has no more, or for upgrades): TLS client certificates, bearer tokens, credential
/// programs, protobuf for the kinds that have it. Thread safe; dispose at the end.
/// </summary>
public sealed class HttpApiTransport : IApiTransport, IDisposable
{
    private readonly ClientConfig _config;
    private readonly HttpMessageInvoker _http;
    private readonly ClientTls _tls;
    private readonly ExecCredentials? _exec;
    private readonly ReloadingFile<string>? _tokenFile;

    /// <summary>A transport by a configuration.</summary>
    /// <exception cref="ConfigurationException">The configuration cannot be used.</exception>
    public HttpApiTransport(ClientConfig config, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        _config = config;
        _exec = config.Exec is null ? null : new ExecCredentials(config.Exec, config, time);
        _tls = new ClientTls(config, _exec, time);
        _tokenFile = config.BearerTokenFile.Length == 0
            ? null
            : new ReloadingFile<string>([config.BearerTokenFile], () => File.ReadAllText(config.BearerTokenFile).Trim(), time, TimeSpan.FromSeconds(10));
        var handler = new SocketsHttpHandler
        {
            SslOptions = _tls.Options(config.Server.IdnHost),
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
            ConnectTimeout = TimeSpan.FromSeconds(30),
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = config.DisableCompression ? DecompressionMethods.None : DecompressionMethods.GZip,
            InitialHttp2StreamWindowSize = 1 << 20,
        };
        if (config.ProxyUrl.Length > 0)
        {
            handler.Proxy = new WebProxy(config.ProxyUrl);
        }

        _http = new HttpMessageInvoker(handler);
    }

    /// <inheritdoc/>
    public async ValueTask<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var timeout = _config.Timeout > TimeSpan.Zero ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken) : null;
        timeout?.CancelAfter(_config.Timeout);
        var token = timeout?.Token ?? cancellationToken;
        using var response = await ExchangeAsync(request, request.Accept.Length > 0 ? request.Accept : Accept(request.Answer), token).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(token).ConfigureAwait(false);
        return ToResponse(response, body, request.Answer);
    }

    /// <inheritdoc/>
    public async ValueTask<ApiWatch> WatchAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var accept = request.Accept.Length > 0 ? request.Accept : Accept(request.Answer);
        if (accept.StartsWith(WireBodies.Protobuf, StringComparison.Ordinal))
        {
            accept = WireBodies.Protobuf + ";stream=watch" + accept[WireBodies.Protobuf.Length..];
        }

        var response = await ExchangeAsync(request, accept, cancellationToken).ConfigureAwait(false);
        try
        {
            if (!response.IsSuccessStatusCode)
            {
                var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
                var refusal = ToResponse(response, body, null);
                response.Dispose();
                return ApiWatch.Refused(refusal.ToStatus(), int.TryParse(refusal.Header("Retry-After"), out var seconds) ? seconds : null);
            }

            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new HttpWatch(response, stream, response.Content.Headers.ContentType?.MediaType ?? WireBodies.Json, request.Answer);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<UpgradeResponse> OpenAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (request.Headers.Any(h => h.Key.Equals("Upgrade", StringComparison.OrdinalIgnoreCase)))
        {
            return await UpgradeAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var response = await ExchangeAsync(request, request.Accept.Length > 0 ? request.Accept : "*/*", cancellationToken).ConfigureAwait(false);
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return new UpgradeResponse((int)response.StatusCode, Headers(response), stream);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _exec?.Dispose();
    }

    private async Task<UpgradeResponse> UpgradeAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var headers = new List<KeyValuePair<string, string>>(request.Headers)
        {
            new("User-Agent", request.UserAgent.Length > 0 ? request.UserAgent : _config.UserAgent),
        };
        if (await AuthorizationAsync(cancellationToken).ConfigureAwait(false) is { } authorization)
        {
            headers.Add(new("Authorization", authorization));
        }

        headers.AddRange(Impersonation());
        SslClientAuthenticationOptions? tls = null;
        if (_config.Server.Scheme == Uri.UriSchemeHttps)
        {
            tls = _tls.Options(_config.Server.IdnHost);
            tls.ApplicationProtocols = [SslApplicationProtocol.Http11];
        }

        return await UpgradeDialer.DialAsync(new HttpMethod(request.Method), ToUri(request), headers, tls, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> ExchangeAsync(ApiRequest request, string accept, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var credential = _exec is null ? null : await _exec.GetAsync(cancellationToken).ConfigureAwait(false);
            using var message = Message(request, accept, credential?.Token ?? Token());
            var response = await _http.SendAsync(message, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.Unauthorized || credential is null || attempt > 0)
            {
                return response;
            }

            response.Dispose();
            _exec!.Refused(credential);
        }
    }

    private HttpRequestMessage Message(ApiRequest request, string accept, string? token)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), ToUri(request))
        {
            Version = _config.Server.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        if (!request.Body.IsEmpty)
        {
            var (bytes, type) = request.Body.Object is { } value
                ? WireBodies.Encode(value, _config.PreferProtobuf)
                : (request.Body.Bytes, request.Body.ContentType!);
            message.Content = new ReadOnlyMemoryContent(bytes);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        message.Headers.TryAddWithoutValidation("Accept", accept);
        message.Headers.TryAddWithoutValidation("User-Agent", request.UserAgent.Length > 0 ? request.UserAgent : _config.UserAgent);
        if (token is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        else if (Basic() is { } basic)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic);
        }

        foreach (var (name, content) in request.Headers.Concat(Impersonation()))
        {
            message.Headers.TryAddWithoutValidation(name, content);
        }

        return message;
    }

    private string? Token() => _tokenFile?.Current ?? (_config.BearerToken.Length > 0 ? _config.BearerToken : null);

    private string? Basic() => _config.Username.Length > 0
        ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_config.Username}:{_config.Password}"))
        : null;

    private async ValueTask<string?> AuthorizationAsync(CancellationToken cancellationToken)
    {
        var token = (_exec is null ? null : (await _exec.GetAsync(cancellationToken).ConfigureAwait(false)).Token) ?? Token();
        return token is not null ? $"Bearer {token}" : Basic() is { } basic ? $"Basic {basic}" : null;
    }

    private IEnumerable<KeyValuePair<string, string>> Impersonation()
    {
        if (_config.ImpersonateUser.Length == 0)
        {
            return [];
        }

        var headers = new List<KeyValuePair<string, string>> { new("Impersonate-User", _config.ImpersonateUser) };
        if (_config.ImpersonateUid.Length > 0)
        {
            headers.Add(new("Impersonate-Uid", _config.ImpersonateUid));
        }

        headers.AddRange(_config.ImpersonateGroups.Select(group => new KeyValuePair<string, string>("Impersonate-Group", group)));
        headers.AddRange(_config.ImpersonateExtra.Select(extra => new KeyValuePair<string, string>("Impersonate-Extra-" + Uri.EscapeDataString(extra.Key), extra.Value)));
        return headers;
    }

    private string Accept(KindCodec? answer) => _config.PreferProtobuf && answer is not null ? WireBodies.Protobuf + "," + WireBodies.Json : WireBodies.Json;

    private Uri ToUri(ApiRequest request)
    {
        var text = new StringBuilder(_config.Server.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        foreach (var segment in request.Path.Split('/', StringSplitOptions.None).AsSpan(1))
        {
            text.Append('/').Append(Uri.EscapeDataString(segment).Replace("%3A", ":", StringComparison.Ordinal));
        }

        var separator = '?';
        foreach (var (key, value) in request.Query)
        {
            text.Append(separator).Append(Uri.EscapeDataString(key)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return new Uri(text.ToString(), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    private static ApiResponse ToResponse(HttpResponseMessage response, byte[] body, KindCodec? expected)
    {
        var contentType = response.Content.Headers.ContentType?.MediaType ?? "";
        IKind? value = null;
        if (body.Length > 0)
        {
            try
            {
                value = WireBodies.Decode(body, contentType, response.IsSuccessStatusCode ? expected : null);
            }
            catch (WireException e)
            {
                throw new IOException($"the server's answer cannot be read: {e.Message}", e);
            }
        }

        return new ApiResponse((int)response.StatusCode)
        {
            Object = value,
            Bytes = value is null ? body : default,
            ContentType = contentType,
            Headers = Headers(response),
        };
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Headers(HttpResponseMessage response) =>
    [
        .. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => new KeyValuePair<string, string>(header.Key, value))),
    ];
}
