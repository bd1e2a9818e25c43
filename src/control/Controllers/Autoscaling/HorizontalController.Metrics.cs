using Cybernetes.Api.AutoscalingV2;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Informers.Events;
using Scale = Cybernetes.Api.AutoscalingV1.Scale;

namespace Cybernetes.Controllers.Autoscaling;

/// <content>What each metric of an autoscaler calls for; the largest count wins.</content>
public sealed partial class HorizontalController
{
    private sealed record Measurement(HorizontalPodAutoscaler Autoscaler, Scale Scale, string Selector, IReadOnlyList<Pod> Pods, Tolerances Tolerances)
    {
        public string Namespace => Autoscaler.Metadata.Namespace;

        public int Current => Scale.Spec.Replicas;
    }

    private async ValueTask<(int? Replicas, string Name, ValueList<MetricStatus> Statuses, HorizontalPodAutoscalerStatus Status)> MeasureAsync(
        HorizontalPodAutoscaler autoscaler, HorizontalPodAutoscalerStatus status, Scale scale, CancellationToken cancellationToken)
    {
        var (now, metrics) = (_context.Now, autoscaler.Spec.Metrics);
        if (scale.Status.Selector.Length == 0 || !Selector.TryParse(scale.Status.Selector, out var selector, out var wrong))
        {
            wrong = scale.Status.Selector.Length == 0 ? "selector is required" : $"couldn't convert selector into a corresponding internal selector object";
            _events.Event(autoscaler, EventType.Warning, scale.Status.Selector.Length == 0 ? "SelectorRequired" : "InvalidSelector", wrong);
            var text = scale.Status.Selector.Length == 0 ? "the HPA target's scale is missing a selector" : wrong;
            return (null, "", status.CurrentMetrics, Set(status, "ScalingActive", "False", "InvalidSelector", text, now));
        }

        var standard = _context.Options.HorizontalPodAutoscalerTolerance;
        var tolerances = new Tolerances(
            autoscaler.Spec.Behavior?.ScaleUp?.Tolerance?.ToDouble() ?? standard, autoscaler.Spec.Behavior?.ScaleDown?.Tolerance?.ToDouble() ?? standard);
        var pods = _pods.List(autoscaler.Metadata.Namespace).Where(pod => selector.Matches(pod.Metadata.Labels)).ToList();
        var measurement = new Measurement(autoscaler, scale, scale.Status.Selector, pods, tolerances);
        var statuses = new List<MetricStatus>();
        var (best, name, invalid) = ((int?)null, "", 0);
        (string Reason, string Condition, string Error) first = ("", "", "");
        foreach (var metric in metrics)
        {
            try
            {
                var (replicas, called, current) = await MeasureAsync(measurement, metric, cancellationToken).ConfigureAwait(false);
                statuses.Add(current);
                if (best is null || replicas > best)
                {
                    (best, name) = (replicas, called);
                }
            }
            catch (MetricException e)
            {
                var reason = $"FailedGet{metric.Type}Metric";
                _events.Event(autoscaler, EventType.Warning, reason, e.Message);
                first = invalid++ == 0 ? (reason, $"the HPA was unable to compute the replica count: {e.Message}", $"failed to get {Named(metric)} value: {e.Message}") : first;
            }
        }

        // With some metrics missing it is safe to grow, not to shrink.
        if (best is null || (invalid > 0 && best < scale.Spec.Replicas))
        {
            _events.Event(autoscaler, EventType.Warning, "FailedComputeMetricsReplicas", $"invalid metrics ({invalid} invalid out of {metrics.Count}), first error is: {first.Error}");
            return (null, "", statuses.ToValueList(), Set(status, "ScalingActive", "False", first.Reason, first.Condition, now));
        }

        return (best, name, statuses.ToValueList(), Set(status, "ScalingActive", "True", "ValidMetricFound", $"the HPA was able to successfully calculate a replica count from {name}", now));
    }

    private static string Named(MetricSpec metric) => metric.Type switch
    {
        "Resource" => $"{metric.Resource?.Name} resource metric",
        "ContainerResource" => $"{metric.ContainerResource?.Name} container metric",
        "Pods" => "pods metric",
        "Object" => "object metric",
        _ => $"{metric.External?.Metric.Name} external metric",
    };

    private ValueTask<(int Replicas, string Name, MetricStatus Status)> MeasureAsync(Measurement on, MetricSpec metric, CancellationToken cancellationToken) => metric switch
    {
        { Type: "Resource", Resource: { } source } => ByResourceAsync(on, source.Name, "", source.Target, cancellationToken),
        { Type: "ContainerResource", ContainerResource: { } source } => ByResourceAsync(on, source.Name, source.Container, source.Target, cancellationToken),
        { Type: "Pods", Pods: { } source } => ByPodsAsync(on, source, cancellationToken),
        { Type: "Object", Object: { } source } => ByObjectAsync(on, source, cancellationToken),
        { Type: "External", External: { } source } => ByExternalAsync(on, source, cancellationToken),
        _ => throw new MetricException($"unknown metric source type \"{metric.Type}\""),
    };

    private async ValueTask<(int, string, MetricStatus)> ByResourceAsync(Measurement on, string resource, string container, MetricTarget target, CancellationToken cancellationToken)
    {
        var byValue = target.AverageValue is not null;
        if (!byValue && target.AverageUtilization is null)
        {
            throw new MetricException("invalid resource metric source: neither an average utilization target nor an average value (usage) target was set");
        }

        ReplicaCalculator.Proposal proposal;
        try
        {
            var metrics = await _metrics.ResourceAsync(resource, on.Namespace, on.Selector, container, cancellationToken).ConfigureAwait(false);
            var groups = PodGroups.Of(
                on.Pods, metrics, resource == "cpu", _context.Options.HorizontalPodAutoscalerCpuInitializationPeriod, _context.Options.HorizontalPodAutoscalerInitialReadinessDelay, _context.Now);
            proposal = byValue
                ? ReplicaCalculator.ByAverage(on.Current, target.AverageValue!.Value.MilliValue, on.Pods, groups, metrics, on.Tolerances)
                : ReplicaCalculator.ByUtilization(on.Current, target.AverageUtilization!.Value, on.Pods, groups, metrics, PodResourceRequests.Of(on.Pods, resource, container), on.Tolerances);
        }
        catch (MetricException e)
        {
            throw new MetricException($"failed to get {resource} {(byValue ? "usage" : "utilization")}: {e.Message}");
        }

        var value = new MetricValueStatus { AverageValue = Quantity.FromMilli(proposal.Average), AverageUtilization = byValue ? null : proposal.Utilization };
        var name = $"{resource} {(container.Length > 0 ? "container " : "")}resource{(byValue ? "" : " utilization (percentage of request)")}";
        return (proposal.Replicas, name, container.Length > 0
            ? new MetricStatus { Type = "ContainerResource", ContainerResource = new ContainerResourceMetricStatus { Name = resource, Container = container, Current = value } }
            : new MetricStatus { Type = "Resource", Resource = new ResourceMetricStatus { Name = resource, Current = value } });
    }

    private async ValueTask<(int, string, MetricStatus)> ByPodsAsync(Measurement on, PodsMetricSource source, CancellationToken cancellationToken)
    {
        var metrics = await _metrics.PodsAsync(source.Metric.Name, on.Namespace, on.Selector, source.Metric.Selector, cancellationToken).ConfigureAwait(false);
        var groups = PodGroups.Of(on.Pods, metrics, cpu: false, default, default, _context.Now);
        var proposal = ReplicaCalculator.ByAverage(on.Current, source.Target.AverageValue?.MilliValue ?? 0, on.Pods, groups, metrics, on.Tolerances);
        return (proposal.Replicas, $"pods metric {source.Metric.Name}", new MetricStatus
        {
            Type = "Pods",
            Pods = new PodsMetricStatus { Metric = source.Metric, Current = new MetricValueStatus { AverageValue = Quantity.FromMilli(proposal.Average) } },
        });
    }

    private async ValueTask<(int, string, MetricStatus)> ByObjectAsync(Measurement on, ObjectMetricSource source, CancellationToken cancellationToken)
    {
        var resource = await _targets.ResourceOfAsync(source.DescribedObject.ApiVersion, source.DescribedObject.Kind, cancellationToken).ConfigureAwait(false)
            ?? throw new MetricException($"no matches for kind \"{source.DescribedObject.Kind}\" in version \"{source.DescribedObject.ApiVersion}\"");
        var usage = await _metrics.ObjectAsync(source.Metric.Name, on.Namespace, resource, source.DescribedObject.Name, source.Metric.Selector, cancellationToken).ConfigureAwait(false);
        var (replicas, value) = Weigh(on, source.Target, usage);
        return (replicas, $"{source.DescribedObject.Kind} metric {source.Metric.Name}", new MetricStatus
        {
            Type = "Object",
            Object = new ObjectMetricStatus { Metric = source.Metric, DescribedObject = source.DescribedObject, Current = value },
        });
    }

    private async ValueTask<(int, string, MetricStatus)> ByExternalAsync(Measurement on, ExternalMetricSource source, CancellationToken cancellationToken)
    {
        var values = await _metrics.ExternalAsync(source.Metric.Name, on.Namespace, source.Metric.Selector, cancellationToken).ConfigureAwait(false);
        var (replicas, value) = Weigh(on, source.Target, values.Sum());
        return (replicas, $"external metric {source.Metric.Name}(nil)", new MetricStatus { Type = "External", External = new ExternalMetricStatus { Metric = source.Metric, Current = value } });
    }

    private static (int Replicas, MetricValueStatus Value) Weigh(Measurement on, MetricTarget target, long usage)
    {
        if (target.AverageValue is { } share)
        {
            var proposal = ReplicaCalculator.ByShare(Math.Max(1, on.Scale.Status.Replicas), usage, share.MilliValue, on.Tolerances);
            return (proposal.Replicas, new MetricValueStatus { AverageValue = Quantity.FromMilli(proposal.Average) });
        }

        var whole = target.Value?.MilliValue ?? throw new MetricException("invalid metric source: neither a value target nor an average value target was set");
        return (ReplicaCalculator.ByValue(on.Current, (double)usage / whole, on.Pods, on.Tolerances), new MetricValueStatus { Value = Quantity.FromMilli(usage) });
    }
}
