using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Cybernetes.Base.Networking;

/// <summary>The address by which other machines reach this one. Never a loopback address.</summary>
public static class MachineAddress
{
    private const int RouteUp = 1;

    /// <summary>
    /// That of the interface with the default route; else, on a machine that is not connected further, one of an interface that is hardware, else of
    /// any other that no container program made; null where there is none.
    /// </summary>
    public static IPAddress? Find() => OfDefaultRoute() ?? OfAnyInterface();

    /// <summary>The interfaces of the default routes in a text laid out as <c>/proc/net/route</c>, the one the kernel prefers first. Pure.</summary>
    public static IReadOnlyList<string> DefaultRoutes(string routes) =>
    [
        .. routes.Split('\n').Skip(1)
            .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 7 && fields[1] == "00000000" && fields[7] == "00000000" && (int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture) & RouteUp) != 0)
            .OrderBy(fields => int.Parse(fields[6], CultureInfo.InvariantCulture))
            .Select(fields => fields[0]),
    ];

    private static IPAddress? OfDefaultRoute()
    {
        if (!File.Exists("/proc/net/route"))
        {
            return null;
        }

        var interfaces = NetworkInterface.GetAllNetworkInterfaces();
        return DefaultRoutes(File.ReadAllText("/proc/net/route"))
            .Select(name => interfaces.FirstOrDefault(one => one.Name == name))
            .OfType<NetworkInterface>()
            .Select(AddressOf)
            .FirstOrDefault(address => address is not null);
    }

    private static IPAddress? OfAnyInterface() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(one => one.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown && !IsOfContainers(one.Name))
        .OrderByDescending(one => Directory.Exists($"/sys/class/net/{one.Name}/device"))
        .Select(AddressOf)
        .FirstOrDefault(address => address is not null);

    private static bool IsOfContainers(string name) =>
        Array.Exists(["cni", "docker", "veth", "br-", "virbr", "flannel", "c8s"], prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static IPAddress? AddressOf(NetworkInterface one) => one.GetIPProperties().UnicastAddresses
        .Select(each => each.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address) && !IsLinkLocal(address));

    private static bool IsLinkLocal(IPAddress address) => BinaryPrimitives.ReadUInt16BigEndian(address.GetAddressBytes()) == 0xa9fe;
}
