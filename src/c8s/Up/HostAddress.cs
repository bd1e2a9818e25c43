using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Cybernetes.Up;

/// <summary>The address by which this machine is known.</summary>
internal static class HostAddress
{
    /// <summary>The one that was configured; else that of the interface with the default route; else any that is not loopback; else loopback.</summary>
    public static IPAddress Of(ClusterOptions options) =>
        options.NodeIp.Length > 0 ? IPAddress.Parse(options.NodeIp) : OfDefaultRoute() ?? OfAnyInterface() ?? IPAddress.Loopback;

    /// <summary>Asks the kernel which source address it would use; a UDP connect sends nothing.</summary>
    private static IPAddress? OfDefaultRoute()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Connect(IPAddress.Parse("192.0.2.1"), 9);
            return ((IPEndPoint)socket.LocalEndPoint!).Address;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static IPAddress? OfAnyInterface() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(one => one.OperationalStatus == OperationalStatus.Up && one.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(one => one.GetIPProperties().UnicastAddresses)
        .Select(one => one.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork);
}
