using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Plugins;

namespace Cybernetes.Dns.Server;

/// <summary>Where the server gets its Corefile and where it listens.</summary>
public sealed record DnsServerOptions
{
    /// <summary>The Corefile's name, for messages and imports.</summary>
    public string File { get; init; } = "Corefile";

    /// <summary>Gives the Corefile's present text.</summary>
    public required Func<string> ReadCorefile { get; init; }

    /// <summary>Where blocks without "bind" listen; none: everywhere.</summary>
    public ImmutableArray<IPAddress> Addresses { get; init; } = [];

    /// <summary>The port of keys that name none.</summary>
    public int Port { get; init; } = 53;

    /// <summary>When not 0: keys that name port 53 mean this one.</summary>
    public int PortInsteadOf53 { get; init; }
}

/// <summary>
/// The server: sockets that stay open over reloads, and a configuration that is swapped in one field. A Corefile that cannot be
/// used leaves the old one in force.
/// </summary>
public sealed class DnsServer(DnsServerOptions options, DnsEnvironment environment)
{
    private readonly Dictionary<IPEndPoint, Listener> _listeners = [];
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _life = new();
    private volatile Running? _running;

    /// <summary>Ends when the server answers, or fails with why it cannot.</summary>
    public Task Started => _started.Task;

    /// <summary>The UDP address of the first listener; for tests that ask for port 0.</summary>
    public IPEndPoint Address => _listeners.Values.First().Address;

    /// <summary>Answers one query as if it had come to the first address.</summary>
    public ValueTask<DnsReply> AnswerAsync(DnsRequest request, CancellationToken cancellationToken) =>
        _running is { } running ? running.Configuration.AnswerAsync(running.Configuration.Listeners.Keys.First(), request, cancellationToken)
            : new(new DnsReply(request.Message.Reply(Message.DnsRcode.SERVFAIL)));

    /// <summary>Runs until cancelled; throws <see cref="CorefileException"/> or <see cref="SocketException"/> when it cannot start.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = options.ReadCorefile();
            Use(DnsConfiguration.Build(text, options.File, environment, options.Addresses, options.Port, options.PortInsteadOf53));
            foreach (var (address, zones) in _running!.Configuration.Listeners)
            {
                foreach (var (zone, _) in zones)
                {
                    environment.Output.Line($"{zone}:{address.Port}");
                }
            }

            if (_running.Configuration.Reload is not null)
            {
                environment.Output.Line(RunningLine(text));
            }

            environment.Output.Line($"CoreDNS-{Base.ProductVersion.GitVersion}");
            environment.Output.Line($"linux/{System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture switch { System.Runtime.InteropServices.Architecture.X64 => "amd64", var other => other.ToString().ToLowerInvariant() }}, dotnet{Environment.Version}");
            _started.SetResult();
        }
        catch (Exception e)
        {
            CloseAll();
            _started.SetException(e);
            throw;
        }

        try
        {
            while (true)
            {
                var reload = _running!.Configuration.Reload;
                var pause = reload is null ? Timeout.InfiniteTimeSpan
                    : reload.Interval + (reload.Jitter * Random.Shared.NextDouble());
                await Task.Delay(pause, environment.Time, cancellationToken);
                text = TryReload(text);
            }
        }
        catch (OperationCanceledException)
        {
            // The end: clients are told first, and answered until they had time to hear it.
            if (_running!.Configuration is { Lameduck: var lameduck } configuration && lameduck > TimeSpan.Zero)
            {
                configuration.Leave();
                environment.Output.Line($"[INFO] plugin/health: Going into lameduck mode for {Corefile.Durations.Text(lameduck)}");
                await Task.Delay(lameduck, environment.Time, CancellationToken.None);
            }
        }
        finally
        {
            CloseAll();
        }
    }

    private static string RunningLine(string text) =>
        $"[INFO] plugin/reload: Running configuration SHA512 = {Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(text)))}";

    private string TryReload(string before)
    {
        string text;
        try
        {
            text = options.ReadCorefile();
        }
        catch (IOException e)
        {
            environment.Output.Line($"[WARNING] plugin/reload: Corefile cannot be read: {e.Message}");
            return before;
        }

        if (text == before)
        {
            return before;
        }

        environment.Output.Line("[INFO] Reloading");
        try
        {
            Use(DnsConfiguration.Build(text, options.File, environment, options.Addresses, options.Port, options.PortInsteadOf53));
            environment.Output.Line(RunningLine(text));
            environment.Output.Line("[INFO] Reloading complete");
        }
        catch (Exception e) when (e is CorefileException or SocketException)
        {
            environment.Output.Line($"[ERROR] Restart failed: {e.Message}");
            environment.Output.Line("[ERROR] plugin/reload: Corefile changed but reload failed: " + e.Message);
        }

        // A text that failed is not tried again until it changes.
        return text;
    }

    private void Use(DnsConfiguration configuration)
    {
        // 1. New addresses first: when one cannot be had, nothing has changed.
        var opened = new List<IPEndPoint>();
        try
        {
            foreach (var address in configuration.Listeners.Keys.Where(a => !_listeners.ContainsKey(a)))
            {
                _listeners.Add(address, Open(address, configuration.Tls.ContainsKey(address)));
                opened.Add(address);
            }
        }
        catch (SocketException)
        {
            foreach (var address in opened)
            {
                Close(address);
            }

            throw;
        }

        // 2. The swap: queries under way keep the chain they are in.
        var before = _running;
        before?.Cancellation.Cancel();
        var source = CancellationTokenSource.CreateLinkedTokenSource(_life.Token);
        _running = new Running(configuration, source);
        _ = configuration.RunAsync(source.Token);
        foreach (var address in opened)
        {
            _listeners[address].Udp?.Start();
            _ = _listeners[address].Tcp.RunAsync(_life.Token);
        }

        // 3. Addresses nobody names any more.
        foreach (var address in _listeners.Keys.Except(configuration.Listeners.Keys).ToList())
        {
            Close(address);
        }
    }

    private Listener Open(IPEndPoint address, bool tls)
    {
        ValueTask<DnsReply> Answer(DnsRequest request, CancellationToken ct) => _running!.Configuration.AnswerAsync(address, request, ct);
        if (tls)
        {
            // The certificate is looked up for each connection: a reload may have brought another.
            return new Listener(null, new TcpListener(address, Answer, environment.Time, () => _running!.Configuration.Tls.GetValueOrDefault(address)));
        }

        var udp = new UdpListener(address, Answer, _life.Token);
        try
        {
            return new Listener(udp, new TcpListener(new IPEndPoint(address.Address, udp.Address.Port), Answer, environment.Time));
        }
        catch
        {
            udp.Dispose();
            throw;
        }
    }

    private void Close(IPEndPoint address)
    {
        _listeners.Remove(address, out var listener);
        listener?.Udp?.Dispose();
        listener?.Tcp.Dispose();
    }

    private void CloseAll()
    {
        _running?.Cancellation.Cancel();
        _life.Cancel();
        foreach (var address in _listeners.Keys.ToList())
        {
            Close(address);
        }
    }

    private sealed record Listener(UdpListener? Udp, TcpListener Tcp)
    {
        public IPEndPoint Address => Udp?.Address ?? Tcp.Address;
    }

    private sealed record Running(DnsConfiguration Configuration, CancellationTokenSource Cancellation);
}
