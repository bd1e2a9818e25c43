using Cybernetes.Api.CoreV1;
using Cybernetes.Api.NodeV1;
using Cybernetes.Cri;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Kubelet.Envs;
using Cybernetes.Kubelet.Events;
using Cybernetes.Kubelet.Metrics;
using Cybernetes.Kubelet.Pods;
using Cybernetes.Kubelet.Volumes;
using Microsoft.Extensions.Logging;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Containers;

/// <summary>Carries out a <see cref="PodPlan"/>. Thread-safe for different pods; one pod is synced by one worker at a time.</summary>
internal sealed class PodSyncer(
    IRuntimeService runtime, SandboxConfigBuilder sandboxes, ContainerStarter starter, ContainerKiller killer, ObjectCache objects, Resources.AllocationManager allocations, KubeletOptions options, IEventSink events, KubeletMetrics metrics, ILogger log)
{
    private static readonly TimeSpan ErrorRetry = TimeSpan.FromSeconds(10);

    /// <summary>
    /// 1. Ends what must end. 2. Makes the sandbox. 3. Starts ephemeral, init and regular containers, in that order. A container that does not
    /// start leaves its reason behind and does not keep the others from starting.
    /// </summary>
    public async Task<SyncOutcome> SyncAsync(
        Pod pod, PodRuntime state, PodPlan plan, IReadOnlyDictionary<string, MountedVolume> volumes, NodeFacts node, CancellationToken cancellationToken)
    {
        var outcome = SyncOutcome.Nothing with { Changed = !plan.IsNothing };

        // 1.
        if (plan.KillPod)
        {
            if (plan.CreateSandbox && plan.SandboxId.Length > 0)
            {
                events.Record(pod, null, EventNames.Normal, EventNames.SandboxChanged, "Pod sandbox changed, it will be killed and re-created.");
            }

            if (state.Sandboxes.Count > 0 || state.HasRunning)
            {
                await killer.KillPodAsync(pod, state, null, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var kill in plan.ToKill)
        {
            await killer.KillAsync(pod, kill.Record, kill.Spec, kill.Message, kill.Reason, null, state.ReadySandbox?.Ips ?? [], cancellationToken).ConfigureAwait(false);
        }

        foreach (var (spec, record) in plan.ToResize)
        {
            await ResizeAsync(pod, spec, record, node, cancellationToken).ConfigureAwait(false);
        }

        // 2.
        var (config, warning) = sandboxes.Build(pod, plan.Attempt, node.HostIps, node.MemoryCapacity);
        var sandboxId = plan.SandboxId;
        IReadOnlyList<string> podIps = state.ReadySandbox?.Ips ?? [];
        if (plan.CreateSandbox)
        {
            if (warning is not null)
            {
                events.Record(pod, null, EventNames.Warning, warning.StartsWith("kubelet does not", StringComparison.Ordinal) ? EventNames.MissingClusterDns : EventNames.DnsConfigForming, warning);
            }

            metrics.StartedPods.Inc();
            try
            {
                (sandboxId, podIps) = await CreateSandboxAsync(pod, config, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is CriException or ConfigErrorException)
            {
                metrics.StartedPodErrors.Inc();
                events.Record(pod, null, EventNames.Warning, EventNames.FailedCreatePodSandBox, $"Failed to create pod sandbox: {e.Message}");
                return outcome.Retry(ErrorRetry);
            }
        }
        else if (plan.KillPod)
        {
            return outcome;
        }

        if (pod.Spec.HostNetwork)
        {
            podIps = node.HostIps;
        }

        // 3.
        var context = new StartContext(pod, state, sandboxId, config, podIps, volumes, node);
        foreach (var ephemeral in plan.EphemeralToStart)
        {
            outcome = await StartAsync(context, ephemeral.AsContainer(), ephemeral.TargetContainerName, outcome, cancellationToken).ConfigureAwait(false);
        }

        foreach (var container in plan.InitToStart.Concat(plan.ToStart))
        {
            outcome = await StartAsync(context, container, "", outcome, cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    private async Task ResizeAsync(Pod pod, Container spec, ContainerRecord record, NodeFacts node, CancellationToken cancellationToken)
    {
        var linux = Resources.ContainerResources.Linux(pod, spec, node.MemoryCapacity, options.CpuCfsQuota);

        // No limit is written as such: 0 would leave the old one in force.
        linux.CpuQuota = linux.CpuQuota == 0 ? -1 : linux.CpuQuota;
        linux.MemoryLimitInBytes = linux.MemoryLimitInBytes == 0 ? -1 : linux.MemoryLimitInBytes;
        linux.OomScoreAdj = 0;
        await runtime.UpdateContainerResourcesAsync(new() { ContainerId = record.Id, Linux = linux }, cancellationToken).ConfigureAwait(false);
        allocations.SetActuated(pod.Metadata.Uid, spec.Name, spec.Resources);
    }

    private async Task<SyncOutcome> StartAsync(StartContext context, Container container, string target, SyncOutcome outcome, CancellationToken cancellationToken)
    {
        var retry = await starter.StartAsync(context, container, target, cancellationToken).ConfigureAwait(false);
        if (retry is { } after)
        {
            PodLog.StartFailed(log, context.Pod.FullName, container.Name);
            return outcome.Retry(after);
        }

        return outcome;
    }

    private async Task<(string Id, IReadOnlyList<string> Ips)> CreateSandboxAsync(Pod pod, V1.PodSandboxConfig config, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(config.LogDirectory);
        var handler = "";
        if (pod.Spec.RuntimeClassName is { Length: > 0 } className)
        {
            var runtimeClass = await objects.FindAsync<RuntimeClass>("", className, cancellationToken).ConfigureAwait(false)
                ?? throw new ConfigErrorException($"failed to get sandbox runtime: runtimeclasses.node.k8s.io \"{className}\" not found");
            handler = runtimeClass.Handler;
        }

        var id = await runtime.RunPodSandboxAsync(config, handler, cancellationToken).ConfigureAwait(false);
        var status = (await runtime.PodSandboxStatusAsync(id, verbose: false, cancellationToken).ConfigureAwait(false)).Status;
        IReadOnlyList<string> ips = status.Network?.Ip is { Length: > 0 } ip ? [ip, .. status.Network.AdditionalIps.Select(a => a.Ip)] : [];
        return (id, ips);
    }
}
