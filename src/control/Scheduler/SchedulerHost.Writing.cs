using System.Diagnostics;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Informers.Events;
using Cybernetes.Scheduler.Extenders;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Preemption;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler;

/// <summary>What the scheduler writes: bindings, conditions, evictions.</summary>
public sealed partial class SchedulerHost
{
    /// <summary>Steps: 1. what plugins do before, 2. the binding. What fails is undone, and the pod is tried again.</summary>
    private async Task BindAsync(QueuedPod queued, Profile profile, string node, SchedulingDecision decision, long began, CancellationToken cancellationToken)
    {
        var pod = queued.Pod;
        Verdict verdict;
        try
        {
            // 1. Before. This may take minutes, so it holds up nobody.
            verdict = await PreBindAsync(profile, decision.State!, pod, node, cancellationToken).ConfigureAwait(false);

            // 2. The binding.
            if (verdict.IsSuccess)
            {
                await _bindings.WaitAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    verdict = await BindAsync(profile, pod, node, cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    _bindings.Release();
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            verdict = Verdict.Failed("", e.Message);
        }

        if (verdict.IsSuccess)
        {
            SchedulerLog.Bound(_logger, Name(pod), node, decision.Evaluated, decision.Feasible);
            _events.Event(pod.Pod.ToReference(), null, EventType.Normal, "Scheduled", "Binding", $"Successfully assigned {pod.Namespace}/{pod.Pod.Metadata.Name} to {node}");
            _metrics.Attempt("scheduled", profile.SchedulerName, Stopwatch.GetElapsedTime(began));
            _metrics.Scheduled(queued.Attempts, _client.Time.GetUtcNow() - queued.FirstAdded);
            return;
        }

        _metrics.Attempt("error", profile.SchedulerName, Stopwatch.GetElapsedTime(began));
        SchedulerLog.BindingFailed(_logger, Name(pod), verdict.Message);
        Post(() =>
        {
            profile.Unreserve(decision.State!, pod, node);
            _cache.RemovePod(pod.Uid);
            Noted(new ClusterChange(ClusterEvent.AssignedPodRemoved, "AssignedPodDelete", Pod: pod.Pod));
            if (_queue.Find(pod.Uid) != queued)
            {
                return;
            }

            _queue.PutBack(queued, new HashSet<string>(), helped: true);
            _ = ReportAsync(queued.Pod, SchedulingDecision.Failed(verdict.Message), "SchedulerError", cancellationToken);
        });
    }

    private static async ValueTask<Verdict> PreBindAsync(Profile profile, CycleState state, PodInfo pod, string node, CancellationToken cancellationToken)
    {
        foreach (var plugin in profile.PreBinds)
        {
            var verdict = await plugin.PreBindAsync(state, pod, node, cancellationToken).ConfigureAwait(false);
            if (!verdict.IsSuccess)
            {
                return verdict with { Reasons = [$"running PreBind plugin \"{plugin.Name}\": {verdict.Message}"] };
            }
        }

        return Verdict.Success;
    }

    private async ValueTask<Verdict> BindAsync(Profile profile, PodInfo pod, string node, CancellationToken cancellationToken)
    {
        foreach (var extender in _options.Extenders)
        {
            if (!extender.Binds || !extender.IsInterested(pod.Pod))
            {
                continue;
            }

            try
            {
                await extender.BindAsync(pod.Pod, node, cancellationToken).ConfigureAwait(false);
                return Verdict.Success;
            }
            catch (ExtenderException e) when (!extender.Ignorable)
            {
                return Verdict.Failed(extender.Name, e.Message);
            }
            catch (ExtenderException)
            {
                // The pod is bound without it.
            }
        }

        foreach (var plugin in profile.Binds)
        {
            var verdict = await plugin.BindAsync(pod, node, cancellationToken).ConfigureAwait(false);
            if (verdict.Code != VerdictCode.Skip)
            {
                return verdict;
            }
        }

        return Verdict.Failed("", "no bind plugin took the pod");
    }

    private async Task ReportAsync(PodInfo pod, SchedulingDecision decision, string reason, CancellationToken cancellationToken)
    {
        try
        {
            SchedulerLog.Unschedulable(_logger, Name(pod), decision.Message);
            _events.Event(pod.Pod.ToReference(), null, EventType.Warning, "FailedScheduling", "Scheduling", decision.Message);
            if (decision.Preemption is { } plan)
            {
                await EvictAsync(pod, plan, cancellationToken).ConfigureAwait(false);
            }

            await SetConditionAsync(pod, decision, reason, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end.
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            SchedulerLog.WritingFailed(_logger, Name(pod), e.Message);
        }
    }

    private async Task SetConditionAsync(PodInfo pod, SchedulingDecision decision, string reason, CancellationToken cancellationToken)
    {
        var before = pod.Pod.Status.Conditions.FirstOrDefault(condition => condition.Type == "PodScheduled");
        var nominated = decision.Preemption?.Node;
        if (before is { Status: "False" } && before.Reason == reason && before.Message == decision.Message && (nominated is null || nominated == pod.Pod.Status.NominatedNodeName))
        {
            return;
        }

        var condition = new PodCondition
        {
            Type = "PodScheduled",
            Status = "False",
            Reason = reason,
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

    /// <summary>Evicts the victims; pods that waited for the same node and matter less look for another.</summary>
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

        Post(() =>
        {
            foreach (var other in _nominated.On(plan.Node).Where(other => other.Priority < preemptor.Priority).ToList())
            {
                _nominated.Remove(other.Uid);
                _queue.Wake(other.Uid);
                _ = ClearNominationAsync(other, cancellationToken);
            }
        });
    }

    private async Task ClearNominationAsync(PodInfo pod, CancellationToken cancellationToken)
    {
        try
        {
            var patch = Patch.Merge(Value.EmptyMap.With("status", Value.EmptyMap.With("nominatedNodeName", Value.Null)));
            await _client.PatchAsync<Pod>(pod.Namespace, pod.Pod.Metadata.Name, patch, "status", cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            SchedulerLog.WritingFailed(_logger, Name(pod), e.Message);
        }
    }

    private static Value ValueOf(IMessage message) => Value.ParseJson(MessageText.ToJson(message));
}
