using System.Buffers.Text;
using System.Net.WebSockets;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Cybernetes.ApiServer.Connect;

/// <summary>
/// A backend's answer as the messages of a WebSocket: in base64 text for <c>base64.binary.k8s.io</c>, else as they are. An empty message comes
/// first, so that a client knows that the stream is open before anything is written to it.
/// </summary>
internal static class LogSocket
{
    private const string Binary = "binary.k8s.io";
    private const string Base64Binary = "base64.binary.k8s.io";

    /// <summary>Carries <paramref name="answer"/> to its end, then closes the socket.</summary>
    /// <exception cref="ApiException">The client offers other protocols only.</exception>
    public static Response Respond(HttpContext http, HttpResponseMessage answer)
    {
        var protocol = WebSocketAccept.Choose(http, Binary, Base64Binary);
        if (protocol is null && http.Request.Headers.ContainsKey("Sec-WebSocket-Protocol"))
        {
            answer.Dispose();
            throw ApiErrors.BadRequest("unable to upgrade: unsupported subprotocol");
        }

        return new ConnectionResponse((client, token) => RunAsync(client, protocol, answer, token));
    }

    private static async Task RunAsync(HttpContext client, string? protocol, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using var owned = answer;
        using var socket = await WebSocketAccept.AcceptAsync(client, protocol).ConfigureAwait(false);
        var isText = protocol == Base64Binary;
        var kind = isText ? WebSocketMessageType.Text : WebSocketMessageType.Binary;
        var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var reading = body.ConfigureAwait(false);
        try
        {
            await socket.SendAsync(ReadOnlyMemory<byte>.Empty, kind, endOfMessage: true, cancellationToken).ConfigureAwait(false);
            var buffer = new byte[2048];
            var text = new byte[Base64.GetMaxEncodedToUtf8Length(buffer.Length)];
            for (int read; (read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                ReadOnlyMemory<byte> message = buffer.AsMemory(0, read);
                if (isText)
                {
                    Base64.EncodeToUtf8(message.Span, text, out _, out var written);
                    message = text.AsMemory(0, written);
                }

                await socket.SendAsync(message, kind, endOfMessage: true, cancellationToken).ConfigureAwait(false);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", cancellationToken).ConfigureAwait(false);
        }
        catch (WebSocketException)
        {
            // The client has gone.
        }
    }
}
