using Cybernetes.Configuration;
using Cybernetes.Pki;

namespace Cybernetes.Down;

/// <summary>Remembers what the kernel's settings were before the first start, to put them back when the cluster is purged.</summary>
internal static class KernelSettings
{
    private static readonly string[] _names = ["net/ipv4/ip_forward", "net/ipv6/conf/all/forwarding", "net/bridge/bridge-nf-call-iptables", "net/bridge/bridge-nf-call-ip6tables", "net/netfilter/nf_conntrack_max"];

    /// <summary>Writes down the settings, once.</summary>
    public static void Remember(ClusterOptions options)
    {
        if (!File.Exists(FileOf(options)))
        {
            AtomicFile.Write(FileOf(options), string.Concat(_names.Where(name => File.Exists("/proc/sys/" + name)).Select(name => $"{name} {File.ReadAllText("/proc/sys/" + name).Trim()}\n")), AtomicFile.WorldReadable);
        }
    }

    /// <summary>Puts them back.</summary>
    public static void Restore(ClusterOptions options)
    {
        if (!File.Exists(FileOf(options)))
        {
            return;
        }

        foreach (var words in File.ReadLines(FileOf(options)).Select(line => line.Split(' ', 2)))
        {
            var path = "/proc/sys/" + words[0];
            if (File.Exists(path) && File.ReadAllText(path).Trim() != words[1])
            {
                File.WriteAllText(path, words[1]);
            }
        }
    }

    private static string FileOf(ClusterOptions options) => Path.Combine(options.DataDirectory, "kernel-settings.before");
}
