using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Streams;
using Cybernetes.Client.Streams.Spdy;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.PortForward;

/// <summary><c>kubectl port-forward</c>: local ports that lead to a pod's, through the API server (SPDY within a WebSocket, KEP-4006).</summary>
public sealed class PortForwardCommand : Command
{
    private readonly Flag<ImmutableArray<string>> _addresses;

    /// <summary>Declares the flags.</summary>
    public PortForwardCommand()
        : base("port-forward", "TYPE/NAME [options] [LOCAL_PORT:]REMOTE_PORT [...[LOCAL_PORT_N:]REMOTE_PORT_N]")
    {
        _addresses = Flags.Strings("address", ["localhost"], "Addresses to listen on (comma separated). Only accepts IP addresses or localhost as a value.");
        Flags.Duration("pod-running-timeout", TimeSpan.FromMinutes(1), "The length of time to wait until at least one pod is running");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count < 2)
        {
            throw KubectlException.Error("TYPE/NAME and list of ports are required for port-forward\nSee 'kubectl port-forward -h' for help and examples");
        }

        var pod = (await PodChoice.FindAsync(session, arguments[0], cancellationToken).ConfigureAwait(false))[0];
        var phase = pod.Document.At("status", "phase").AsString;
        if (phase != "Running")
        {
            throw KubectlException.Error($"unable to forward port because pod is not running. Current status={phase}");
        }

        var service = arguments[0].StartsWith("svc/", StringComparison.Ordinal) || arguments[0].StartsWith("service/", StringComparison.Ordinal) ? await ServiceAsync(session, arguments[0], cancellationToken).ConfigureAwait(false) : Value.Null;
        var ports = arguments.Skip(1).Select(argument => Port(argument, pod.Document, service)).ToList();
        await using var answer = await session.OpenAsync(Request(pod), cancellationToken).ConfigureAwait(false);
        using var socket = WebSocket.CreateFromStream(answer.Stream, new WebSocketCreationOptions { IsServer = false });
        await using var tunnel = new WebSocketByteStream(socket);
        await using var connection = SpdyConnection.Start(tunnel, isServer: false);
        await using var forward = new PortForwardSession(connection);
        var listeners = new List<TcpListener>();
        try
        {
            var loops = new List<Task>();
            foreach (var (local, remote) in ports)
            {
                foreach (var address in Addresses())
                {
                    var listener = new TcpListener(address, local);
                    listener.Start();
                    listeners.Add(listener);
                    await session.Io.Out.WriteLineAsync($"Forwarding from {listener.LocalEndpoint} -> {remote}").ConfigureAwait(false);
                    loops.Add(AcceptAsync(session, forward, listener, remote, cancellationToken));
                }
            }

            await session.Io.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
            await Task.WhenAny([forward.Completion, .. loops]).WaitAsync(cancellationToken).ConfigureAwait(false);
            throw KubectlException.Error("lost connection to pod");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (SocketException e)
        {
            throw KubectlException.Error($"unable to listen on any of the requested ports: {e.Message}");
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }

    private IEnumerable<IPAddress> Addresses() =>
        _addresses.Value.Select(address => address == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(address, out var given) ? given : throw KubectlException.Error($"{address} is not a valid IP"));

    private static async Task<Value> ServiceAsync(Session session, string argument, CancellationToken cancellationToken)
    {
        var query = ResourceQuery.Parse([argument], await session.ResourcesAsync(cancellationToken).ConfigureAwait(false))[0];
        return await session.SendAsync(new ApiRequest("GET", query.Info.Path(session.Namespace, query.Name)), cancellationToken).ConfigureAwait(false);
    }

    // LOCAL:REMOTE, REMOTE for both, :REMOTE for any free local port. A remote port may be a name; a Service's port is led to its pod's.
    private static (int Local, int Remote) Port(string text, Value pod, Value service)
    {
        var parts = text.Split(':');
        var remote = parts[^1];
        if (service.IsMap && service.At("spec", "ports").Items.FirstOrDefault(port => port["name"].AsString == remote || port["port"].AsInteger?.ToString(CultureInfo.InvariantCulture) == remote) is { IsMap: true } found)
        {
            remote = found["targetPort"].AsString ?? (found["targetPort"].AsInteger ?? found["port"].AsInteger ?? 0).ToString(CultureInfo.InvariantCulture);
        }

        var number = int.TryParse(remote, NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given
            : (int)(pod.At("spec", "containers").Items.SelectMany(container => container["ports"].Items).FirstOrDefault(port => port["name"].AsString == remote)["containerPort"].AsInteger
                ?? throw KubectlException.Error($"Pod '{pod.At("metadata", "name").AsString}' does not have a named port '{remote}'"));
        var local = parts.Length == 1 ? (int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var same) ? same : number)
            : parts[0].Length == 0 ? 0
            : int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var other) ? other
            : throw KubectlException.Error($"error parsing local port '{parts[0]}': invalid syntax");
        return (local, number);
    }

    private static ApiRequest Request(ResourceObject pod) => new("GET", pod.Path("portforward"))
    {
        Headers =
        [
            new("Connection", "Upgrade"),
            new("Upgrade", "websocket"),
            new("Sec-WebSocket-Version", "13"),
            new("Sec-WebSocket-Key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(16))),
            new("Sec-WebSocket-Protocol", StreamProtocols.PortForwardTunnel),
        ],
    };

    private static async Task AcceptAsync(Session session, PortForwardSession forward, TcpListener listener, int remote, CancellationToken cancellationToken)
    {
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync(cancellationToken).ConfigureAwait(false);
            await session.Io.Out.WriteLineAsync($"Handling connection for {((IPEndPoint)listener.LocalEndpoint).Port}").ConfigureAwait(false);
            await session.Io.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
            _ = CarryAsync(session, forward, client, remote, cancellationToken);
        }
    }

    private static async Task CarryAsync(Session session, PortForwardSession forward, TcpClient client, int remote, CancellationToken cancellationToken)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                var (data, error) = await forward.OpenAsync(remote, cancellationToken).ConfigureAwait(false);
                await using (data)
                await using (error)
                {
                    var sending = SendAsync(stream, data, cancellationToken);
                    await data.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
                    using var reader = new StreamReader(error, Encoding.UTF8);
                    if (await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false) is { Length: > 0 } message)
                    {
                        await session.Io.Err.WriteLineAsync($"error: an error occurred forwarding {remote}: {message}").ConfigureAwait(false);
                    }

                    client.Close();
                    await sending.ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // One side hung up; the other connections go on.
        }
    }

    private static async Task SendAsync(Stream from, SpdyStream to, CancellationToken cancellationToken)
    {
        try
        {
            await from.CopyToAsync(to, cancellationToken).ConfigureAwait(false);
            await to.CloseWriteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The pod's side has ended.
        }
    }
}
