using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cybernetes.Base.Health;

/// <summary>An answer page: status, content type and body.</summary>
public readonly record struct HttpPage(int Status, string ContentType, byte[] Body)
{
    /// <summary>A page of plain text.</summary>
    public static HttpPage Text(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));
}

/// <summary>A few pages over HTTP/1.1, one request a connection: for components whose only pages are health, readiness and metrics.</summary>
public static class HttpPages
{
    private const int MaxHeadBytes = 8192;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Serves until cancelled; throws <see cref="SocketException"/> when the address cannot be had.</summary>
    public static async Task RunAsync(IPEndPoint address, Func<string, HttpPage> page, CancellationToken cancellationToken)
    {
        using var listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        if (address.Address.Equals(IPAddress.IPv6Any))
        {
            listener.DualMode = true;
        }

        listener.Bind(address);
        listener.Listen(64);
        try
        {
            while (true)
            {
                var connection = await listener.AcceptAsync(cancellationToken);
                _ = ServeAsync(connection, page, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private static async Task ServeAsync(Socket connection, Func<string, HttpPage> page, CancellationToken cancellationToken)
    {
        using var _ = connection;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var buffer = new byte[MaxHeadBytes];
            var length = 0;
            while (length < buffer.Length && buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
            {
                var read = await connection.ReceiveAsync(buffer.AsMemory(length), patience.Token);
                if (read == 0)
                {
                    return;
                }

                length += read;
            }

            var line = Encoding.ASCII.GetString(buffer, 0, Math.Max(0, buffer.AsSpan(0, length).IndexOf("\r\n"u8))).Split(' ');
            var answer = line is ["GET" or "HEAD", var path, _] ? page(path.Split('?')[0]) : HttpPage.Text(400, "400 Bad Request");
            var head = $"HTTP/1.1 {answer.Status} {Reason(answer.Status)}\r\nContent-Type: {answer.ContentType}\r\nContent-Length: {answer.Body.Length}\r\nConnection: close\r\n\r\n";
            await connection.SendAsync(Encoding.ASCII.GetBytes(head), patience.Token);
            if (line[0] != "HEAD")
            {
                await connection.SendAsync(answer.Body, patience.Token);
            }

            connection.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // The client's loss.
        }
    }

    private static string Reason(int status) => status switch
    {
        200 => "OK",
        404 => "Not Found",
        503 => "Service Unavailable",
        _ => "Error",
    };
}
