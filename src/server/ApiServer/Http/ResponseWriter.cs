using System.Globalization;
using System.IO.Compression;
using System.IO.Pipelines;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Cybernetes.ApiServer.Http;

/// <summary>Writes the pipeline's answers to connections.</summary>
public sealed class ResponseWriter
{
    // Upstream compresses what is larger than this.
    private const int CompressFrom = 128 * 1024;

    /// <summary>Writes an answer.</summary>
    public async Task WriteAsync(HttpContext http, RequestContext context, Response response, CancellationToken cancellationToken)
    {
        AddHeaders(http, context, response);
        switch (response)
        {
            case BytesResponse bytes:
                await SendAsync(http, bytes.Code, bytes.ContentType, [bytes.Body], cancellationToken).ConfigureAwait(false);
                break;
            case ConnectionResponse connection:
                await connection.Serve(http, cancellationToken).ConfigureAwait(false);
                break;
            case WatchResponse watch:
                await WatchWriter.WriteAsync(http, context, watch, cancellationToken).ConfigureAwait(false);
                break;
            default:
                var (type, body) = ResponseEncoder.Encode(context, response);
                await SendAsync(http, response.Code, type, body, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private static void AddHeaders(HttpContext http, RequestContext context, Response response)
    {
        var headers = http.Response.Headers;
        headers["Audit-Id"] = context.Audit?.Id ?? Guid.NewGuid().ToString();
        headers.CacheControl = "no-cache, private";
        if (context.Flow is { FlowSchemaUid.Length: > 0 } flow)
        {
            headers["X-Kubernetes-Pf-Flowschema-Uid"] = flow.FlowSchemaUid;
            headers["X-Kubernetes-Pf-Prioritylevel-Uid"] = flow.LevelUid;
        }

        foreach (var (name, value) in response.Headers)
        {
            headers.Append(name, value);
        }

        foreach (var warning in context.Warnings)
        {
            headers.Append("Warning", WarningHeader.Of(warning));
        }
    }

    private static async Task SendAsync(HttpContext http, int code, string contentType, IReadOnlyList<ReadOnlyMemory<byte>> body, CancellationToken cancellationToken)
    {
        http.Response.StatusCode = code;
        http.Response.ContentType = contentType;
        var length = body.Sum(part => (long)part.Length);
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.ContentLength = length;
            return;
        }

        if (length >= CompressFrom && AcceptsGzip(http.Request))
        {
            http.Response.Headers.ContentEncoding = "gzip";
            http.Response.Headers.Vary = "Accept-Encoding";
            var gzip = new GZipStream(http.Response.BodyWriter.AsStream(leaveOpen: true), CompressionLevel.Fastest);
            await using (gzip.ConfigureAwait(false))
            {
                foreach (var part in body)
                {
                    await gzip.WriteAsync(part, cancellationToken).ConfigureAwait(false);
                }
            }

            return;
        }

        http.Response.ContentLength = length;
        await WritePartsAsync(http.Response.BodyWriter, body, cancellationToken).ConfigureAwait(false);
    }

    private static async Task WritePartsAsync(PipeWriter output, IReadOnlyList<ReadOnlyMemory<byte>> body, CancellationToken cancellationToken)
    {
        const int FlushEvery = 64 * 1024;
        var pending = 0;
        foreach (var part in body)
        {
            part.Span.CopyTo(output.GetSpan(part.Length));
            output.Advance(part.Length);
            pending += part.Length;
            if (pending >= FlushEvery)
            {
                await output.FlushAsync(cancellationToken).ConfigureAwait(false);
                pending = 0;
            }
        }

        if (pending > 0)
        {
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool AcceptsGzip(HttpRequest request) =>
        request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
}
