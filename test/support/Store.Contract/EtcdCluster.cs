using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Cybernetes.Store.Contract;

/// <summary>
/// A real etcd on loopback, of one member or several, in a directory of its own. Members are processes of ours and end with it.
/// </summary>
public sealed class EtcdCluster : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("c8s-etcd-");
    private readonly List<Member> _members = [];

    private EtcdCluster()
    {
    }

    /// <summary>Whether etcd is on this machine.</summary>
    public static bool IsInstalled => Find("etcd") is not null;

    /// <summary>The members' client URLs.</summary>
    public IReadOnlyList<string> Endpoints => [.. _members.Select(member => member.ClientUrl)];

    public int Count => _members.Count;

    /// <summary>Where a program is on the PATH; null when it is not.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(directory => Path.Combine(directory, program)).FirstOrDefault(File.Exists);

    /// <summary>Starts it and waits until every member answers.</summary>
    /// <param name="members">How many.</param>
    /// <param name="tls">Extra flags for TLS towards clients; the client URLs are then https.</param>
    /// <param name="token">Gives up.</param>
    public static async Task<EtcdCluster> StartAsync(int members, string[]? tls = null, CancellationToken token = default)
    {
        var cluster = new EtcdCluster();
        try
        {
            var ports = FreePorts(members * 2);
            var scheme = tls is null ? "http" : "https";
            for (var i = 0; i < members; i++)
            {
                cluster._members.Add(new Member($"m{i}", $"{scheme}://127.0.0.1:{ports[2 * i]}", $"http://127.0.0.1:{ports[(2 * i) + 1]}", tls ?? []));
            }
            for (var i = 0; i < members; i++)
            {
                cluster.Start(i);
            }
            foreach (var member in cluster._members)
            {
                await WaitAsync(member, token);
            }
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a member that is down.</summary>
    public void Start(int index)
    {
        var member = _members[index];
        var start = new ProcessStartInfo(Find("etcd")!)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["ETCD_UNSUPPORTED_ARCH"] = "arm64";
        string[] flags =
        [
            "--name", member.Name, "--data-dir", Path.Combine(_directory.FullName, member.Name),
            "--listen-client-urls", member.ClientUrl, "--advertise-client-urls", member.ClientUrl,
            "--listen-peer-urls", member.PeerUrl, "--initial-advertise-peer-urls", member.PeerUrl,
            "--initial-cluster", string.Join(',', _members.Select(one => $"{one.Name}={one.PeerUrl}")),
            "--initial-cluster-state", "new", "--initial-cluster-token", _directory.Name, "--log-level", "error", .. member.Tls,
        ];
        Array.ForEach(flags, start.ArgumentList.Add);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => member.Log.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        member.Process = process;
    }

    /// <summary>Kills a member, as kill -9.</summary>
    public async Task KillAsync(int index)
    {
        if (_members[index].Process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _members[index].Process = null;
        }
    }

    /// <summary>Stops a member's clock: it keeps its connections and says nothing, as behind a broken network.</summary>
    public void Freeze(int index) => Signal(index, "STOP");

    /// <summary>Lets it go on.</summary>
    public void Thaw(int index) => Signal(index, "CONT");

    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < _members.Count; i++)
        {
            await KillAsync(i);
        }
        _directory.Delete(recursive: true);
    }

    private void Signal(int index, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _members[index].Process!.Id.ToString()]);
        kill.WaitForExit();
    }

    private static async Task WaitAsync(Member member, CancellationToken token)
    {
        using var handler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } };
        using var client = new HttpClient(handler);
        var uri = new Uri(member.ClientUrl);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (member.Process is { HasExited: true })
            {
                throw new InvalidOperationException($"etcd ended: {string.Join('\n', member.Log)}");
            }
            try
            {
                if (uri.Scheme == "https")
                {
                    // A client certificate may be asked for: that it listens must do; the client under test waits for the rest.
                    using var socket = new TcpClient();
                    await socket.ConnectAsync(uri.Host, uri.Port, patience.Token);
                    return;
                }
                if ((await client.GetStringAsync(new Uri(uri, "/health"), patience.Token)).Contains("true", StringComparison.Ordinal))
                {
                    return;
                }
            }
            catch (Exception error) when (error is HttpRequestException or SocketException)
            {
                // Not yet.
            }
            await Task.Delay(50, patience.Token);
        }
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        Array.ForEach(listeners, listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        Array.ForEach(listeners, listener => listener.Stop());
        return ports;
    }

    private sealed record Member(string Name, string ClientUrl, string PeerUrl, string[] Tls)
    {
        public Process? Process { get; set; }

        public System.Collections.Concurrent.ConcurrentQueue<string> Log { get; } = new();
    }
}
