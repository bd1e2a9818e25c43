using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Cybernetes.Store.EtcdServer.Authority;

/// <summary>
/// Lets Go's gRPC clients in that send a socket's path or a whole URL as <c>:authority</c> (etcdctl 3.4 does both), which Kestrel refuses and cannot be told
/// not to (dotnet/aspnetcore#18522, #47043).
/// </summary>
internal static class AuthorityRepair
{
    /// <summary>To be added after TLS, if there is TLS.</summary>
    public static void RepairAuthority(this ListenOptions listen) => listen.Use(next => async connection =>
    {
        var transport = connection.Transport;
        var repaired = new Pipe();
        var pump = PumpAsync(transport.Input, repaired.Writer);
        connection.Transport = new Duplex(repaired.Reader, transport.Output);
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            await repaired.Reader.CompleteAsync().ConfigureAwait(false);
            transport.Input.CancelPendingRead();
            await pump.ConfigureAwait(false);
            connection.Transport = transport;
        }
    });

    private static async Task PumpAsync(PipeReader from, PipeWriter to)
    {
        var repair = new FrameRepair();
        Exception? failure = null;
        try
        {
            while (true)
            {
                var read = await from.ReadAsync().ConfigureAwait(false);
                foreach (var part in read.Buffer)
                {
                    repair.Feed(part.Span, to);
                }
                from.AdvanceTo(read.Buffer.End);
                var flushed = await to.FlushAsync().ConfigureAwait(false);
                if (read.IsCompleted || read.IsCanceled || flushed.IsCompleted)
                {
                    break;
                }
            }
        }
        catch (Exception error) when (error is IOException or ConnectionAbortedException or ConnectionResetException or InvalidOperationException)
        {
            failure = error;
        }
        await to.CompleteAsync(failure).ConfigureAwait(false);
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
