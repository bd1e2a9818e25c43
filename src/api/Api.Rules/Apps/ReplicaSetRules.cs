using Cybernetes.Api.AppsV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Replica sets.</summary>
internal sealed class ReplicaSetRules : KindRules<ReplicaSet>
{
    private const string OverReplicas = "cannot be greater than status.replicas";

    private static readonly StatusRules<ReplicaSet> _status = new((obj, old) => obj with { Spec = old.Spec }, Status);

    protected override ReplicaSet OnDefault(ReplicaSet obj) => obj with
    {
        Spec = obj.Spec with { Replicas = obj.Spec.Replicas ?? 1, Template = PodDefaults.Template(obj.Spec.Template) },
    };

    protected override ReplicaSet OnCreate(ReplicaSet obj, RequestFacts facts) =>
        FirstGeneration(obj with { Spec = Drop(obj, null), Status = ReplicaSetStatus.Empty });

    protected override ReplicaSet OnUpdate(ReplicaSet obj, ReplicaSet old, RequestFacts facts)
    {
        obj = obj with { Spec = Drop(obj, old), Status = old.Status };
        return WithGeneration(obj, old, obj.Spec != old.Spec);
    }

    protected override void Validate(ReplicaSet obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var (spec, path) = (obj.Spec, FieldPath.Of("spec"));
        TemplateChecks.NonNegative(spec.Replicas, path.Child("replicas"), errors);
        Check.NonNegative(spec.MinReadySeconds, path.Child("minReadySeconds"), errors);
        if (spec.Selector is not { } selector)
        {
            errors.Required(path.Child("selector"));
        }
        else
        {
            Check.Selector(selector, path.Child("selector"), errors);
            if (Check.IsEmpty(selector))
            {
                errors.Invalid(path.Child("selector"), GoDump.Of(selector), "empty selector is invalid for deployment");
            }

            if (!Check.IsUsable(selector))
            {
                errors.Invalid(path.Child("selector"), GoDump.Of(selector), "invalid label selector");
                return;
            }
        }

        if (spec.Selector is not { } own || !Check.IsEmpty(own))
        {
            TemplateChecks.LabelsMatch(spec.Selector, spec.Template, path.Child("template"), errors);
        }

        PodTemplateSpecRules.Validate(spec.Template, path.Child("template"), errors);
        TemplateChecks.RunsForever(spec.Template, "ReplicaSet", path.Child("template"), errors);
    }

    protected override void ValidateUpdate(ReplicaSet obj, ReplicaSet old, ErrorList errors)
    {
        base.ValidateUpdate(obj, old, errors);
        Check.Unchanged(obj.Spec.Selector, old.Spec.Selector, FieldPath.Of("spec", "selector"), errors, GoDump.Of);
    }

    protected override void Warn(ReplicaSet obj, ReplicaSet? old, List<string> warnings) =>
        PodWarnings.Template(obj.Spec.Template, old?.Spec.Template, FieldPath.Of("spec", "template"), warnings);

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static ReplicaSetSpec Drop(ReplicaSet obj, ReplicaSet? old) =>
        obj.Spec with { Template = PodTemplateSpecRules.Drop(obj.Spec.Template, old?.Spec.Template) };

    private static void Status(ReplicaSet obj, ReplicaSet old, ErrorList errors)
    {
        var (status, path) = (obj.Status, FieldPath.Of("status"));
        TemplateChecks.Counts(path, errors, ("replicas", status.Replicas), ("fullyLabeledReplicas", status.FullyLabeledReplicas), ("readyReplicas", status.ReadyReplicas),
            ("availableReplicas", status.AvailableReplicas), ("observedGeneration", status.ObservedGeneration));
        TemplateChecks.NotMoreThan(status.Replicas, OverReplicas, path, errors, ("fullyLabeledReplicas", status.FullyLabeledReplicas), ("readyReplicas", status.ReadyReplicas), ("availableReplicas", status.AvailableReplicas));
        TemplateChecks.NotMoreThan(status.ReadyReplicas, "cannot be greater than readyReplicas", path, errors, ("availableReplicas", status.AvailableReplicas));
    }
}
