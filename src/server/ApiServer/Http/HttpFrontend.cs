using System.Buffers;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cybernetes.ApiServer.Http;

/// <summary>Turns HTTP requests into the pipeline's, and its answers into HTTP.</summary>
public sealed class HttpFrontend(RequestPipeline pipeline, ResponseWriter writer, TimeProvider time)
{
    /// <summary>Upstream's limit of a request's body.</summary>
    public const int MaxBodyBytes = 3 * 1024 * 1024;

    /// <summary>Serves one request.</summary>
    public async Task ServeAsync(HttpContext http)
    {
        var cancellationToken = http.RequestAborted;
        try
        {
            var context = ContextOf(http);
            var refusal = await ReadBodyAsync(http, context, cancellationToken).ConfigureAwait(false);
            var response = refusal is null
                ? await pipeline.InvokeAsync(context, cancellationToken).ConfigureAwait(false)
                : RequestPipeline.Refuse(refusal.Status);
            await writer.WriteAsync(http, context, response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && cancellationToken.IsCancellationRequested)
        {
            http.Abort();
        }
    }

    private RequestContext ContextOf(HttpContext http)
    {
        var request = http.Request;
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        return new RequestContext
        {
            Method = request.Method,
            Path = path.StartsWith('/') ? path : request.Path.Value ?? "/",
            Query = question < 0 ? QueryParameters.Empty : new QueryParameters(target[question..]),
            Accept = request.Headers.Accept.ToString(),
            ContentType = request.ContentType ?? "",
            UserAgent = request.Headers.UserAgent.ToString(),
            Http = http,
            ReceivedAt = time.GetUtcNow(),
            Credentials = new AuthenticationRequest
            {
                Path = path,
                Headers = request.Headers,
                ClientCertificate = http.Connection.ClientCertificate,
            },
        };
    }

    /// <summary>Reads the body whole, unless the request is one whose body is passed on as it comes.</summary>
    private static async ValueTask<ApiException?> ReadBodyAsync(HttpContext http, RequestContext context, CancellationToken cancellationToken)
    {
        var request = http.Request;
        if (request.ContentLength is 0 || HttpMethods.IsGet(request.Method) || IsPassedOn(context.Path))
        {
            return null;
        }

        if (request.ContentLength > MaxBodyBytes)
        {
            return ApiErrors.RequestEntityTooLarge($"Request entity too large: limit is {MaxBodyBytes}");
        }

        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 4096));
        for (; ; )
        {
            var read = await request.Body.ReadAsync(body.GetMemory(), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            body.Advance(read);
            if (body.WrittenCount > MaxBodyBytes)
            {
                return ApiErrors.RequestEntityTooLarge($"Request entity too large: limit is {MaxBodyBytes}");
            }

            if (body.WrittenCount == request.ContentLength)
            {
                break;
            }
        }

        context.Body = body.WrittenMemory;
        return null;
    }

    private static bool IsPassedOn(string path) => path.Contains("/proxy/", StringComparison.Ordinal) || path.EndsWith("/proxy", StringComparison.Ordinal);
}
