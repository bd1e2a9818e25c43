using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Cybernetes.ApiServer.Encryption.Kms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Encryption.KmsDev;

/// <summary>A KMS plugin, v1 and v2, with keys from a file: for tests and trials, not for secrets that matter.</summary>
internal sealed class KmsDevServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly KmsDevKeys _keys;

    private KmsDevServer(WebApplication application, KmsDevKeys keys) => (_application, _keys) = (application, keys);

    /// <summary>Listens on <c>unix:///path</c> or <c>unix:///@name</c>.</summary>
    public static async Task<KmsDevServer> StartAsync(string endpoint, string keyFile, CancellationToken cancellationToken)
    {
        var keys = new KmsDevKeys(keyFile);
        keys.Ensure();
        var address = KmsEndpoint.Parse(endpoint);
        var path = address.ToString()!;
        if (File.Exists(path))
        {
            File.Delete(path);
        }
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen((EndPoint)address, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        var application = builder.Build();
        var server = new KmsDevServer(application, keys);
        application.Run(server.AnswerAsync);
        await application.StartAsync(cancellationToken).ConfigureAwait(false);
        return server;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var message = body.Length >= 5 ? body.ToArray()[5..] : [];
        context.Response.ContentType = "application/grpc";
        try
        {
            if (Answer(context.Request.Path.Value ?? "", message) is { } answer)
            {
                var frame = new byte[5 + answer.Length];
                BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), answer.Length);
                answer.CopyTo(frame, 5);
                await context.Response.Body.WriteAsync(frame, context.RequestAborted).ConfigureAwait(false);
                End(context, 0, "");
                return;
            }
            End(context, 12, "unknown method");
        }
        catch (Exception e) when (e is CryptographicException or IOException or FormatException)
        {
            End(context, 3, e.Message);
        }
    }

    private byte[]? Answer(string path, byte[] message)
    {
        switch (path)
        {
            case "/v2.KeyManagementService/Status":
                return KmsMessages.Write((1, "v2"), (2, "ok"), (3, _keys.CurrentId));
            case "/v2.KeyManagementService/Encrypt":
                var (sealedV2, keyId) = _keys.Seal(KmsMessages.Field(message, 1));
                return KmsMessages.Write((1, sealedV2), (2, keyId));
            case "/v2.KeyManagementService/Decrypt":
                return KmsMessages.Write((1, _keys.Open(KmsMessages.Field(message, 1), Encoding.UTF8.GetString(KmsMessages.Field(message, 3)))));
            case "/v1beta1.KeyManagementService/Version":
                return KmsMessages.Write((1, "v1beta1"), (2, "c8s-kms-dev"), (3, "1"));
            case "/v1beta1.KeyManagementService/Encrypt":
                return KmsMessages.Write((1, _keys.Seal(KmsMessages.Field(message, 2)).Sealed));
            case "/v1beta1.KeyManagementService/Decrypt":
                return KmsMessages.Write((1, _keys.Open(KmsMessages.Field(message, 2), "")));
            default:
                return null;
        }
    }

    private static void End(HttpContext context, int status, string why)
    {
        context.Response.AppendTrailer("grpc-status", status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (why.Length > 0)
        {
            context.Response.AppendTrailer("grpc-message", Uri.EscapeDataString(why));
        }
    }
}
