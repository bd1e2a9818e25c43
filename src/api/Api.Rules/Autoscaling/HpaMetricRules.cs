using Cybernetes.Api.AutoscalingV2;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What an autoscaler measures.</summary>
internal static class HpaMetricRules
{
    private const string Populate = "must populate information for the given metric source";
    private const string Only = "must populate the given metric source only";

    public static void Validate(ValueList<MetricSpec> metrics, FieldPath path, int? least, ErrorList errors)
    {
        for (var i = 0; i < metrics.Count; i++)
        {
            Metric(metrics[i], path.Index(i), errors);
        }

        if (least == 0 && !metrics.Any(metric => metric.Type is "Object" or "External"))
        {
            errors.Forbidden(path, "must specify at least one Object or External metric to support scaling to zero replicas");
        }
    }

    private static void Metric(MetricSpec metric, FieldPath at, ErrorList errors)
    {
        if (metric.Type.Length == 0)
        {
            errors.Required(at.Child("type"), "must specify a metric source type");
        }

        Check.Supported(metric.Type, at.Child("type"), errors, "ContainerResource", "External", "Object", "Pods", "Resource");
        List<string> present = [];
        void Of<T>(T? source, string name, string type, Action<T, FieldPath> check)
            where T : class
        {
            if (source is null)
            {
                if (metric.Type == type)
                {
                    errors.Required(at.Child(name), Populate);
                }

                return;
            }

            present.Add(name);
            if (present.Count == 1)
            {
                check(source, at.Child(name));
            }
        }

        Of(metric.Object, "object", "Object", (source, path) => Object(source, path, errors));
        Of(metric.External, "external", "External", (source, path) => External(source, path, errors));
        Of(metric.Pods, "pods", "Pods", (source, path) => Pods(source, path, errors));
        Of(metric.Resource, "resource", "Resource", (source, path) => Resource(source.Name, source.Target, path, errors));
        Of(metric.ContainerResource, "containerResource", "ContainerResource", (source, path) =>
        {
            NotEmpty(source.Name, path.Child("name"), "must specify a resource name", errors);
            NotEmpty(source.Container, path.Child("container"), "must specify a container", errors);
            Resource(source.Name.Or("?"), source.Target, path, errors);
        });
        var wanted = metric.Type.Length == 0 ? "" : char.ToLowerInvariant(metric.Type[0]) + metric.Type[1..];
        foreach (var name in present.Where(name => present.Count != 1 && name != wanted))
        {
            errors.Forbidden(at.Child(name), Only);
        }
    }

    private static void Object(ObjectMetricSource source, FieldPath at, ErrorList errors)
    {
        HorizontalPodAutoscalerRules.Reference(source.DescribedObject, at.Child("describedObject"), errors);
        Identifier(source.Metric, at.Child("metric"), errors);
        Target(source.Target, at.Child("target"), errors);
        Either(source.Target, at, "must set either a target value or averageValue", errors);
    }

    private static void External(ExternalMetricSource source, FieldPath at, ErrorList errors)
    {
        Identifier(source.Metric, at.Child("metric"), errors);
        Target(source.Target, at.Child("target"), errors);
        Either(source.Target, at, "must set either a target value for metric or a per-pod target", errors);
        if (source.Target is { Value: not null, AverageValue: not null })
        {
            errors.Forbidden(at.Child("target", "value"), "may not set both a target value for metric and a per-pod target");
        }
    }

    private static void Pods(PodsMetricSource source, FieldPath at, ErrorList errors)
    {
        Identifier(source.Metric, at.Child("metric"), errors);
        Target(source.Target, at.Child("target"), errors);
        if (source.Target.AverageValue is not { Sign: > 0 })
        {
            errors.Required(at.Child("target", "averageValue"), "must specify a positive target averageValue");
        }
    }

    private static void Resource(string name, MetricTarget target, FieldPath at, ErrorList errors)
    {
        NotEmpty(name, at.Child("name"), "must specify a resource name", errors);
        Target(target, at.Child("target"), errors);
        if (target is { AverageUtilization: null, AverageValue: null })
        {
            errors.Required(at.Child("target", "averageUtilization"), "must set either a target raw value or a target utilization");
        }

        if (target is { AverageUtilization: not null, AverageValue: not null })
        {
            errors.Forbidden(at.Child("target", "averageValue"), "may not set both a target raw value and a target utilization");
        }
    }

    private static void Either(MetricTarget target, FieldPath at, string why, ErrorList errors)
    {
        if (target is { Value: null, AverageValue: null })
        {
            errors.Required(at.Child("target", "averageValue"), why);
        }
    }

    private static void Identifier(MetricIdentifier metric, FieldPath at, ErrorList errors)
    {
        if (metric.Name.Length == 0)
        {
            errors.Required(at.Child("name"), "must specify a metric name");
        }
        else
        {
            errors.Invalid(at.Child("name"), metric.Name, NameRules.PathSegment(metric.Name, false));
        }
    }

    private static void Target(MetricTarget target, FieldPath at, ErrorList errors)
    {
        if (target.Type.Length == 0)
        {
            errors.Required(at.Child("type"), "must specify a metric target type");
        }

        if (target.Type is not ("Utilization" or "Value" or "AverageValue"))
        {
            errors.Invalid(at.Child("type"), target.Type, "must be either Utilization, Value, or AverageValue");
        }

        if (target.Value is { Sign: <= 0 } value)
        {
            errors.Invalid(at.Child("value"), value, "must be positive");
        }

        if (target.AverageValue is { Sign: <= 0 } average)
        {
            errors.Invalid(at.Child("averageValue"), average, "must be positive");
        }

        if (target.AverageUtilization is { } percent and < 1)
        {
            errors.Invalid(at.Child("averageUtilization"), percent, "must be greater than 0");
        }
    }

    private static void NotEmpty(string value, FieldPath path, string why, ErrorList errors)
    {
        if (value.Length == 0)
        {
            errors.Required(path, why);
        }
    }
}
