using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Cybernetes.Network.Tests;

/// <summary>A network namespace of the test's own, removed with everything in it when disposed.</summary>
internal sealed partial class NetworkNamespace : IDisposable
{
    private const int NewNetwork = 0x40000000;
    private static int _count;

    public NetworkNamespace(string name)
    {
        Name = $"c8s-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}-{name}";
        Ip($"netns add {Name}");
        Run("ip link set lo up");
    }

    public string Name { get; }

    public string Path => "/run/netns/" + Name;

    /// <summary>Why tests that need namespaces cannot run here; null when they can.</summary>
    public static string? Missing =>
        Environment.UserName != "root" ? "needs root"
        : !File.Exists("/usr/sbin/nft") ? "needs nft (make deps)"
        : null;

    /// <summary>Joins two namespaces by a cable with an address at each end.</summary>
    public static void Connect(NetworkNamespace left, string leftName, string leftAddress, NetworkNamespace right, string rightName, string rightAddress)
    {
        Ip($"link add {leftName} netns {left.Name} type veth peer name {rightName} netns {right.Name}");
        if (leftAddress.Length > 0)
        {
            left.Run($"ip addr add {leftAddress} dev {leftName}");
        }

        left.Run($"ip link set {leftName} up");
        right.Run($"ip addr add {rightAddress} dev {rightName}");
        right.Run($"ip link set {rightName} up");
    }

    /// <summary>Runs a command inside; fails the test when it fails.</summary>
    public string Run(string command) => Execute("nsenter", ["--net=" + Path, .. command.Split(' ')]);

    /// <summary>Makes something inside: sockets stay in the namespace they were made in.</summary>
    public T Inside<T>(Func<T> make)
    {
        T? made = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                using var handle = File.OpenHandle(Path);
                if (SetNamespace((int)handle.DangerousGetHandle(), NewNetwork) != 0)
                {
                    throw new InvalidOperationException($"setns: error {Marshal.GetLastPInvokeError()}");
                }

                made = make();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? made! : throw failure;
    }

    /// <summary>A TCP server that says its name and then echoes.</summary>
    public void Serve(int port, string name, string address = "0.0.0.0")
    {
        var listener = Inside(() =>
        {
            var socket = new Socket(IPAddress.Parse(address).AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), port));
            socket.Listen(64);
            return socket;
        });
        _sockets.Add(listener);
        _ = Task.Run(async () =>
        {
            while (true)
            {
                Socket connection;
                try
                {
                    connection = await listener.AcceptAsync();
                }
                catch (Exception e) when (e is SocketException or ObjectDisposedException)
                {
                    return;
                }

                _ = Task.Run(async () =>
                {
                    using var _ = connection;
                    var remote = (IPEndPoint)connection.RemoteEndPoint!;
                    var buffer = new byte[256];
                    try
                    {
                        await connection.SendAsync(System.Text.Encoding.ASCII.GetBytes($"{name} {remote.Address}\n"));
                        while (await connection.ReceiveAsync(buffer) is var read and > 0)
                        {
                            await connection.SendAsync(buffer.AsMemory(0, read));
                        }
                    }
                    catch (SocketException)
                    {
                        // The client went.
                    }
                });
            }
        });
    }

    /// <summary>A UDP server that answers each datagram with its name.</summary>
    public void ServeUdp(int port, string name)
    {
        var socket = Inside(() =>
        {
            var made = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            made.Bind(new IPEndPoint(IPAddress.Any, port));
            return made;
        });
        _sockets.Add(socket);
        new Thread(() =>
        {
            var buffer = new byte[256];
            EndPoint from = new IPEndPoint(IPAddress.Any, 0);
            try
            {
                while (true)
                {
                    socket.ReceiveFrom(buffer, ref from);
                    socket.SendTo(System.Text.Encoding.ASCII.GetBytes(name), from);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The end of the test.
            }
        }) { IsBackground = true }.Start();
    }

    /// <summary>What the server at an address says first ("name client-address"), or "refused", "timeout", "unreachable".</summary>
    public string Ask(string address, int port)
    {
        using var connection = TryConnect(address, port, out var failure);
        return connection is null ? failure : Read(connection);
    }

    /// <summary>An open connection, or null and why not.</summary>
    public Socket? TryConnect(string address, int port, out string failure)
    {
        failure = "";
        var socket = Inside(() => new Socket(IPAddress.Parse(address).AddressFamily, SocketType.Stream, ProtocolType.Tcp));
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(700));
            socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(address), port), patience.Token).AsTask().GetAwaiter().GetResult();
            socket.ReceiveTimeout = 700;
            return socket;
        }
        catch (OperationCanceledException)
        {
            failure = "timeout";
        }
        catch (SocketException e)
        {
            failure = e.SocketErrorCode switch
            {
                SocketError.ConnectionRefused => "refused",
                SocketError.TimedOut => "timeout",
                _ => "unreachable",
            };
        }

        socket.Dispose();
        return null;
    }

    /// <summary>A line from a connection.</summary>
    public static string Read(Socket connection)
    {
        var buffer = new byte[256];
        try
        {
            return System.Text.Encoding.ASCII.GetString(buffer, 0, connection.Receive(buffer)).Trim();
        }
        catch (SocketException)
        {
            return "timeout";
        }
    }

    public void Dispose()
    {
        foreach (var socket in _sockets)
        {
            socket.Dispose();
        }

        Ip($"netns del {Name}");
    }

    private readonly List<Socket> _sockets = [];

    private static void Ip(string arguments) => Execute("ip", arguments.Split(' '));

    private static string Execute(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {errors.Result}{output}");
    }

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int SetNamespace(int descriptor, int kind);
}
