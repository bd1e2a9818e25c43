using System.Net.Sockets;

namespace Cybernetes.Kubelet.Probing;

/// <summary>Connection errors in the words probes show.</summary>
internal static class DialError
{
    public static string Text(SocketException e) => e.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "connect: connection refused",
        SocketError.HostUnreachable => "connect: no route to host",
        SocketError.NetworkUnreachable => "connect: network is unreachable",
        SocketError.TimedOut => "connect: connection timed out",
        SocketError.HostNotFound => "lookup: no such host",
        _ => "connect: " + e.Message.ToLowerInvariant(),
    };
}
