using System.Net;

namespace Cybernetes.ApiServer.Services;

/// <summary>Addresses within a network.</summary>
public static class ServiceRange
{
    /// <summary>The first address after the network's own: the API server's Service.</summary>
    public static IPAddress FirstAddress(IPNetwork network) => At(network, 1);

    /// <summary>The address so many after the network's own.</summary>
    public static IPAddress At(IPNetwork network, UInt128 offset)
    {
        var bytes = network.BaseAddress.GetAddressBytes();
        for (var i = bytes.Length - 1; i >= 0 && offset > 0; i--)
        {
            offset += bytes[i];
            bytes[i] = (byte)(offset & 0xff);
            offset >>= 8;
        }

        return new IPAddress(bytes);
    }
}
