using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Log;

/// <summary>Prints what went wrong: "[ERROR] plugin/errors: 2 example.org. A: why".</summary>
public sealed class ErrorsPlugin(PluginContext context, IDnsHandler next) : IDnsHandler
{
    /// <inheritdoc/>
    public async ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        var reply = await next.ServeAsync(request, cancellationToken);
        if (reply.Error is { } error)
        {
            context.Environment.Output.Line($"[ERROR] plugin/errors: {(int)reply.Message.Rcode} {request.Name} {request.Type.Text()}: {error}");
        }

        return reply;
    }
}
