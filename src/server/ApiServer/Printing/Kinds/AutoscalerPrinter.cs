using Cybernetes.Api;
using Cybernetes.Api.AutoscalingV2;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>Horizontal pod autoscalers.</summary>
internal sealed class AutoscalerPrinter : TablePrinter
{
    private const int Max = 2;
    private static readonly Column[] _columns = Parse("Name|Reference|Targets|MinPods|MaxPods|Replicas|Age");

    public override IReadOnlyList<Column> Columns => _columns;

    public override Value[] Row(IObject value, DateTimeOffset now)
    {
        var scaler = (HorizontalPodAutoscaler)value;
        return
        [
            scaler.Metadata.Name, $"{scaler.Spec.ScaleTargetRef.Kind}/{scaler.Spec.ScaleTargetRef.Name}", Targets(scaler),
            scaler.Spec.MinReplicas is { } min ? Cells.Text(min) : Cells.Unset, (long)scaler.Spec.MaxReplicas, (long)scaler.Status.CurrentReplicas, Cells.Age(scaler, now),
        ];
    }

    private static string Targets(HorizontalPodAutoscaler scaler)
    {
        if (scaler.Spec.Metrics.IsEmpty)
        {
            return Cells.None;
        }

        var texts = scaler.Spec.Metrics.Select((metric, i) => Target(metric, i < scaler.Status.CurrentMetrics.Count ? scaler.Status.CurrentMetrics[i] : null)).ToArray();
        return texts.Length <= Max ? string.Join(", ", texts) : $"{string.Join(", ", texts.Take(Max))} + {Cells.Text(texts.Length - Max)} more...";
    }

    private static string Target(MetricSpec metric, MetricStatus? status) => metric switch
    {
        { Type: "External", External: { } external } => external.Target.AverageValue is { } average
            ? $"{Value(status?.External?.Current.AverageValue)}/{average} (avg)"
            : $"{Value(status?.External?.Current.Value)}/{external.Target.Value}",
        { Type: "Pods", Pods: { } pods } => $"{Value(status?.Pods?.Current.AverageValue)}/{pods.Target.AverageValue}",
        { Type: "Object", Object: { } of } => of.Target.AverageValue is { } average
            ? $"{Value(status?.Object?.Current.AverageValue)}/{average} (avg)"
            : $"{Value(status?.Object?.Current.Value)}/{of.Target.Value}",
        { Type: "Resource", Resource: { } resource } => $"{resource.Name}: {Resource(resource.Target, status?.Resource?.Current)}",
        { Type: "ContainerResource", ContainerResource: { } resource } => $"{resource.Name}: {Resource(resource.Target, status?.ContainerResource?.Current)}",
        _ => "<unknown type>",
    };

    private static string Resource(MetricTarget target, MetricValueStatus? current) => target.AverageValue is { } average
        ? $"{Value(current?.AverageValue)}/{average}"
        : $"{(current?.AverageUtilization is { } used ? Cells.Text(used) + "%" : Cells.Unknown)}/{(target.AverageUtilization is { } wanted ? Cells.Text(wanted) + "%" : "<auto>")}";

    private static string Value(Quantity? quantity) => quantity?.ToString() ?? Cells.Unknown;
}
