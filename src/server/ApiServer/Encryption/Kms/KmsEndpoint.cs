using System.Net.Sockets;

namespace Cybernetes.ApiServer.Encryption.Kms;

/// <summary>A KMS plugin's address: <c>unix:///path</c>, or <c>unix:///@name</c> for an abstract socket.</summary>
internal static class KmsEndpoint
{
    public static bool IsValid(string endpoint) => endpoint.StartsWith("unix://", StringComparison.Ordinal) && endpoint.Length > "unix:///".Length;

    public static UnixDomainSocketEndPoint Parse(string endpoint)
    {
        var path = endpoint["unix://".Length..];
        return new UnixDomainSocketEndPoint(path.StartsWith("/@", StringComparison.Ordinal) ? "\0" + path[2..] : path);
    }
}
