using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Http;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.Client.Streams;
using Cybernetes.Client.Transport;
using Microsoft.AspNetCore.Http;

namespace Cybernetes.ApiServer.InProcess;

/// <summary>
/// The way to the server for components of its own process: the same pipeline with the same guards, without sockets and codecs. Objects pass by
/// reference in both directions. One user a transport. Thread safe.
/// </summary>
public sealed class InProcessTransport(RequestPipeline pipeline, UserInfo user, string userAgent, TimeProvider time) : IApiTransport
{
    /// <inheritdoc/>
    public async ValueTask<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var context = ContextOf(request, null);
        var response = await pipeline.InvokeAsync(context, cancellationToken).ConfigureAwait(false);
        if (response is ConnectionResponse)
        {
            response = RequestPipeline.Refuse(ApiErrors.BadRequest("this path answers with a stream").Status);
        }

        return Answer(context, response);
    }

    /// <inheritdoc/>
    public async ValueTask<ApiWatch> WatchAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var context = ContextOf(request, null);
        var response = await pipeline.InvokeAsync(context, ending.Token).ConfigureAwait(false);
        if (response is WatchResponse watch)
        {
            return new InProcessWatch(watch, context.Output, ending);
        }

        ending.Dispose();
        var answer = Answer(context, response);
        return ApiWatch.Refused(answer.ToStatus(), int.TryParse(answer.Header("Retry-After"), out var seconds) ? seconds : null);
    }

    /// <inheritdoc/>
    public async ValueTask<UpgradeResponse> OpenAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var call = new StreamCall();
        var context = ContextOf(request, call.Http);
        var response = await pipeline.InvokeAsync(context, cancellationToken).ConfigureAwait(false);
        return await call.RunAsync(context, response, cancellationToken).ConfigureAwait(false);
    }

    private RequestContext ContextOf(ApiRequest request, HttpContext? http)
    {
        var headers = http?.Request.Headers ?? new HeaderDictionary();
        foreach (var (name, value) in request.Headers)
        {
            headers.Append(name, value);
        }

        return new RequestContext
        {
            Method = request.Method,
            Path = request.Path,
            Query = QueryParameters.Of(request.Query),
            Accept = InProcessAccept.IsPlain(request.Accept) ? "" : request.Accept,
            ContentType = request.Body.ContentType ?? "",
            UserAgent = request.UserAgent.Length > 0 ? request.UserAgent : userAgent,
            Body = request.Body.Bytes,
            BodyObject = request.Body.Object,
            KnownUser = user,
            Http = http,
            ReceivedAt = time.GetUtcNow(),
            Credentials = new AuthenticationRequest { Path = request.Path, Headers = headers },
        };
    }

    private static ApiResponse Answer(RequestContext context, Response response)
    {
        var answer = new ApiResponse(response.Code) { Headers = HeadersOf(context, response) };
        switch (response)
        {
            case ObjectResponse one:
                return answer with { Object = one.Object };
            case StoredResponse stored when context.Output.Encoding == Encoding.Object:
                return answer with { Object = context.Output.Shape == Shape.Metadata ? ShapedEncoder.MetadataOf(stored.Object) : stored.Object.In(stored.Version) };
            case ListResponse list when context.Output.Encoding == Encoding.Object:
                return answer with { Object = context.Output.Shape == Shape.Metadata ? ShapedEncoder.MetadataOf(list) : ShapedEncoder.ListOf(list) };
            case BytesResponse bytes:
                return answer with { Bytes = bytes.Body, ContentType = bytes.ContentType };
            default:
                var (type, parts) = ResponseEncoder.Encode(context, response);
                return answer with { Bytes = Joined(parts), ContentType = type };
        }
    }

    private static List<KeyValuePair<string, string>> HeadersOf(RequestContext context, Response response) =>
    [
        .. response.Headers, .. context.Warnings.Select(warning => new KeyValuePair<string, string>("Warning", WarningHeader.Of(warning))),
    ];

    private static byte[] Joined(IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var all = new byte[parts.Sum(part => part.Length)];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(all.AsMemory(at));
            at += part.Length;
        }

        return all;
    }
}
