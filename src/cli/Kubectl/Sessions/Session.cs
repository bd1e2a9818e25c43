using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Discovery;

namespace Cybernetes.Kubectl.Sessions;

/// <summary>
/// One run of a command: the streams, and the server with what it serves. Connects when first asked to. Documents stay as the server sent
/// them, so that nothing unknown to this build is lost.
/// </summary>
public sealed class Session(GlobalFlags flags, CommandIo io) : IDisposable
{
    /// <summary>The media type of plain documents.</summary>
    public const string Json = "application/json";

    private readonly Lazy<ClientConfig> _config = new(flags.ToConfig);
    private HttpApiTransport? _transport;
    private ResourceMap? _resources;

    /// <summary>The streams.</summary>
    public CommandIo Io => io;

    /// <summary>The flags that every command has.</summary>
    public GlobalFlags Flags => flags;

    /// <summary>The namespace of the flag or of the context.</summary>
    public string Namespace => _config.Value.Namespace;

    /// <summary>Where the server is.</summary>
    public ClientConfig Config => _config.Value;

    /// <summary>The way to the server.</summary>
    public IApiTransport Transport => _transport ??= new HttpApiTransport(_config.Value);

    /// <summary>What the server serves; asked for once.</summary>
    public async Task<ResourceMap> ResourcesAsync(CancellationToken cancellationToken) =>
        _resources ??= await DiscoveryReader.ReadAsync(this, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a request and reads the answer as a document.</summary>
    /// <exception cref="ServerException">The server refused.</exception>
    public async Task<Value> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var bytes = await SendRawAsync(request with { Accept = request.Accept.Length > 0 ? request.Accept : Json }, cancellationToken).ConfigureAwait(false);
        return bytes.Length == 0 ? Value.Null : Value.ParseJson(bytes);
    }

    /// <summary>Sends a request and reads the answer's bytes.</summary>
    /// <exception cref="ServerException">The server refused.</exception>
    public async Task<byte[]> SendRawAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        await using var answer = await OpenAsync(request, cancellationToken).ConfigureAwait(false);
        using var body = new MemoryStream();
        await answer.Stream.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        return body.ToArray();
    }

    /// <summary>Sends a request and hands the answer's body over as it comes.</summary>
    /// <exception cref="ServerException">The server refused.</exception>
    public async Task<Client.Streams.UpgradeResponse> OpenAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        Client.Streams.UpgradeResponse answer;
        try
        {
            answer = await Transport.OpenAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw Unreachable(e);
        }

        foreach (var (name, value) in answer.Headers)
        {
            if (name.Equals("Warning", StringComparison.OrdinalIgnoreCase))
            {
                await io.Err.WriteLineAsync($"Warning: {WarningText(value)}").ConfigureAwait(false);
            }
        }

        if (answer.StatusCode is >= 200 and < 300 or 101)
        {
            return answer;
        }

        await using (answer)
        {
            using var body = new MemoryStream();
            await answer.Stream.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
            throw new ServerException(Status(answer.StatusCode, body.ToArray()));
        }
    }

    /// <summary>The documents of a watch, one a line, until the server ends it.</summary>
    public async IAsyncEnumerable<Value> WatchAsync(ApiRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var answer = await OpenAsync(request with { Accept = request.Accept.Length > 0 ? request.Accept : Json }, cancellationToken).ConfigureAwait(false);
        using var reader = new StreamReader(answer.Stream, Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0)
            {
                yield return Value.ParseJson(line);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _transport?.Dispose();

    private static Value Status(int code, byte[] body)
    {
        try
        {
            var document = Value.ParseJson(body);
            if (document["kind"].AsString == "Status")
            {
                return document;
            }
        }
        catch (WireException)
        {
            // Not a Status: worded below.
        }

        var status = new ApiResponse(code) { Bytes = body }.ToStatus();
        return Value.MapOf(("reason", status.Reason), ("message", status.Message), ("code", code));
    }

    private KubectlException Unreachable(HttpRequestException e)
    {
        var server = Config.Server;
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return new($"The connection to the server {server.Authority} was refused - did you specify the right host or port?");
                case SocketException socket:
                    return new($"Unable to connect to the server: dial tcp {server.Authority}: {socket.Message}");
                case System.Security.Authentication.AuthenticationException tls:
                    return new($"Unable to connect to the server: {tls.Message}");
                default:
                    break;
            }
        }

        return new($"Unable to connect to the server: {e.Message}");
    }

    // 299 - "text": the text between the quotes, its escapes undone.
    private static string WarningText(string header)
    {
        var start = header.IndexOf('"', StringComparison.Ordinal);
        var end = header.LastIndexOf('"');
        return start >= 0 && end > start ? header[(start + 1)..end].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) : header;
    }
}
