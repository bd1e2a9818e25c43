using System.IO.Pipelines;
using Cybernetes.ApiServer.Http;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.Client.Streams;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cybernetes.ApiServer.InProcess;

/// <summary>A call within the process whose answer is read as it comes. Upgrades need a socket and are refused by who would make them.</summary>
internal sealed class StreamCall : IHttpResponseBodyFeature
{
    private readonly Pipe _body = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StreamCall()
    {
        Http = new DefaultHttpContext();
        Http.Features.Set<IHttpResponseBodyFeature>(this);
    }

    public HttpContext Http { get; }

    public Stream Stream => Writer.AsStream();

    public PipeWriter Writer => _body.Writer;

    /// <summary>Runs the answer and hands out its body as soon as it has begun.</summary>
    public async ValueTask<UpgradeResponse> RunAsync(RequestContext context, Response response, CancellationToken cancellationToken)
    {
        var running = ServeAsync(context, response, cancellationToken);
        await Task.WhenAny(_started.Task, running).ConfigureAwait(false);
        var headers = Http.Response.Headers.Select(header => new KeyValuePair<string, string>(header.Key, header.Value.ToString())).ToList();
        return new UpgradeResponse(Http.Response.StatusCode, headers, _body.Reader.AsStream());
    }

    public void DisableBuffering()
    {
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        _started.TrySetResult();
        return Task.CompletedTask;
    }

    public Task CompleteAsync() => Task.CompletedTask;

    private async Task ServeAsync(RequestContext context, Response response, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await new ResponseWriter().WriteAsync(Http, context, response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            failure = error;
        }

        await _body.Writer.CompleteAsync(failure).ConfigureAwait(false);
    }
}
