using Cybernetes.Api.AutoscalingV2;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Horizontal pod autoscalers, in the version with metrics of all kinds.</summary>
internal sealed class HorizontalPodAutoscalerRules : KindRules<HorizontalPodAutoscaler>
{
    private static readonly StatusRules<HorizontalPodAutoscaler> _status = new((obj, old) => obj with { Spec = old.Spec }, Status);

    protected override HorizontalPodAutoscaler OnDefault(HorizontalPodAutoscaler obj) => obj with
    {
        Spec = obj.Spec with
        {
            MinReplicas = obj.Spec.MinReplicas ?? 1,
            Metrics = obj.Spec.Metrics.IsEmpty ? [DefaultMetric(80)] : obj.Spec.Metrics,
            Behavior = HpaBehaviorRules.Default(obj.Spec.Behavior),
        },
    };

    protected override HorizontalPodAutoscaler OnCreate(HorizontalPodAutoscaler obj, RequestFacts facts) => obj with { Status = HorizontalPodAutoscalerStatus.Empty };

    protected override HorizontalPodAutoscaler OnUpdate(HorizontalPodAutoscaler obj, HorizontalPodAutoscaler old, RequestFacts facts) => obj with { Status = old.Status };

    protected override void Validate(HorizontalPodAutoscaler obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Spec(obj.Spec, FieldPath.Of("spec"), errors);
    }

    protected override void ValidateUpdate(HorizontalPodAutoscaler obj, HorizontalPodAutoscaler old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Spec(obj.Spec, FieldPath.Of("spec"), errors);
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    public static MetricSpec DefaultMetric(int percent) => new()
    {
        Type = "Resource",
        Resource = new() { Name = "cpu", Target = new() { Type = "Utilization", AverageUtilization = percent } },
    };

    private static void Spec(HorizontalPodAutoscalerSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.MinReplicas is { } least and < 1)
        {
            errors.Invalid(path.Child("minReplicas"), least, "must be greater than or equal to 1");
        }

        if (spec.MaxReplicas < 1)
        {
            errors.Required(path.Child("maxReplicas"), "must be set and greater than 0");
        }

        if (spec.MinReplicas is { } min && spec.MaxReplicas < min)
        {
            errors.Invalid(path.Child("maxReplicas"), spec.MaxReplicas, "must be greater than or equal to `minReplicas`");
        }

        Reference(spec.ScaleTargetRef, path.Child("scaleTargetRef"), errors);
        Group(spec.ScaleTargetRef.ApiVersion, path.Child("scaleTargetRef", "apiVersion"), errors);
        HpaMetricRules.Validate(spec.Metrics, path.Child("metrics"), spec.MinReplicas, errors);
        if (spec.Behavior is { } behavior)
        {
            HpaBehaviorRules.Validate(behavior, path.Child("behavior"), errors);
        }
    }

    public static void Reference(CrossVersionObjectReference reference, FieldPath path, ErrorList errors)
    {
        Check.PathSegment(reference.Kind, path.Child("kind"), errors);
        Check.PathSegment(reference.Name, path.Child("name"), errors);
    }

    public static void Group(string version, FieldPath path, ErrorList errors)
    {
        var slashes = version.Count(c => c == '/');
        if (slashes > 1)
        {
            errors.Invalid(path, version, $"unexpected GroupVersion string: {version}");
        }
        else if (version != "v1" && (slashes == 0 || version[0] == '/'))
        {
            errors.Invalid(path, version, "apiVersion must specify API group");
        }
    }

    private static void Status(HorizontalPodAutoscaler obj, HorizontalPodAutoscaler old, ErrorList errors)
    {
        Check.NonNegative(obj.Status.CurrentReplicas, FieldPath.Of("status", "currentReplicas"), errors);
        Check.NonNegative(obj.Status.DesiredReplicas, FieldPath.Of("status", "desiredReplicas"), errors);
    }
}
