using System.Diagnostics;
using System.Net;

namespace Cybernetes.Proxy.Pods;

/// <summary>The node's own network settings.</summary>
public interface IHostNetwork
{
    /// <summary>Writes a kernel setting ("net/ipv4/ip_forward"); one that does not exist is passed over.</summary>
    void SetSysctl(string name, string value);

    /// <summary>Makes these the routes to other nodes' pods, and removes those it made before; a problem's text, or null.</summary>
    ValueTask<string?> SetRoutesAsync(IReadOnlyDictionary<IPNetwork, IPAddress> routes, CancellationToken cancellationToken);
}

/// <summary>The real node, by /proc/sys and "ip route". Our routes carry protocol number 96, so that those of an earlier run are known.</summary>
public sealed class HostNetwork : IHostNetwork
{
    private const string Protocol = "96";
    private Dictionary<IPNetwork, IPAddress>? _current;

    /// <inheritdoc/>
    public void SetSysctl(string name, string value)
    {
        var path = "/proc/sys/" + name;
        if (File.Exists(path) && File.ReadAllText(path).Trim() != value)
        {
            File.WriteAllText(path, value);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<string?> SetRoutesAsync(IReadOnlyDictionary<IPNetwork, IPAddress> routes, CancellationToken cancellationToken)
    {
        if (_current is null)
        {
            await IpAsync(["route", "flush", "proto", Protocol], cancellationToken);
            await IpAsync(["-6", "route", "flush", "proto", Protocol], cancellationToken);
            _current = [];
        }

        string? problem = null;
        foreach (var range in _current.Keys.Except(routes.Keys).ToList())
        {
            await IpAsync(["route", "del", range.ToString(), "proto", Protocol], cancellationToken);
            _current.Remove(range);
        }

        foreach (var (range, via) in routes)
        {
            if (_current.TryGetValue(range, out var known) && known.Equals(via))
            {
                continue;
            }

            var error = await IpAsync(["route", "replace", range.ToString(), "via", via.ToString(), "proto", Protocol], cancellationToken);
            if (error is null)
            {
                _current[range] = via;
            }

            problem ??= error is null ? null : $"route to {range} via {via}: {error}";
        }

        return problem;
    }

    private static async Task<string?> IpAsync(string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? null : errors.Trim();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
