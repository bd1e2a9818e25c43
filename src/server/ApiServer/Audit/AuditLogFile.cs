using System.Threading.Channels;
using Cybernetes.Api.AuditV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Audit;

/// <summary>Audit events as JSON lines in a rotated file, or on standard output for the path "-".</summary>
public sealed class AuditLogFile : IAuditSink
{
    private readonly Channel<Event> _events = Channel.CreateBounded<Event>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private readonly RotatedFile? _file;
    private readonly Stream? _standardOutput;
    private readonly Task _writer;

    /// <summary>Opens the file of <paramref name="options"/>.</summary>
    public AuditLogFile(AuditOptions options, TimeProvider time)
    {
        if (options.LogPath == "-")
        {
            _standardOutput = Console.OpenStandardOutput();
        }
        else
        {
            _file = new RotatedFile(options.LogPath, options.LogMaxSizeMegabytes * 1024L * 1024, options.LogMaxBackups, TimeSpan.FromDays(options.LogMaxAgeDays), time);
        }
        _writer = Task.Run(RunAsync);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(Event item, CancellationToken cancellationToken) => _events.Writer.WriteAsync(item, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _events.Writer.TryComplete();
        await _writer.ConfigureAwait(false);
        _file?.Dispose();
    }

    private async Task RunAsync()
    {
        while (await _events.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_events.Reader.TryRead(out var item))
            {
                // An event is a part of a list to the nouns; on its own line it says what it is.
                byte[] line = [.. "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\","u8, .. JsonEncoder.ToArray(item).AsSpan(1), (byte)'\n'];
                _file?.Write(line);
                _standardOutput?.Write(line);
            }
            _file?.Flush();
            _standardOutput?.Flush();
        }
    }
}
