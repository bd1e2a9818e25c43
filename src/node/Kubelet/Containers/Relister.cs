using Cybernetes.Cri;
using Cybernetes.Kubelet.Metrics;
using Microsoft.Extensions.Logging;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Containers;

/// <summary>
/// Notices what happened to containers behind the kubelet's back by comparing the runtime's lists from time to time, and by its events where
/// it has them.
/// </summary>
internal sealed class Relister(IRuntimeService runtime, TimeSpan period, Action<string, IReadOnlyDictionary<string, string>> changed, KubeletMetrics metrics, TimeProvider time, ILogger log)
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private Dictionary<string, (string PodUid, string State)> _known = [];

    /// <summary>When the runtime last answered.</summary>
    public DateTimeOffset LastSuccess { get; private set; } = time.GetUtcNow();

    /// <summary>Watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var events = FollowAsync(cancellationToken);
        using var timer = new PeriodicTimer(period, time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await RelistAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (CriException e)
            {
                PodLog.LoopFailed(log, e, "Listing containers");
            }
        }

        await events.ConfigureAwait(false);
    }

    /// <summary>Everything the runtime holds for the kubelet, by pod.</summary>
    public async Task<IReadOnlyList<PodRuntime>> PodsAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, PodRuntime> pods = [];
        foreach (var sandbox in await runtime.ListPodSandboxesAsync(null, cancellationToken).ConfigureAwait(false))
        {
            if (sandbox.Labels.TryGetValue(ContainerLabels.PodUid, out var uid))
            {
                pods[uid] = PodRuntime.None(uid, sandbox.Metadata.Name, sandbox.Metadata.Namespace);
            }
        }

        return [.. pods.Values];
    }

    private async Task RelistAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await CompareAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        Dictionary<string, (string PodUid, string State)> now = [];
        Dictionary<string, int> states = [];
        var pods = 0;
        foreach (var sandbox in await runtime.ListPodSandboxesAsync(null, cancellationToken).ConfigureAwait(false))
        {
            if (sandbox.Labels.TryGetValue(ContainerLabels.PodUid, out var uid))
            {
                now[sandbox.Id] = (uid, sandbox.State.ToString());
                pods += sandbox.State == V1.PodSandboxState.SandboxReady ? 1 : 0;
            }
        }

        foreach (var container in await runtime.ListContainersAsync(null, cancellationToken).ConfigureAwait(false))
        {
            if (container.Labels.TryGetValue(ContainerLabels.PodUid, out var uid))
            {
                now[container.Id] = (uid, container.State.ToString());
                var state = container.State.ToString()["Container".Length..].ToLowerInvariant();
                states[state] = states.GetValueOrDefault(state) + 1;
            }
        }

        Count(began, pods, states);
        HashSet<string> touched = [];
        foreach (var (id, entry) in now)
        {
            if (!_known.TryGetValue(id, out var before) || before.State != entry.State)
            {
                touched.Add(entry.PodUid);
            }
        }

        foreach (var (id, entry) in _known)
        {
            if (!now.ContainsKey(id))
            {
                touched.Add(entry.PodUid);
            }
        }

        _known = now;
        foreach (var uid in touched)
        {
            changed(uid, now.Where(e => e.Value.PodUid == uid).ToDictionary(e => e.Key, e => e.Value.State));
        }
    }

    private void Count(long began, int pods, Dictionary<string, int> states)
    {
        var now = time.GetUtcNow();
        metrics.RelistSeconds.Observe(time.GetElapsedTime(began).TotalSeconds);
        metrics.RelistIntervalSeconds.Observe((now - LastSuccess).TotalSeconds);
        metrics.RelistSeen.Set(now.ToUnixTimeSeconds());
        metrics.RunningPods.Set(pods);
        foreach (var state in (string[])["created", "running", "exited", "unknown"])
        {
            metrics.RunningContainers.With(state).Set(states.GetValueOrDefault(state));
        }

        LastSuccess = now;
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var item in runtime.ContainerEventsAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (item.ContainerEventType is V1.ContainerEventType.ContainerStoppedEvent or V1.ContainerEventType.ContainerDeletedEvent)
                    {
                        await RelistAsync(cancellationToken).ConfigureAwait(false);
                    }
                }
            }
            catch (CriException e) when (e.IsUnimplemented)
            {
                return; // an older runtime: the lists alone tell
            }
            catch (CriException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
