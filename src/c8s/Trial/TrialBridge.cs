using Cybernetes.Down;

namespace Cybernetes.Trial;

/// <summary>The network of the further nodes of a machine: a bridge on which the machine is the first address.</summary>
internal static class TrialBridge
{
    /// <summary>Its name.</summary>
    public const string Name = "c8s-nodes";

    /// <summary>The machine's address on it: what the nodes reach the server at.</summary>
    public const string Gateway = "172.29.255.1";

    /// <summary>A node's address by its number, from 2.</summary>
    public static string AddressOf(int number) => $"172.29.255.{number}";

    /// <summary>Makes the bridge where there is none.</summary>
    public static async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists($"/sys/class/net/{Name}"))
        {
            return;
        }

        await Tool.MustAsync("ip", ["link", "add", Name, "type", "bridge"], cancellationToken);
        await Tool.MustAsync("ip", ["address", "add", $"{Gateway}/24", "dev", Name], cancellationToken);
        await Tool.MustAsync("ip", ["link", "set", Name, "up"], cancellationToken);
    }

    /// <summary>Removes it.</summary>
    public static async Task RemoveAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists($"/sys/class/net/{Name}"))
        {
            await Tool.RunAsync("ip", ["link", "delete", Name], cancellationToken);
        }
    }
}
