using Cybernetes.Api.AppsV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Deployments.</summary>
internal sealed class DeploymentRules : KindRules<Deployment>
{
    private const string OverReplicas = "cannot be greater than status.replicas";

    private static readonly StatusRules<Deployment> _status = new(
        (obj, old) => obj with { Spec = old.Spec, Metadata = obj.Metadata with { Labels = old.Metadata.Labels } },
        Status);

    protected override Deployment OnDefault(Deployment obj)
    {
        var (spec, strategy) = (obj.Spec, obj.Spec.Strategy);
        strategy = strategy with { Type = strategy.Type.Or("RollingUpdate") };
        if (strategy.Type == "RollingUpdate")
        {
            var rolling = strategy.RollingUpdate ?? RollingUpdateDeployment.Empty;
            strategy = strategy with { RollingUpdate = rolling with { MaxUnavailable = rolling.MaxUnavailable ?? "25%", MaxSurge = rolling.MaxSurge ?? "25%" } };
        }

        return obj with
        {
            Spec = spec with
            {
                Replicas = spec.Replicas ?? 1,
                Template = PodDefaults.Template(spec.Template),
                Strategy = strategy,
                RevisionHistoryLimit = spec.RevisionHistoryLimit ?? 10,
                ProgressDeadlineSeconds = spec.ProgressDeadlineSeconds ?? 600,
            },
        };
    }

    protected override Deployment OnCreate(Deployment obj, RequestFacts facts) =>
        FirstGeneration(obj with { Spec = Drop(obj, null), Status = DeploymentStatus.Empty });

    protected override Deployment OnUpdate(Deployment obj, Deployment old, RequestFacts facts)
    {
        obj = obj with { Spec = Drop(obj, old), Status = old.Status };
        return WithGeneration(obj, old, obj.Spec != old.Spec || obj.Metadata.Annotations != old.Metadata.Annotations);
    }

    protected override void Validate(Deployment obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var (spec, path) = (obj.Spec, FieldPath.Of("spec"));
        TemplateChecks.NonNegative(spec.Replicas, path.Child("replicas"), errors);
        Selector(spec, path, errors);
        if (spec.Selector is { } selector && !Check.IsUsable(selector))
        {
            errors.Invalid(path.Child("selector"), GoDump.Of(selector), "invalid label selector");
        }
        else
        {
            if (spec.Selector is not { } own || !Check.IsEmpty(own))
            {
                TemplateChecks.LabelsMatch(spec.Selector, spec.Template, path.Child("template"), errors);
            }

            PodTemplateSpecRules.Validate(spec.Template, path.Child("template"), errors);
            TemplateChecks.RunsForever(spec.Template, "ReplicaSet", path.Child("template"), errors);
        }

        Strategy(spec.Strategy, path.Child("strategy"), errors);
        Check.NonNegative(spec.MinReadySeconds, path.Child("minReadySeconds"), errors);
        TemplateChecks.NonNegative(spec.RevisionHistoryLimit, path.Child("revisionHistoryLimit"), errors);
        if (spec.ProgressDeadlineSeconds is { } deadline)
        {
            Check.NonNegative(deadline, path.Child("progressDeadlineSeconds"), errors);
            if (deadline <= spec.MinReadySeconds)
            {
                errors.Invalid(path.Child("progressDeadlineSeconds"), deadline, "must be greater than minReadySeconds");
            }
        }
    }

    protected override void ValidateUpdate(Deployment obj, Deployment old, ErrorList errors)
    {
        base.ValidateUpdate(obj, old, errors);
        Check.Unchanged(obj.Spec.Selector, old.Spec.Selector, FieldPath.Of("spec", "selector"), errors, GoDump.Of);
    }

    protected override void Warn(Deployment obj, Deployment? old, List<string> warnings) =>
        PodWarnings.Template(obj.Spec.Template, old?.Spec.Template, FieldPath.Of("spec", "template"), warnings);

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static DeploymentSpec Drop(Deployment obj, Deployment? old) =>
        obj.Spec with { Template = PodTemplateSpecRules.Drop(obj.Spec.Template, old?.Spec.Template) };

    private static void Selector(DeploymentSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.Selector is not { } selector)
        {
            errors.Required(path.Child("selector"));
            return;
        }

        Check.Selector(selector, path.Child("selector"), errors);
        if (Check.IsEmpty(selector))
        {
            errors.Invalid(path.Child("selector"), GoDump.Of(selector), "empty selector is invalid for deployment");
        }
    }

    private static void Strategy(DeploymentStrategy strategy, FieldPath path, ErrorList errors)
    {
        switch (strategy.Type)
        {
            case "Recreate":
                if (strategy.RollingUpdate is not null)
                {
                    errors.Forbidden(path.Child("rollingUpdate"), "may not be specified when strategy `type` is 'Recreate'");
                }

                break;
            case "RollingUpdate":
                if (strategy.RollingUpdate is not { } rolling)
                {
                    errors.Required(path.Child("rollingUpdate"), "this should be defaulted and never be nil");
                    break;
                }

                Rolling(rolling, path.Child("rollingUpdate"), errors);
                break;
            default:
                errors.NotSupported(path.Child("type"), strategy.Type, "Recreate", "RollingUpdate");
                break;
        }
    }

    private static void Rolling(RollingUpdateDeployment rolling, FieldPath path, ErrorList errors)
    {
        TemplateChecks.CountOrPercent(rolling.MaxUnavailable, path.Child("maxUnavailable"), errors);
        TemplateChecks.CountOrPercent(rolling.MaxSurge, path.Child("maxSurge"), errors);
        if (TemplateChecks.Number(rolling.MaxUnavailable) == 0 && TemplateChecks.Number(rolling.MaxSurge) == 0)
        {
            errors.Invalid(path.Child("maxUnavailable"), rolling.MaxUnavailable ?? default, "may not be 0 when `maxSurge` is 0");
        }

        TemplateChecks.NotMoreThanAll(rolling.MaxUnavailable, path.Child("maxUnavailable"), errors);
    }

    private static void Status(Deployment obj, Deployment old, ErrorList errors)
    {
        var (status, path) = (obj.Status, FieldPath.Of("status"));
        TemplateChecks.Counts(path, errors, ("observedGeneration", status.ObservedGeneration), ("replicas", status.Replicas), ("updatedReplicas", status.UpdatedReplicas),
            ("readyReplicas", status.ReadyReplicas), ("availableReplicas", status.AvailableReplicas), ("unavailableReplicas", status.UnavailableReplicas));
        TemplateChecks.NotMoreThan(status.Replicas, OverReplicas, path, errors, ("updatedReplicas", status.UpdatedReplicas), ("readyReplicas", status.ReadyReplicas), ("availableReplicas", status.AvailableReplicas));
        TemplateChecks.NotMoreThan(status.ReadyReplicas, "cannot be greater than readyReplicas", path, errors, ("availableReplicas", status.AvailableReplicas));
        if (status.CollisionCount is { } count)
        {
            Check.NonNegative(count, path.Child("collisionCount"), errors);
        }

        if (old.Status.CollisionCount is { } before && (status.CollisionCount ?? -1) < before)
        {
            errors.Invalid(path.Child("collisionCount"), status.CollisionCount ?? 0, "cannot be decremented");
        }
    }
}
