using System.Collections.Concurrent;
using System.Threading.Channels;
using Cybernetes.Api.CoordinationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Informers.Caching;

namespace Cybernetes.Hollow;

/// <summary>
/// Nodes that only tell: they register, renew their leases, and say of each pod assigned to them that it runs, all through the ordinary API. For trials of
/// scale.
/// </summary>
public sealed class HollowNodes(KubeClient client, HollowOptions options, InformerFactory informers)
{
    private readonly ConcurrentDictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lease> _leases = new(StringComparer.Ordinal);
    private readonly Channel<NamespacedName> _due = Channel.CreateUnbounded<NamespacedName>();
    private int _addresses;

    /// <summary>How many nodes are registered.</summary>
    public int Count => _nodes.Count;

    /// <summary>Registers all nodes.</summary>
    public Task RegisterAsync(CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(Enumerable.Range(0, options.Nodes), Limits(cancellationToken), async (number, ct) =>
        {
            var node = HollowObjects.NodeOf(options, number, client.Time.GetUtcNow());
            var created = await client.CreateAsync(node, cancellationToken: ct).ConfigureAwait(false);
            var stored = created.Ok ? created.Value : (await client.GetAsync<Node>("", node.Metadata.Name, ct).ConfigureAwait(false)).OrThrow();
            if (!created.Ok || stored.Status.Allocatable.IsEmpty)
            {
                stored = (await client.UpdateStatusAsync(stored with { Status = node.Status }, cancellationToken: ct).ConfigureAwait(false)).OrThrow();
            }

            _nodes[node.Metadata.Name] = stored;
        });

    /// <summary>Runs the nodes until cancelled. The factory's own loop must be running.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var pods = informers.For<Pod>().AddHandler(Seen, (_, after) => Seen(after), _ => { });
        using var nodes = informers.For<Node>().AddHandler(updated: (before, node) =>
        {
            if (_nodes.ContainsKey(node.Metadata.Name)
                && (node.Status.Capacity != node.Status.Allocatable || node.Status.Conditions.Any(condition => condition is { Type: "Ready", Status: not "True" })))
            {
                _ = TellAsync(node, cancellationToken);
            }
        });
        var workers = Enumerable.Range(0, options.Parallel).Select(_ => WorkAsync(cancellationToken));
        try
        {
            await Task.WhenAll([.. workers, RenewAsync(cancellationToken)]).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end.
        }
    }

    private ParallelOptions Limits(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellationToken };

    private void Seen(Pod pod)
    {
        if (!_nodes.ContainsKey(pod.Spec.NodeName) || !(pod.Metadata.DeletionTimestamp is not null || pod.Status.Phase == "Pending"))
        {
            return;
        }

        var name = NamespacedName.Of(pod);
        if (options.StartAfter <= TimeSpan.Zero || pod.Metadata.DeletionTimestamp is not null)
        {
            _due.Writer.TryWrite(name);
            return;
        }

        _ = LaterAsync(name);
    }

    private async Task LaterAsync(NamespacedName name)
    {
        await Task.Delay(options.StartAfter, client.Time).ConfigureAwait(false);
        _due.Writer.TryWrite(name);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await foreach (var name in _due.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (informers.For<Pod>().Get(name) is not { } pod)
            {
                continue;
            }

            try
            {
                if (pod.Metadata.DeletionTimestamp is not null)
                {
                    await client.DeleteAsync<Pod>(name.Namespace, name.Name, new DeleteOptions { GracePeriodSeconds = 0, Preconditions = new Api.MetaV1.Preconditions { Uid = pod.Metadata.Uid } }, cancellationToken).ConfigureAwait(false);
                }
                else if (pod.Status.Phase == "Pending")
                {
                    // A refusal means that the pod has changed, of which the informer tells anew.
                    await client.UpdateStatusAsync(HollowObjects.Running(pod, Interlocked.Increment(ref _addresses), client.Time.GetUtcNow()), cancellationToken: cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is IOException or HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), client.Time, cancellationToken).ConfigureAwait(false);
                _due.Writer.TryWrite(name);
            }
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.LeasePeriod, client.Time);
        do
        {
            await Parallel.ForEachAsync(_nodes.Values, Limits(cancellationToken), RenewAsync).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask RenewAsync(Node node, CancellationToken cancellationToken)
    {
        try
        {
            var wanted = HollowObjects.LeaseOf(node, client.Time.GetUtcNow());
            var name = node.Metadata.Name;
            var held = _leases.GetValueOrDefault(name) ?? (await client.GetAsync<Lease>(wanted.Metadata.Namespace, name, cancellationToken).ConfigureAwait(false)).OrNull();
            var written = held is null
                ? await client.CreateAsync(wanted, cancellationToken: cancellationToken).ConfigureAwait(false)
                : await client.UpdateAsync(held with { Spec = wanted.Spec }, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (written.Ok)
            {
                _leases[name] = written.Value;
            }
            else
            {
                // Somebody else wrote it; the next turn reads it.
                _leases.TryRemove(name, out _);
            }
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            // The next turn tries again; three in a row may be missed.
        }
    }

    /// <summary>A node that was thought dead says that it lives; extended resources that somebody gave it can be used.</summary>
    private async Task TellAsync(Node node, CancellationToken cancellationToken)
    {
        try
        {
            var status = HollowObjects.NodeOf(options, 0, client.Time.GetUtcNow()).Status;
            await client.UpdateStatusAsync(node with { Status = node.Status with { Conditions = status.Conditions, Allocatable = node.Status.Capacity } }, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            // The next change of the node tries again.
        }
    }
}
