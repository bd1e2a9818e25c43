using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Replication controllers.</summary>
internal sealed class ReplicationControllerRules : KindRules<ReplicationController>
{
    private const string OverReplicas = "cannot be greater than status.replicas";

    private static readonly StatusRules<ReplicationController> _status = new((obj, old) => obj with { Spec = old.Spec }, Status);

    protected override ReplicationController OnDefault(ReplicationController obj)
    {
        var labels = obj.Spec.Template?.Metadata.Labels ?? default;
        return obj with
        {
            Metadata = obj.Metadata.Labels.IsEmpty && !labels.IsEmpty ? obj.Metadata with { Labels = labels } : obj.Metadata,
            Spec = obj.Spec with
            {
                Selector = obj.Spec.Selector.IsEmpty && !labels.IsEmpty ? labels : obj.Spec.Selector,
                Replicas = obj.Spec.Replicas ?? 1,
                Template = obj.Spec.Template is { } template ? PodDefaults.Template(template) : null,
            },
        };
    }

    protected override ReplicationController OnCreate(ReplicationController obj, RequestFacts facts) =>
        FirstGeneration(obj with { Spec = Drop(obj, null), Status = ReplicationControllerStatus.Empty });

    protected override ReplicationController OnUpdate(ReplicationController obj, ReplicationController old, RequestFacts facts)
    {
        obj = obj with { Spec = Drop(obj, old), Status = old.Status };
        return WithGeneration(obj, old, obj.Spec != old.Spec);
    }

    protected override void Validate(ReplicationController obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var (spec, path) = (obj.Spec, FieldPath.Of("spec"));
        Check.NonNegative(spec.MinReadySeconds, path.Child("minReadySeconds"), errors);
        if (spec.Selector.IsEmpty)
        {
            errors.Required(path.Child("selector"));
        }

        TemplateChecks.NonNegative(spec.Replicas, path.Child("replicas"), errors);
        if (spec.Template is not { } template)
        {
            errors.Required(path.Child("template"));
            return;
        }

        if (!spec.Selector.IsEmpty)
        {
            TemplateChecks.LabelsMatch(new() { MatchLabels = spec.Selector }, template, path.Child("template"), errors);
        }

        PodTemplateSpecRules.Validate(template, path.Child("template"), errors);
        TemplateChecks.RunsForever(template, "ReplicationController", path.Child("template"), errors);
    }

    protected override void Warn(ReplicationController obj, ReplicationController? old, List<string> warnings)
    {
        if (old is null && obj.Spec.Template is { } template)
        {
            PodWarnings.Template(template, null, FieldPath.Of("spec", "template"), warnings);
        }
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static ReplicationControllerSpec Drop(ReplicationController obj, ReplicationController? old) =>
        obj.Spec.Template is { } template ? obj.Spec with { Template = PodTemplateSpecRules.Drop(template, old?.Spec.Template) } : obj.Spec;

    private static void Status(ReplicationController obj, ReplicationController old, ErrorList errors)
    {
        var (status, path) = (obj.Status, FieldPath.Of("status"));
        TemplateChecks.Counts(path, errors, ("replicas", status.Replicas), ("fullyLabeledReplicas", status.FullyLabeledReplicas), ("readyReplicas", status.ReadyReplicas),
            ("availableReplicas", status.AvailableReplicas), ("observedGeneration", status.ObservedGeneration));
        TemplateChecks.NotMoreThan(status.Replicas, OverReplicas, path, errors, ("fullyLabeledReplicas", status.FullyLabeledReplicas), ("readyReplicas", status.ReadyReplicas), ("availableReplicas", status.AvailableReplicas));
        TemplateChecks.NotMoreThan(status.ReadyReplicas, "cannot be greater than readyReplicas", path, errors, ("availableReplicas", status.AvailableReplicas));
    }
}
