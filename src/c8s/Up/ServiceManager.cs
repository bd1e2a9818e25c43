using System.Net.Sockets;
using System.Text;

namespace Cybernetes.Up;

/// <summary>Tells systemd how a start went (sd_notify(3)); without systemd it does nothing.</summary>
internal static class ServiceManager
{
    /// <summary>The service does its work.</summary>
    public static void Ready()
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is not { Length: > 0 } path)
        {
            return;
        }

        try
        {
            // A name that begins with @ is an abstract one, whose first byte is zero.
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(path[0] == '@' ? '\0' + path[1..] : path));
            socket.Send(Encoding.UTF8.GetBytes("READY=1\n"));
        }
        catch (SocketException)
        {
            // Who does not listen does not want to know.
        }
    }
}
