using Cybernetes.Api.Machinery;
using V1 = Cybernetes.Api.AutoscalingV1;
using V2 = Cybernetes.Api.AutoscalingV2;

namespace Cybernetes.ApiServer.Resources;

/// <summary>
/// Autoscalers of v1 know the processor only. What v2 has beside it travels in annotations, so that nothing is lost when a v1 client writes back
/// what it read.
/// </summary>
internal static class AutoscalerConversion
{
    private const string Metrics = "autoscaling.alpha.kubernetes.io/metrics";
    private const string Behavior = "autoscaling.alpha.kubernetes.io/behavior";
    private const string Conditions = "autoscaling.alpha.kubernetes.io/conditions";

    public static void Register()
    {
        Conversion.Register<V1.HorizontalPodAutoscaler, V2.HorizontalPodAutoscaler>(ToV2);
        Conversion.Register<V2.HorizontalPodAutoscaler, V1.HorizontalPodAutoscaler>(ToV1);
    }

    private static V2.HorizontalPodAutoscaler ToV2(V1.HorizontalPodAutoscaler from)
    {
        var metrics = List<V2.MetricSpec>(from.Metadata.Annotations.GetValueOrDefault(Metrics));
        if (from.Spec.TargetCPUUtilizationPercentage is { } percentage)
        {
            metrics.Insert(0, new V2.MetricSpec { Type = "Resource", Resource = new() { Name = "cpu", Target = new() { Type = "Utilization", AverageUtilization = percentage } } });
        }

        var current = from.Status.CurrentCPUUtilizationPercentage is { } used
            ? (ValueList<V2.MetricStatus>)[new() { Type = "Resource", Resource = new() { Name = "cpu", Current = new() { AverageUtilization = used } } }]
            : default;
        return new V2.HorizontalPodAutoscaler
        {
            Metadata = from.Metadata with { Annotations = from.Metadata.Annotations.Without(Metrics).Without(Behavior).Without(Conditions) },
            Spec = new()
            {
                ScaleTargetRef = new() { Kind = from.Spec.ScaleTargetRef.Kind, Name = from.Spec.ScaleTargetRef.Name, ApiVersion = from.Spec.ScaleTargetRef.ApiVersion },
                MinReplicas = from.Spec.MinReplicas,
                MaxReplicas = from.Spec.MaxReplicas,
                Metrics = metrics.Count == 0 ? default : metrics.ToValueList(),
                Behavior = from.Metadata.Annotations.GetValueOrDefault(Behavior) is { } behavior ? JsonDecoder.Read<V2.HorizontalPodAutoscalerBehavior>(System.Text.Encoding.UTF8.GetBytes(behavior)) : null,
            },
            Status = new()
            {
                ObservedGeneration = from.Status.ObservedGeneration,
                LastScaleTime = from.Status.LastScaleTime,
                CurrentReplicas = from.Status.CurrentReplicas,
                DesiredReplicas = from.Status.DesiredReplicas,
                CurrentMetrics = current,
                Conditions = List<V2.HorizontalPodAutoscalerCondition>(from.Metadata.Annotations.GetValueOrDefault(Conditions)) is { Count: > 0 } conditions ? conditions.ToValueList() : default,
            },
        };
    }

    private static V1.HorizontalPodAutoscaler ToV1(V2.HorizontalPodAutoscaler from)
    {
        var cpu = from.Spec.Metrics.FirstOrDefault(IsCpu);
        var others = from.Spec.Metrics.Where(metric => !ReferenceEquals(metric, cpu)).ToArray();
        var annotations = from.Metadata.Annotations;
        annotations = others.Length == 0 ? annotations : annotations.With(Metrics, Text(others));
        annotations = from.Spec.Behavior is { } behavior ? annotations.With(Behavior, Value.ToValue(behavior).ToString()) : annotations;
        annotations = from.Status.Conditions.IsEmpty ? annotations : annotations.With(Conditions, Text(from.Status.Conditions));
        return new V1.HorizontalPodAutoscaler
        {
            Metadata = from.Metadata with { Annotations = annotations },
            Spec = new()
            {
                ScaleTargetRef = new() { Kind = from.Spec.ScaleTargetRef.Kind, Name = from.Spec.ScaleTargetRef.Name, ApiVersion = from.Spec.ScaleTargetRef.ApiVersion },
                MinReplicas = from.Spec.MinReplicas,
                MaxReplicas = from.Spec.MaxReplicas,
                TargetCPUUtilizationPercentage = cpu?.Resource?.Target.AverageUtilization,
            },
            Status = new()
            {
                ObservedGeneration = from.Status.ObservedGeneration,
                LastScaleTime = from.Status.LastScaleTime,
                CurrentReplicas = from.Status.CurrentReplicas,
                DesiredReplicas = from.Status.DesiredReplicas,
                CurrentCPUUtilizationPercentage = from.Status.CurrentMetrics.FirstOrDefault(metric => metric.Resource?.Name == "cpu")?.Resource?.Current.AverageUtilization,
            },
        };
    }

    private static bool IsCpu(V2.MetricSpec metric) => metric is { Type: "Resource", Resource: { Name: "cpu", Target.AverageUtilization: not null } };

    private static string Text<T>(IEnumerable<T> items)
        where T : IMessage =>
        Value.List(items.Select(item => Value.ToValue(item)).ToValueList()).ToString();

    private static List<T> List<T>(string? json)
        where T : IMessage<T> =>
        json is null ? [] : [.. Value.ParseJson(json).Items.Select(item => Value.FromValue<T>(item))];
}
