using System.Threading.Channels;
using Cybernetes.Api.AuditV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Authentication.Webhooks;

namespace Cybernetes.ApiServer.Audit;

/// <summary>Audit events in batches to a webhook (<c>--audit-webhook-config-file</c>). When it is behind by a full buffer, events are dropped.</summary>
public sealed class AuditWebhook : IAuditSink
{
    private const int BufferSize = 10_000;
    private const int MaxTries = 4;

    private readonly Channel<Event> _events = Channel.CreateBounded<Event>(new BoundedChannelOptions(BufferSize) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });
    private readonly WebhookClient _client;
    private readonly AuditOptions _options;
    private readonly TimeProvider _time;
    private readonly Task _sender;

    /// <summary>Reads the kubeconfig that names the webhook.</summary>
    public AuditWebhook(AuditOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _client = WebhookClient.FromKubeconfig(options.WebhookConfigFile);
        _sender = Task.Run(RunAsync);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(Event item, CancellationToken cancellationToken)
    {
        _events.Writer.TryWrite(item);
        return default;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _events.Writer.TryComplete();
        await _sender.ConfigureAwait(false);
        _client.Dispose();
    }

    private async Task RunAsync()
    {
        var batch = new List<Event>();
        while (await _events.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            await FillAsync(batch).ConfigureAwait(false);
            await SendAsync(batch).ConfigureAwait(false);
            batch.Clear();
        }
    }

    private async Task FillAsync(List<Event> batch)
    {
        using var limit = new CancellationTokenSource(_options.WebhookMaxWait, _time);
        try
        {
            while (batch.Count < _options.WebhookBatchSize)
            {
                while (batch.Count < _options.WebhookBatchSize && _events.Reader.TryRead(out var item))
                {
                    batch.Add(item);
                }
                if (batch.Count >= _options.WebhookBatchSize || !await _events.Reader.WaitToReadAsync(limit.Token).ConfigureAwait(false))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task SendAsync(List<Event> batch)
    {
        var body = JsonEncoder.ToArray(EventList.Empty with { Items = batch.ToValueList() });
        for (var i = 0; i < MaxTries; i++)
        {
            try
            {
                await _client.PostAsync(body, CancellationToken.None).ConfigureAwait(false);
                return;
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1 << i), _time).ConfigureAwait(false);
            }
        }
    }
}
