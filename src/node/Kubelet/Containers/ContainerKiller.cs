using Cybernetes.Api.CoreV1;
using Cybernetes.Cri;
using Cybernetes.Kubelet.Events;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.Containers;

/// <summary>Ends containers and whole pods gracefully: preStop hook, stop signal, grace period, kill. Thread-safe.</summary>
internal sealed class ContainerKiller(IRuntimeService runtime, HookRunner hooks, IEventSink events, TimeProvider time)
{
    private const long DefaultGrace = 30;
    private const long MinimumGrace = 2;

    /// <summary>Ends one container; <paramref name="graceOverride"/> in seconds replaces the pod's own grace period.</summary>
    public async Task KillAsync(
        Pod pod, ContainerRecord record, Container? spec, string message, KillReason reason, long? graceOverride, IReadOnlyList<string> podIps, CancellationToken cancellationToken)
    {
        var grace = Grace(pod, spec, reason);
        if (graceOverride is { } given)
        {
            grace = given;
        }

        events.Record(pod, record.Name, EventNames.Normal, EventNames.Killing, message.Length > 0 ? message : $"Stopping container {record.Name}");
        if (spec?.Lifecycle?.PreStop is { } preStop && grace > 0)
        {
            var began = time.GetTimestamp();
            await PreStopAsync(pod, spec, record.Id, preStop, grace, podIps, cancellationToken).ConfigureAwait(false);
            grace -= (long)time.GetElapsedTime(began).TotalSeconds;
        }

        if (graceOverride is null)
        {
            grace = Math.Max(grace, MinimumGrace);
        }

        await runtime.StopContainerAsync(record.Id, Math.Max(grace, 0), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Ends everything of a pod: first its regular containers at once, then its sidecars in reverse order within what is left of the grace
    /// period (KEP-753), at last the sandboxes.
    /// </summary>
    public async Task KillPodAsync(Pod pod, PodRuntime state, long? graceOverride, CancellationToken cancellationToken)
    {
        var ips = state.Sandboxes.FirstOrDefault()?.Ips ?? [];
        var began = time.GetTimestamp();
        var total = graceOverride ?? Grace(pod, null, KillReason.Unknown);
        var live = state.Containers.Where(c => c.State is RunState.Running or RunState.Unknown).ToList();
        var sidecars = pod.Spec.InitContainers.Where(c => c.IsSidecar).Select(c => c.Name).ToList();
        await Task.WhenAll(live.Where(c => !sidecars.Contains(c.Name)).Select(c => KillAsync(pod, c, pod.FindContainer(c.Name), "", KillReason.Unknown, graceOverride, ips, cancellationToken))).ConfigureAwait(false);
        foreach (var name in Enumerable.Reverse(sidecars))
        {
            foreach (var record in live.Where(c => c.Name == name))
            {
                var left = Math.Max(total - (long)time.GetElapsedTime(began).TotalSeconds, graceOverride is null ? MinimumGrace : 0);
                await KillAsync(pod, record, pod.FindContainer(name), "", KillReason.Unknown, left, ips, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var sandbox in state.Sandboxes)
        {
            try
            {
                await runtime.StopPodSandboxAsync(sandbox.Id, cancellationToken).ConfigureAwait(false);
            }
            catch (CriException e) when (e.IsNotFound)
            {
                // Already gone.
            }
        }
    }

    private static long Grace(Pod pod, Container? spec, KillReason reason)
    {
        var probe = reason switch
        {
            KillReason.LivenessProbe => spec?.LivenessProbe,
            KillReason.StartupProbe => spec?.StartupProbe,
            _ => null,
        };
        return pod.Metadata.DeletionGracePeriodSeconds ?? probe?.TerminationGracePeriodSeconds ?? pod.Spec.TerminationGracePeriodSeconds ?? DefaultGrace;
    }

    private async Task PreStopAsync(Pod pod, Container spec, string containerId, LifecycleHandler handler, long grace, IReadOnlyList<string> podIps, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(grace), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        string? failure;
        try
        {
            failure = await hooks.RunAsync(pod, spec, containerId, handler, podIps, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return; // the grace period is over: the container is stopped without waiting for its hook
        }

        if (failure is not null)
        {
            events.Record(pod, spec.Name, EventNames.Warning, EventNames.FailedPreStopHook, "PreStopHook failed");
        }
    }
}
