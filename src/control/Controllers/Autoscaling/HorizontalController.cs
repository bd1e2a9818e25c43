using System.Collections.Concurrent;
using Cybernetes.Api.AutoscalingV2;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;
using Scale = Cybernetes.Api.AutoscalingV1.Scale;

namespace Cybernetes.Controllers.Autoscaling;

/// <summary>Scales what HorizontalPodAutoscalers name by what is measured, every 15 seconds.</summary>
public sealed partial class HorizontalController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<HorizontalPodAutoscaler> _autoscalers;
    private readonly SharedInformer<Pod> _pods;
    private readonly IEventRecorder _events;
    private readonly MetricsReader _metrics;
    private readonly ScaleTargets _targets;
    private readonly ConcurrentDictionary<NamespacedName, ScalingHistory> _histories = new();
    private readonly ReconcilerHost<NamespacedName> _host;

    /// <summary>Joins the informers.</summary>
    public HorizontalController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("horizontal-pod-autoscaler");
        _metrics = new MetricsReader(context.Client);
        _targets = new ScaleTargets(context.Client);
        _host = context.Host<NamespacedName>("horizontalpodautoscaler", context.Options.ConcurrentHorizontalPodAutoscalerSyncs, ReconcileAsync);
        _pods = context.Informers.For<Pod>();
        _autoscalers = context.Informers.For<HorizontalPodAutoscaler>();
        _autoscalers.AddHandler(Enqueue, (before, after) =>
        {
            // The status is our own writing; measuring on it would be measuring without end.
            if (before.Spec != after.Spec)
            {
                Enqueue(after);
            }
        }, gone => _histories.TryRemove(NamespacedName.Of(gone), out _));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void Enqueue(HorizontalPodAutoscaler autoscaler) => _host.Queue.Add(NamespacedName.Of(autoscaler));

    private async ValueTask<TimeSpan?> ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_autoscalers.Get(key) is not { } autoscaler)
        {
            _histories.TryRemove(key, out _);
            return null;
        }

        var status = await ScaleAsync(key, autoscaler, cancellationToken).ConfigureAwait(false);
        if (status != autoscaler.Status)
        {
            var result = await _context.Client.UpdateStatusAsync(autoscaler with { Status = status }, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (!result.Ok && !result.IsNotFound && !result.IsConflict)
            {
                _events.Event(autoscaler, EventType.Warning, "FailedUpdateStatus", result.Message);
            }
        }

        // A failure too is looked at again after the period: metrics come at their own pace.
        return _context.Options.HorizontalPodAutoscalerSyncPeriod;
    }

    private async ValueTask<HorizontalPodAutoscalerStatus> ScaleAsync(NamespacedName key, HorizontalPodAutoscaler autoscaler, CancellationToken cancellationToken)
    {
        var (now, spec, status) = (_context.Now, autoscaler.Spec, autoscaler.Status with { ObservedGeneration = autoscaler.Metadata.Generation });
        var target = new NamespacedName(key.Namespace, spec.ScaleTargetRef.Name);
        var resource = await _targets.ResourceOfAsync(spec.ScaleTargetRef.ApiVersion, spec.ScaleTargetRef.Kind, cancellationToken).ConfigureAwait(false);
        var found = resource is { } known ? await _targets.GetAsync(known, target, cancellationToken).ConfigureAwait(false) : (ApiResult<Scale>?)null;
        if (found is not { Ok: true, Value: { } scale })
        {
            var group = GroupVersionKind.From(spec.ScaleTargetRef.ApiVersion, spec.ScaleTargetRef.Kind).Group;
            var wrong = found?.Message ?? $"no matches for kind \"{spec.ScaleTargetRef.Kind}\" in group \"{group}\"";
            _events.Event(autoscaler, EventType.Warning, "FailedGetScale", wrong);
            return Set(status, "AbleToScale", "False", "FailedGetScale", $"the HPA controller was unable to get the target's current scale: {wrong}", now);
        }

        status = Set(status, "AbleToScale", "True", "SucceededGetScale", "the HPA controller was able to get the target's current scale", now);
        var current = scale.Spec.Replicas;
        var (desired, reason) = (current, "");
        var history = _histories.GetOrAdd(key, _ => ScalingHistory.Empty.Recommend(current, now));
        var measured = status.CurrentMetrics;
        if (current == 0 && spec.MinReplicas != 0)
        {
            status = Set(status, "ScalingActive", "False", "ScalingDisabled", "scaling is disabled since the replica count of the target is zero", now);
            desired = 0;
        }
        else if (current > spec.MaxReplicas)
        {
            (desired, reason) = (spec.MaxReplicas, "Current number of replicas above Spec.MaxReplicas");
        }
        else if (current < (spec.MinReplicas ?? 1))
        {
            (desired, reason) = (spec.MinReplicas ?? 1, "Current number of replicas below Spec.MinReplicas");
        }
        else
        {
            (var proposal, var name, measured, status) = await MeasureAsync(autoscaler, status, scale, cancellationToken).ConfigureAwait(false);
            if (proposal is not { } wanted)
            {
                return status with { CurrentReplicas = current, CurrentMetrics = measured };
            }

            history = history.Recommend(wanted, now);
            var verdict = ScalingLimits.Apply(spec, current, wanted, history, _context.Options.HorizontalPodAutoscalerDownscaleStabilization, now);
            status = Set(status, "AbleToScale", "True", verdict.Able.Reason, verdict.Able.Message, now);
            status = Set(status, "ScalingLimited", verdict.Limited ? "True" : "False", verdict.Limit.Reason, verdict.Limit.Message, now);
            desired = verdict.Replicas;
            reason = desired > current ? $"{name} above target" : desired < current ? "All metrics below target" : "";
        }

        _histories[key] = history;
        status = status with { CurrentReplicas = current, CurrentMetrics = measured, DesiredReplicas = desired };
        return desired == current ? status : await RescaleAsync(key, autoscaler, status, (resource!.Value, target, scale), desired, reason, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<HorizontalPodAutoscalerStatus> RescaleAsync(
        NamespacedName key, HorizontalPodAutoscaler autoscaler, HorizontalPodAutoscalerStatus status, (GroupVersionResource Resource, NamespacedName Name, Scale Scale) target,
        int desired, string reason, CancellationToken cancellationToken)
    {
        var (now, current) = (_context.Now, target.Scale.Spec.Replicas);
        var result = await _targets.UpdateAsync(target.Resource, target.Name, target.Scale with { Spec = target.Scale.Spec with { Replicas = desired } }, cancellationToken).ConfigureAwait(false);
        if (!result.Ok)
        {
            _events.Event(autoscaler, EventType.Warning, "FailedRescale", $"New size: {desired}; reason: {reason}; error: {result.Message}");
            return Set(status with { DesiredReplicas = current }, "AbleToScale", "False", "FailedUpdateScale", $"the HPA controller was unable to update the target scale: {result.Message}", now);
        }

        _events.Event(autoscaler, EventType.Normal, "SuccessfulRescale", $"New size: {desired}; reason: {reason}");
        _histories[key] = _histories[key].Change(desired - current, now);
        status = Set(status, "AbleToScale", "True", "SucceededRescale", $"the HPA controller was able to update the target scale to {desired}", now);
        return status with { LastScaleTime = now };
    }

    private static HorizontalPodAutoscalerStatus Set(HorizontalPodAutoscalerStatus status, string type, string value, string reason, string message, DateTimeOffset now)
    {
        var before = status.Conditions.FirstOrDefault(condition => condition.Type == type);
        var condition = new HorizontalPodAutoscalerCondition
        {
            Type = type,
            Status = value,
            Reason = reason,
            Message = message,
            LastTransitionTime = before is not null && before.Status == value ? before.LastTransitionTime : now,
        };
        return status with { Conditions = before is null ? status.Conditions.Add(condition) : status.Conditions.Update(other => other.Type == type ? condition : other) };
    }
}
