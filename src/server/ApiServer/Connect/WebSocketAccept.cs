using System.Net.WebSockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cybernetes.ApiServer.Connect;

/// <summary>The server's half of the WebSocket handshake (RFC 6455, 4.2).</summary>
internal static class WebSocketAccept
{
    private const string Guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <summary>Whether a client asks for a WebSocket.</summary>
    public static bool IsWanted(HttpContext http) =>
        StreamForwarder.IsUpgrade(http) && http.Request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first of our protocols that the client offers; null for none.</summary>
    public static string? Choose(HttpContext http, params ReadOnlySpan<string> ours)
    {
        var offered = http.Request.Headers["Sec-WebSocket-Protocol"].ToString().Split(',').Select(each => each.Trim()).ToHashSet();
        foreach (var protocol in ours)
        {
            if (offered.Contains(protocol))
            {
                return protocol;
            }
        }

        return null;
    }

    /// <summary>Answers the handshake; without a protocol when the client offered none.</summary>
    public static async Task<WebSocket> AcceptAsync(HttpContext http, string? protocol)
    {
        var key = http.Request.Headers["Sec-WebSocket-Key"].ToString();
#pragma warning disable CA5350 // RFC 6455 demands SHA-1 here; it proves nothing but that the server read the key.
        var accept = Convert.ToBase64String(SHA1.HashData(System.Text.Encoding.ASCII.GetBytes(key + Guid)));
#pragma warning restore CA5350
        http.Response.Headers.Upgrade = "websocket";
        http.Response.Headers["Sec-WebSocket-Accept"] = accept;
        if (protocol is not null)
        {
            http.Response.Headers["Sec-WebSocket-Protocol"] = protocol;
        }

        var stream = await http.Features.Get<IHttpUpgradeFeature>()!.UpgradeAsync().ConfigureAwait(false);

        // The socket itself takes no name with a slash, such as port forwarding's; only channels ask it for its protocol.
        var named = protocol?.Contains('/', StringComparison.Ordinal) == true ? null : protocol;
        return WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true, SubProtocol = named, KeepAliveInterval = TimeSpan.FromSeconds(30) });
    }
}
