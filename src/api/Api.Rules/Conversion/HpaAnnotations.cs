using System.Buffers;
using System.Text;
using Cybernetes.Api.AutoscalingV2;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>
/// The annotations in which an autoscaler of <c>v1</c> keeps what only <c>v2</c> has fields for. They hold documents of a v2 autoscaler, of which one
/// field is set; what cannot be read is not there.
/// </summary>
internal static class HpaAnnotations
{
    public static ValueList<MetricSpec> Metrics(string? text) => Read(text, "spec", "metrics")?.Spec.Metrics ?? [];

    public static ValueList<MetricStatus> Statuses(string? text) => Read(text, "status", "currentMetrics")?.Status.CurrentMetrics ?? [];

    public static ValueList<HorizontalPodAutoscalerCondition> Conditions(string? text) => Read(text, "status", "conditions")?.Status.Conditions ?? [];

    public static HorizontalPodAutoscalerBehavior? Behavior(string? text) => Read(text, "spec", "behavior")?.Spec.Behavior;

    public static string? Write(ValueList<MetricSpec> metrics) => metrics.IsEmpty ? null : Write(new() { Spec = new() { Metrics = metrics } }, "spec", "metrics");

    public static string? Write(ValueList<MetricStatus> statuses) => statuses.IsEmpty ? null : Write(new() { Status = new() { CurrentMetrics = statuses } }, "status", "currentMetrics");

    public static string? Write(ValueList<HorizontalPodAutoscalerCondition> conditions) => conditions.IsEmpty ? null : Write(new() { Status = new() { Conditions = conditions } }, "status", "conditions");

    public static string? Write(HorizontalPodAutoscalerBehavior? behavior) => behavior is null ? null : Write(new() { Spec = new() { Behavior = behavior } }, "spec", "behavior");

    private static HorizontalPodAutoscaler? Read(string? text, string part, string field)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            return JsonDecoder.Read<HorizontalPodAutoscaler>(Encoding.UTF8.GetBytes($"{{\"{part}\":{{\"{field}\":{text}}}}}"), null);
        }
        catch (WireException)
        {
            return null;
        }
    }

    private static string Write(HorizontalPodAutoscaler obj, string part, string field)
    {
        var buffer = new ArrayBufferWriter<byte>();
        JsonEncoder.Write(obj, buffer);
        using var document = System.Text.Json.JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.GetProperty(part).GetProperty(field).GetRawText();
    }
}
