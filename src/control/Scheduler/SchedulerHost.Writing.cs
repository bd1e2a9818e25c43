using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Scheduler.Preemption;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler;

/// <summary>What the scheduler writes: bindings, conditions, evictions.</summary>
public sealed partial class SchedulerHost
{
    private async Task BindAsync(QueuedPod queued, string node, SchedulingDecision decision, CancellationToken cancellationToken)
    {
        var pod = queued.Pod.Pod;
        string? failure;
        await _bindings.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var binding = new Binding
            {
                Metadata = new ObjectMeta { Name = pod.Metadata.Name, Namespace = pod.Metadata.Namespace, Uid = pod.Metadata.Uid },
                Target = new ObjectReference { Kind = "Node", Name = node },
            };
            var result = await _client.CreateSubresourceAsync<Pod, Binding, Status>(pod.Metadata.Namespace, pod.Metadata.Name, "binding", binding, cancellationToken: cancellationToken).ConfigureAwait(false);
            failure = result.Ok ? null : result.Message;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure = e.Message;
        }
        finally
        {
            _bindings.Release();
        }

        if (failure is null)
        {
            SchedulerLog.Bound(_logger, Name(queued.Pod), node, decision.Evaluated, decision.Feasible);
            _events.Event(pod.ToReference(), null, EventType.Normal, "Scheduled", "Binding", $"Successfully assigned {pod.Metadata.Namespace}/{pod.Metadata.Name} to {node}");
            return;
        }

        SchedulerLog.BindingFailed(_logger, Name(queued.Pod), failure);
        Post(() =>
        {
            _cache.RemovePod(queued.Pod.Uid);
            _queue.PutBack(queued, new HashSet<string>(), ClusterEvent.Node);
        });
    }

    private async Task ReportAsync(PodInfo pod, SchedulingDecision decision, CancellationToken cancellationToken)
    {
        SchedulerLog.Unschedulable(_logger, Name(pod), decision.Message);
        _events.Event(pod.Pod.ToReference(), null, EventType.Warning, "FailedScheduling", "Scheduling", decision.Message);
        if (decision.Preemption is { } plan)
        {
            await EvictAsync(pod, plan, cancellationToken).ConfigureAwait(false);
        }

        var before = pod.Pod.Status.Conditions.FirstOrDefault(condition => condition.Type == "PodScheduled");
        var nominated = decision.Preemption?.Node;
        if (before is { Status: "False", Reason: "Unschedulable" } && before.Message == decision.Message && (nominated is null || nominated == pod.Pod.Status.NominatedNodeName))
        {
            return;
        }

        var condition = new PodCondition
        {
            Type = "PodScheduled",
            Status = "False",
            Reason = "Unschedulable",
            Message = decision.Message,
            ObservedGeneration = pod.Pod.Metadata.Generation,
            LastTransitionTime = before is { Status: "False" } ? before.LastTransitionTime : Time.Now(_client.Time),
        };
        var status = Value.EmptyMap.With("conditions", Value.List([ValueOf(condition)]));
        if (nominated is not null)
        {
            status = status.With("nominatedNodeName", nominated);
        }

        await _client.PatchAsync<Pod>(pod.Namespace, pod.Pod.Metadata.Name, Patch.Strategic(Value.EmptyMap.With("status", status)), "status", cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private async Task EvictAsync(PodInfo preemptor, PreemptionPlan plan, CancellationToken cancellationToken)
    {
        foreach (var victim in plan.Victims)
        {
            var pod = victim.Pod;
            var condition = new PodCondition
            {
                Type = "DisruptionTarget",
                Status = "True",
                Reason = "PreemptionByScheduler",
                Message = $"{preemptor.Pod.Spec.SchedulerName}: preempting to accommodate a higher priority pod",
                ObservedGeneration = pod.Metadata.Generation,
                LastTransitionTime = Time.Now(_client.Time),
            };
            var patch = Patch.Strategic(Value.EmptyMap.With("status", Value.EmptyMap.With("conditions", Value.List([ValueOf(condition)]))));
            await _client.PatchAsync<Pod>(pod.Metadata.Namespace, pod.Metadata.Name, patch, "status", cancellationToken: cancellationToken).ConfigureAwait(false);
            var deleted = await _client.DeleteAsync<Pod>(
                pod.Metadata.Namespace,
                pod.Metadata.Name,
                new DeleteOptions { Preconditions = new Api.MetaV1.Preconditions { Uid = pod.Metadata.Uid } },
                cancellationToken).ConfigureAwait(false);
            if (deleted.Ok)
            {
                _events.Event(pod.ToReference(), preemptor.Pod.ToReference(), EventType.Normal, "Preempted", "Preempting", $"Preempted by pod {preemptor.Uid} on node {plan.Node}");
            }
        }
    }

    private static Value ValueOf(IMessage message) => Value.ParseJson(MessageText.ToJson(message));
}
