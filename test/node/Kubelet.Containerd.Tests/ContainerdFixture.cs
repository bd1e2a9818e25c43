using System.Diagnostics;
using Cybernetes.Cri.Containerd;
using Cybernetes.Cri.Grpc;
using Cybernetes.Cri.Images;
using Cybernetes.Kubelet.Containerd.Tests;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(ContainerdFixture))]

namespace Cybernetes.Kubelet.Containerd.Tests;

/// <summary>A containerd of our own with a bridge network and a busybox image; tests skip by name where it cannot run.</summary>
public sealed class ContainerdFixture : IAsyncLifetime
{
    public const string Busybox = "cybernetes.local/busybox:1";

    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"c8s-node-{Environment.ProcessId}");
    private readonly Lock _lock = new();
    private Task<NodeUnderTest>? _node;
    private ContainerdProcess? _containerd;
    private CriChannel? _channel;

    public string Directory => _directory;

    public string? WhyNot { get; private set; }

    public string Endpoint { get; private set; } = "";

    public CriChannel Channel
    {
        get
        {
            Assert.SkipWhen(WhyNot is not null, WhyNot ?? "");
            return _channel!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        WhyNot = !string.Equals(Environment.UserName, "root", StringComparison.Ordinal) ? "not root"
            : !File.Exists("/usr/bin/containerd") ? "containerd is not installed"
            : !File.Exists("/bin/busybox") ? "busybox-static is not installed"
            : null;
        if (WhyNot is not null)
        {
            return;
        }

        var cni = Path.Combine(_directory, "net.d");
        System.IO.Directory.CreateDirectory(cni);
        var bridge = $"c8st{Environment.ProcessId % 100000}";
        await File.WriteAllTextAsync(Path.Combine(cni, "10-test.conflist"), $$$"""
            {"cniVersion":"0.4.0","name":"c8stest{{{Environment.ProcessId}}}","plugins":[
              {"type":"bridge","bridge":"{{{bridge}}}","isGateway":true,"ipMasq":false,"hairpinMode":true,
               "ipam":{"type":"host-local","dataDir":"{{{_directory}}}/ipam","ranges":[[{"subnet":"10.222.{{{Environment.ProcessId % 250}}}.0/24"}]],"routes":[{"dst":"0.0.0.0/0"}]}},
              {"type":"portmap","capabilities":{"portMappings":true}}]}
            """);
        var options = new ContainerdOptions { DataDirectory = Path.Combine(_directory, "containerd"), CniConfigDirectory = cni };
        _containerd = new ContainerdProcess(options, NullLogger<ContainerdProcess>.Instance);
        await _containerd.StartAsync(CancellationToken.None);
        Endpoint = options.Endpoint;
        _channel = new CriChannel(options.Endpoint, TimeSpan.FromMinutes(2));
        await new ImageImporter(options.SocketPath, _channel.Images).ImportAsync(BusyboxArchive(), CancellationToken.None);
    }

    /// <summary>The node that all tests share which do not stop or configure it.</summary>
    internal Task<NodeUnderTest> NodeAsync()
    {
        lock (_lock)
        {
            return _node ??= NodeUnderTest.StartAsync(this, name: "shared", configure: o => o with { SyncFrequency = TimeSpan.FromSeconds(2) });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_node is not null)
        {
            await (await _node).DisposeAsync();
        }

        if (_channel is not null)
        {
            foreach (var sandbox in await _channel.Runtime.ListPodSandboxesAsync(null, CancellationToken.None))
            {
                try
                {
                    await _channel.Runtime.StopPodSandboxAsync(sandbox.Id, CancellationToken.None);
                    await _channel.Runtime.RemovePodSandboxAsync(sandbox.Id, CancellationToken.None);
                }
                catch (Cri.CriException)
                {
                    // A kubelet's last call for it is still under way in the runtime.
                }
            }

            _channel.Dispose();
        }

        if (_containerd is not null)
        {
            await _containerd.DisposeAsync();
            Run("ip", "link", "delete", $"c8st{Environment.ProcessId % 100000}");
            Run("rm", "-rf", "--one-file-system", _directory);
        }
    }

    private static byte[] BusyboxArchive()
    {
        const UnixFileMode Executable = (UnixFileMode)0b111_101_101;
        List<OciFile> files = [new("bin/busybox", File.ReadAllBytes("/bin/busybox"), Executable), new("tmp/", [], Executable), new("proc/", [], Executable)];
        foreach (var applet in Run("/bin/busybox", "--list").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(a => a != "busybox"))
        {
            files.Add(new("bin/" + applet, [], Executable, LinkTarget: "busybox"));
        }

        files.Add(new("etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n"u8.ToArray(), (UnixFileMode)0b110_100_100));
        files.Add(new("etc/group", "root:x:0:\nnogroup:x:65534:\n"u8.ToArray(), (UnixFileMode)0b110_100_100));
        return OciArchive.Build(Busybox, files, ["/bin/sh"], System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture);
    }

    private static string Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
