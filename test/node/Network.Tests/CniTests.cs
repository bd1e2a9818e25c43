using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Pods;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Network.Tests;

/// <summary>The CNI list that is written, carried out by the real plugins.</summary>
public sealed class CniTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("c8s-cni-").FullName;
    private readonly List<NetworkNamespace> _all = [];

    public void Dispose()
    {
        _all.ForEach(n => n.Dispose());
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task PodsOfTheListReachOneAnotherTheirNodeAndTheWorld()
    {
        Assert.SkipWhen(NetworkNamespace.Missing is not null, NetworkNamespace.Missing ?? "");
        Assert.SkipUnless(File.Exists("/usr/lib/cni/ptp"), "needs containernetworking-plugins (make deps)");
        var (node, world, a, b) = (New("node"), New("world"), New("a"), New("b"));
        NetworkNamespace.Connect(node, "eth0", "192.168.9.1/24", world, "eth0", "192.168.9.9/24");
        node.Run("sysctl -qw net.ipv4.ip_forward=1");
        node.Run("ip route add default via 192.168.9.9");
        var network = new PodNetwork(new PodNetworkOptions("n") { ConfDir = _folder, ClusterCidrs = [IPNetwork.Parse("10.244.0.0/16")] },
            new NftRunner(node.Path), new NoHost(), NullLogger.Instance);
        Assert.True(await network.InstallAsync([IPNetwork.Parse("10.244.5.0/24")], default));

        var first = Add(node, a);
        var second = Add(node, b);
        a.Serve(80, "a");
        node.Serve(80, "node");
        world.Serve(80, "world");

        Assert.Equal($"a {second}", b.Ask(first, 80));
        Assert.StartsWith("a ", node.Ask(first, 80), StringComparison.Ordinal);
        Assert.Equal($"node {second}", b.Ask("192.168.9.1", 80));
        Assert.Equal("world 192.168.9.1", b.Ask("192.168.9.9", 80));
    }

    private NetworkNamespace New(string name)
    {
        var made = new NetworkNamespace(name);
        _all.Add(made);
        return made;
    }

    /// <summary>What the container runtime does for a pod: the first plugin of the list with the list's name and version.</summary>
    private string Add(NetworkNamespace node, NetworkNamespace pod)
    {
        var list = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, CniConfig.FileName)))!;
        var plugin = list["plugins"]![0]!.AsObject();
        plugin["cniVersion"] = list["cniVersion"]!.GetValue<string>();
        plugin["name"] = list["name"]!.GetValue<string>();
        plugin["ipam"]!["dataDir"] = Path.Combine(_folder, "ipam");
        var start = new ProcessStartInfo("nsenter", ["--net=" + node.Path, "/usr/lib/cni/" + plugin["type"]!.GetValue<string>()]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in new[] { ("CNI_COMMAND", "ADD"), ("CNI_CONTAINERID", pod.Name), ("CNI_NETNS", pod.Path), ("CNI_IFNAME", "eth0"), ("CNI_PATH", "/usr/lib/cni") })
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Write(plugin.ToJsonString());
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        using var result = JsonDocument.Parse(output);
        return result.RootElement.GetProperty("ips")[0].GetProperty("address").GetString()!.Split('/')[0];
    }

    private sealed class NoHost : IHostNetwork
    {
        public void SetSysctl(string name, string value)
        {
        }

        public ValueTask<string?> SetPeersAsync(PodNode self, IReadOnlyCollection<PodNode> peers, CancellationToken cancellationToken) => new((string?)null);
    }
}
