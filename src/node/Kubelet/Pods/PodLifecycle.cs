using System.Collections.Concurrent;
using Cybernetes.Api.CoreV1;
using Cybernetes.Cri;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.Events;
using Cybernetes.Kubelet.Metrics;
using Cybernetes.Kubelet.Probing;
using Cybernetes.Kubelet.Resources;
using Cybernetes.Kubelet.Statuses;
using Cybernetes.Kubelet.Volumes;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Pods;

/// <summary>The steps of a pod's life on this node. Thread-safe for different pods.</summary>
internal sealed class PodLifecycle(
    KubeletOptions options, IRuntimeService runtime, RuntimeReader reader, PodSyncer syncer, ContainerKiller killer, VolumeManager volumes, ProbeManager probes, StatusManager statuses,
    PendingReasons pending, MirrorPods mirrors, CgroupManager cgroups, AllocationManager allocations, Func<IReadOnlyList<Pod>> active, IEventSink events, Func<NodeFacts> node, Func<string?> networkProblem, KubeletMetrics metrics, TimeProvider time, ILogger log) : IPodSteps
{
    private readonly ConcurrentDictionary<string, PodRuntime> _known = new();
    private readonly ConcurrentDictionary<string, TimeSpan> _mountWaits = new();

    /// <summary>What the runtime last reported of a pod.</summary>
    public PodRuntime? Known(string uid) => _known.GetValueOrDefault(uid);

    /// <summary>Whether what a list of the runtime says of a pod is new to its worker.</summary>
    public bool IsNews(string uid, IReadOnlyDictionary<string, string> states)
    {
        if (Known(uid) is not { } known)
        {
            return true;
        }

        return states.Count != known.Sandboxes.Count + known.Containers.Count
            || known.Sandboxes.Any(s => states.GetValueOrDefault(s.Id) != (s.IsReady ? "SandboxReady" : "SandboxNotready"))
            || known.Containers.Any(c => states.GetValueOrDefault(c.Id) != "Container" + c.State);
    }

    /// <inheritdoc/>
    public async Task<TurnResult> SyncAsync(Pod asked, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var kind = Known(asked.Metadata.Uid) is null ? "create" : "sync";
        try
        {
            return await BringAsync(asked, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            metrics.PodWorkSeconds.With(kind).Observe(time.GetElapsedTime(began).TotalSeconds);
        }
    }

    private async Task<TurnResult> BringAsync(Pod asked, CancellationToken cancellationToken)
    {
        var pod = asked;
        for (var round = 0; ; round++)
        {
            var state = await ReadAsync(pod, cancellationToken).ConfigureAwait(false);
            var facts = node();
            if (pod.IsTerminal && !pod.IsStatic)
            {
                return new(true, null); // decided before a restart of the kubelet
            }

            pod = allocations.Allocate(asked, active(), facts.Allocatable);
            var status = Report(pod, state, isTerminal: false, Deadline(pod));
            if (status.Phase is "Failed" or "Succeeded")
            {
                return new(true, null);
            }

            if (!pod.Spec.HostNetwork && networkProblem() is { } problem && state.ReadySandbox is null)
            {
                events.Record(pod, null, EventNames.Warning, EventNames.NetworkNotReady, $"network is not ready: {problem}");
                return new(false, TimeSpan.FromSeconds(1));
            }

            if (pod.IsStatic)
            {
                await MirrorAsync(pod, cancellationToken).ConfigureAwait(false);
            }

            cgroups.Ensure(pod);
            var podIps = pod.Spec.HostNetwork ? facts.HostIps : state.ReadySandbox?.Ips ?? [];
            IReadOnlyDictionary<string, MountedVolume> mounted;
            try
            {
                mounted = await volumes.MountAsync(pod, podIps, facts, cancellationToken).ConfigureAwait(false);
                _mountWaits.TryRemove(pod.Metadata.Uid, out _);
            }
            catch (VolumeException)
            {
                return new(false, NextMountWait(pod.Metadata.Uid));
            }

            probes.Add(pod);
            var plan = PodPlanner.Plan(pod, state, probes.Verdicts, name => allocations.Actuated(pod.Metadata.Uid, name));
            if (plan.IsNothing)
            {
                return new(false, allocations.Pending(pod.Metadata.Uid) is { Reason: "Deferred" } ? TimeSpan.FromSeconds(3) : Remaining(pod));
            }

            var outcome = await syncer.SyncAsync(pod, state, plan, mounted, facts, cancellationToken).ConfigureAwait(false);
            if (plan.ToResize.Count > 0)
            {
                cgroups.Ensure(pod); // a pod's limit can only shrink after its containers' have
            }

            if (outcome.RetryAfter is { } after)
            {
                Report(pod, await ReadAsync(pod, cancellationToken).ConfigureAwait(false), isTerminal: false, null);
                return new(false, after);
            }

            if (round == 10)
            {
                return new(false, TimeSpan.FromSeconds(1)); // something ends as fast as it is started
            }
        }
    }

    /// <inheritdoc/>
    public async Task<TurnResult> TerminateAsync(Pod pod, PodVerdict? verdict, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var state = await ReadAsync(pod, cancellationToken).ConfigureAwait(false);
        probes.StopLivenessAndStartup(pod.Metadata.Uid);
        var reported = verdict is null ? Deadline(pod) : (verdict.Phase, verdict.Reason, verdict.Message);
        if (state.HasRunning)
        {
            Report(pod, state, isTerminal: false, reported);
        }

        var grace = pod.IsBeingDeleted ? null : verdict?.GraceSeconds;
        await killer.KillPodAsync(pod, state, grace, cancellationToken).ConfigureAwait(false);
        metrics.PodWorkSeconds.With("kill").Observe(time.GetElapsedTime(began).TotalSeconds);
        state = await ReadAsync(pod, cancellationToken).ConfigureAwait(false);
        if (state.HasRunning)
        {
            return new(false, TimeSpan.FromSeconds(1));
        }

        probes.Remove(pod.Metadata.Uid);
        Report(pod, state, isTerminal: true, reported);
        return new(true, null);
    }

    /// <inheritdoc/>
    public Task<TurnResult> CleanUpAsync(Pod pod, CancellationToken cancellationToken)
    {
        volumes.Clean(pod.Metadata.Uid);
        cgroups.Remove(pod);
        statuses.MarkTerminated(pod);
        return Task.FromResult(new TurnResult(true, null));
    }

    /// <inheritdoc/>
    public async Task ForgetAsync(Pod pod, CancellationToken cancellationToken)
    {
        var uid = pod.Metadata.Uid;
        foreach (var sandbox in (await ReadAsync(pod, cancellationToken).ConfigureAwait(false)).Sandboxes)
        {
            await runtime.RemovePodSandboxAsync(sandbox.Id, cancellationToken).ConfigureAwait(false);
        }

        var logs = ContainerLabels.LogDirectory(options.PodLogsDirectory, pod.Metadata.Namespace, pod.Metadata.Name, uid);
        if (Directory.Exists(logs))
        {
            Directory.Delete(logs, recursive: true);
        }

        if (pod.IsStatic && mirrors.Find(pod) is { } mirror && mirror.Metadata.Annotations.GetValueOrDefault(PodExtensions.ConfigHash) == uid)
        {
            await mirrors.DeleteAsync(mirror, cancellationToken).ConfigureAwait(false);
        }

        statuses.Forget(uid);
        pending.Forget(uid);
        allocations.Forget(uid);
        _known.TryRemove(uid, out _);
        _mountWaits.TryRemove(uid, out _);
    }

    private async Task MirrorAsync(Pod pod, CancellationToken cancellationToken)
    {
        try
        {
            await mirrors.EnsureAsync(pod, cancellationToken).ConfigureAwait(false);
        }
        catch (ControlPlane.ControlPlaneException e)
        {
            // A static pod runs whether or not the API server can show it.
            PodLog.StatusFailed(log, pod.FullName, e.Message);
        }
    }

    private async Task<PodRuntime> ReadAsync(Pod pod, CancellationToken cancellationToken)
    {
        var state = await reader.ReadAsync(pod.Metadata.Uid, pod.Metadata.Name, pod.Metadata.Namespace, cancellationToken).ConfigureAwait(false);
        _known[pod.Metadata.Uid] = state;
        probes.Update(state);
        return state;
    }

    private PodStatus Report(Pod pod, PodRuntime state, bool isTerminal, (string Phase, string Reason, string Message)? verdict)
    {
        var status = PodStatusBuilder.Build(pod, state, statuses.Get(pod.Metadata.Uid) ?? pod.Status, new()
        {
            HostIps = node().HostIps,
            Pending = container => pending.Get(pod.Metadata.Uid, container),
            Probes = name => state.Find(name) is { State: RunState.Running } record && pod.FindContainer(name) is { } spec ? probes.Status(spec, record) : (false, false),
            IsTerminal = isTerminal,
            Actuated = name => allocations.Actuated(pod.Metadata.Uid, name),
            ResizePending = allocations.Pending(pod.Metadata.Uid),
            ResizeInProgress = allocations.InProgress(pod),
            Verdict = verdict,
            Now = time.GetUtcNow(),
        });
        if (status.Phase == "Running" && statuses.Get(pod.Metadata.Uid) is { Phase: "Pending", StartTime: { } start })
        {
            metrics.PodStartSeconds.Observe((time.GetUtcNow() - start.Moment).TotalSeconds);
        }

        statuses.Set(pod, state.HasRunning && status.Phase is "Failed" or "Succeeded" ? Delayed(pod, status) : status);
        return status;
    }

    /// <summary>While anything runs a pod must not look as if it were over: others may already rely on its resources being free.</summary>
    private PodStatus Delayed(Pod pod, PodStatus status)
    {
        var before = statuses.Get(pod.Metadata.Uid) ?? pod.Status;
        return status with { Phase = before.Phase.Length > 0 ? before.Phase : "Pending", Reason = before.Reason, Message = before.Message };
    }

    private (string Phase, string Reason, string Message)? Deadline(Pod pod)
    {
        if (pod.Spec.ActiveDeadlineSeconds is { } seconds && StartTime(pod) is { } start && time.GetUtcNow() - start >= TimeSpan.FromSeconds(seconds))
        {
            events.Record(pod, null, EventNames.Normal, "DeadlineExceeded", "Pod was active on the node longer than the specified deadline");
            return ("Failed", "DeadlineExceeded", "Pod was active on the node longer than the specified deadline");
        }

        return null;
    }

    private TimeSpan? Remaining(Pod pod)
    {
        if (pod.Spec.ActiveDeadlineSeconds is not { } seconds || StartTime(pod) is not { } start)
        {
            return null;
        }

        var left = start + TimeSpan.FromSeconds(seconds) - time.GetUtcNow();
        return left < options.SyncFrequency ? left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1) : null;
    }

    private DateTimeOffset? StartTime(Pod pod) => (statuses.Get(pod.Metadata.Uid) ?? pod.Status).StartTime?.Moment;

    private TimeSpan NextMountWait(string uid) => _mountWaits.AddOrUpdate(
        uid,
        TimeSpan.FromMilliseconds(500),
        (_, before) => before < TimeSpan.FromSeconds(60) ? before * 2 : TimeSpan.FromSeconds(122));
}
