using Cybernetes.Api.Machinery;
using V1 = Cybernetes.Api.AutoscalingV1;
using V2 = Cybernetes.Api.AutoscalingV2;

namespace Cybernetes.Api.Rules;

/// <summary>Autoscalers of <c>autoscaling/v1</c> and <c>v2</c>; what v1 has no fields for stands in annotations.</summary>
public static class HpaConversion
{
    private const string MetricsKey = "autoscaling.alpha.kubernetes.io/metrics";
    private const string StatusesKey = "autoscaling.alpha.kubernetes.io/current-metrics";
    private const string ConditionsKey = "autoscaling.alpha.kubernetes.io/conditions";
    private const string BehaviorKey = "autoscaling.alpha.kubernetes.io/behavior";

    /// <summary>The object in <c>v2</c>.</summary>
    public static V2.HorizontalPodAutoscaler ToV2(V1.HorizontalPodAutoscaler obj)
    {
        var annotations = obj.Metadata.Annotations;
        var metrics = HpaAnnotations.Metrics(annotations.GetValueOrDefault(MetricsKey));
        if (obj.Spec.TargetCPUUtilizationPercentage is { } percent)
        {
            metrics = metrics.Add(HorizontalPodAutoscalerRules.DefaultMetric(percent));
        }

        var statuses = HpaAnnotations.Statuses(annotations.GetValueOrDefault(StatusesKey));
        if (obj.Status.CurrentCPUUtilizationPercentage is { } current && !statuses.Any(IsCpu))
        {
            statuses = statuses.Add(new() { Type = "Resource", Resource = new() { Name = "cpu", Current = new() { AverageUtilization = current } } });
        }

        return new()
        {
            Metadata = obj.Metadata with { Annotations = Without(annotations) },
            Spec = new()
            {
                ScaleTargetRef = new() { ApiVersion = obj.Spec.ScaleTargetRef.ApiVersion, Kind = obj.Spec.ScaleTargetRef.Kind, Name = obj.Spec.ScaleTargetRef.Name },
                MinReplicas = obj.Spec.MinReplicas,
                MaxReplicas = obj.Spec.MaxReplicas,
                Metrics = metrics,
                Behavior = HpaAnnotations.Behavior(annotations.GetValueOrDefault(BehaviorKey)),
            },
            Status = new()
            {
                ObservedGeneration = obj.Status.ObservedGeneration,
                LastScaleTime = obj.Status.LastScaleTime,
                CurrentReplicas = obj.Status.CurrentReplicas,
                DesiredReplicas = obj.Status.DesiredReplicas,
                CurrentMetrics = statuses,
                Conditions = HpaAnnotations.Conditions(annotations.GetValueOrDefault(ConditionsKey)),
            },
        };
    }

    /// <summary>The object in <c>v1</c>.</summary>
    public static V1.HorizontalPodAutoscaler ToV1(V2.HorizontalPodAutoscaler obj)
    {
        int? percent = null, current = null;
        var others = default(ValueList<V2.MetricSpec>);
        foreach (var metric in obj.Spec.Metrics)
        {
            if (percent is null && metric is { Type: "Resource", Resource: { Name: "cpu", Target.AverageUtilization: { } target } })
            {
                percent = target;
            }
            else
            {
                others = others.Add(metric);
            }
        }

        foreach (var status in obj.Status.CurrentMetrics.Where(IsCpu))
        {
            current ??= status.Resource!.Current.AverageUtilization;
        }

        var annotations = Without(obj.Metadata.Annotations);
        annotations = With(annotations, MetricsKey, HpaAnnotations.Write(others));
        annotations = With(annotations, StatusesKey, HpaAnnotations.Write(obj.Status.CurrentMetrics));
        annotations = With(annotations, ConditionsKey, HpaAnnotations.Write(obj.Status.Conditions));
        annotations = With(annotations, BehaviorKey, HpaAnnotations.Write(obj.Spec.Behavior));
        return new()
        {
            Metadata = obj.Metadata with { Annotations = annotations },
            Spec = new()
            {
                ScaleTargetRef = new() { ApiVersion = obj.Spec.ScaleTargetRef.ApiVersion, Kind = obj.Spec.ScaleTargetRef.Kind, Name = obj.Spec.ScaleTargetRef.Name },
                MinReplicas = obj.Spec.MinReplicas,
                MaxReplicas = obj.Spec.MaxReplicas,
                TargetCPUUtilizationPercentage = percent,
            },
            Status = new()
            {
                ObservedGeneration = obj.Status.ObservedGeneration,
                LastScaleTime = obj.Status.LastScaleTime,
                CurrentReplicas = obj.Status.CurrentReplicas,
                DesiredReplicas = obj.Status.DesiredReplicas,
                CurrentCPUUtilizationPercentage = current,
            },
        };
    }

    private static bool IsCpu(V2.MetricStatus status) => status is { Type: "Resource", Resource: { Name: "cpu", Current.AverageUtilization: not null } };

    private static ValueMap<string> Without(ValueMap<string> annotations) =>
        annotations.Keys.Any(IsOurs) ? annotations.Where(entry => !IsOurs(entry.Key)).ToValueMap(entry => entry.Key, entry => entry.Value) : annotations;

    private static bool IsOurs(string key) => key is MetricsKey or StatusesKey or ConditionsKey or BehaviorKey;

    private static ValueMap<string> With(ValueMap<string> annotations, string key, string? value) => value is null ? annotations : annotations.With(key, value);
}
