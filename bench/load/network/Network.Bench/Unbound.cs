using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cybernetes.Network.Bench;

/// <summary>Debian's unbound with the same names in memory, one thread, on a free port of the loopback.</summary>
internal sealed class Unbound : IDisposable
{
    private readonly Process _process;
    private readonly string _file;

    private Unbound(Process process, string file, int port) => (_process, _file, Port) = (process, file, port);

    public int Port { get; }

    /// <summary>The processor time it has used.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Null when the program (C8S_UNBOUND, or on the path) is not there.</summary>
    public static Unbound? Start(int names, Func<int, string> name, Func<int, IPAddress> address)
    {
        using var free = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)free.Client.LocalEndPoint!).Port;
        free.Close();
        var config = new StringBuilder("server:\n num-threads: 1\n do-daemonize: no\n username: \"\"\n chroot: \"\"\n pidfile: \"\"\n use-syslog: no\n logfile: \"\"\n interface: 127.0.0.1\n access-control: 127.0.0.0/8 allow\n local-zone: \"cluster.local.\" static\n")
            .Append(" port: ").Append(port).Append('\n');
        for (var i = 0; i < names; i++)
        {
            config.Append($" local-data: \"{name(i)} 30 IN A {address(i)}\"\n");
        }

        var file = Path.GetTempFileName();
        File.WriteAllText(file, config.ToString());
        try
        {
            var program = Environment.GetEnvironmentVariable("C8S_UNBOUND") ?? "unbound";
            var process = Process.Start(new ProcessStartInfo(program, ["-d", "-c", file]) { RedirectStandardError = true })!;
            process.BeginErrorReadLine();
            var made = new Unbound(process, file, port);
            made.WaitForAnswer();
            return made;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            File.Delete(file);
            return null;
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_file);
    }

    private void WaitForAnswer()
    {
        using var client = new UdpClient();
        client.Client.ReceiveTimeout = 200;
        client.Connect(IPAddress.Loopback, Port);
        byte[] query = [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 7, .. "cluster"u8, 5, .. "local"u8, 0, 0, 1, 0, 1];
        for (var attempt = 0; attempt < 50; attempt++)
        {
            try
            {
                client.Send(query);
                var from = new IPEndPoint(IPAddress.Any, 0);
                client.Receive(ref from);
                return;
            }
            catch (SocketException)
            {
                Thread.Sleep(100);
            }
        }

        throw new InvalidOperationException("unbound does not answer");
    }
}
