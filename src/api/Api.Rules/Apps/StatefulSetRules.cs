using Cybernetes.Api.AppsV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Stateful sets.</summary>
internal sealed class StatefulSetRules : KindRules<StatefulSet>
{
    private const string OverReplicas = "cannot be greater than status.replicas";

    private static readonly StatusRules<StatefulSet> _status = new((obj, old) => obj with { Spec = old.Spec }, Status);

    protected override StatefulSet OnDefault(StatefulSet obj)
    {
        var spec = obj.Spec;
        var strategy = spec.UpdateStrategy;
        if (strategy.Type is "" or "RollingUpdate")
        {
            // Only a strategy that was left open altogether gets a partition of its own.
            var rolling = strategy.Type.Length == 0 ? strategy.RollingUpdate ?? RollingUpdateStatefulSetStrategy.Empty : strategy.RollingUpdate;
            strategy = strategy with { Type = "RollingUpdate", RollingUpdate = rolling is null ? null : rolling with { Partition = rolling.Partition ?? 0 } };
        }

        var retention = spec.PersistentVolumeClaimRetentionPolicy ?? StatefulSetPersistentVolumeClaimRetentionPolicy.Empty;
        return obj with
        {
            Spec = spec with
            {
                Replicas = spec.Replicas ?? 1,
                Template = PodDefaults.Template(spec.Template),
                VolumeClaimTemplates = spec.VolumeClaimTemplates.Update(claim => claim with
                {
                    Spec = PersistentVolumeClaimRules.DefaultSpec(claim.Spec),
                    Status = claim.Status with { Phase = claim.Status.Phase.Or("Pending") },
                }),
                PodManagementPolicy = spec.PodManagementPolicy.Or("OrderedReady"),
                UpdateStrategy = strategy,
                RevisionHistoryLimit = spec.RevisionHistoryLimit ?? 10,
                PersistentVolumeClaimRetentionPolicy = retention with { WhenDeleted = retention.WhenDeleted.Or("Retain"), WhenScaled = retention.WhenScaled.Or("Retain") },
            },
        };
    }

    protected override StatefulSet OnCreate(StatefulSet obj, RequestFacts facts) =>
        FirstGeneration(obj with { Spec = Drop(obj, null), Status = StatefulSetStatus.Empty });

    protected override StatefulSet OnUpdate(StatefulSet obj, StatefulSet old, RequestFacts facts)
    {
        obj = obj with { Spec = Drop(obj, old), Status = old.Status };
        return WithGeneration(obj, old, obj.Spec != old.Spec);
    }

    protected override void Validate(StatefulSet obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Spec(obj.Spec, errors);
        for (var i = 0; i < obj.Spec.VolumeClaimTemplates.Count; i++)
        {
            PersistentVolumeClaimRules.Spec(obj.Spec.VolumeClaimTemplates[i].Spec, FieldPath.Of("spec", "volumeClaimTemplates").Index(i).Child("spec"), errors);
        }
    }

    private static void Spec(StatefulSetSpec spec, ErrorList errors)
    {
        var path = FieldPath.Of("spec");
        if (spec.PodManagementPolicy is not ("OrderedReady" or "Parallel"))
        {
            errors.Invalid(path.Child("podManagementPolicy"), spec.PodManagementPolicy, "must be 'OrderedReady' or 'Parallel'");
        }

        Strategy(spec.UpdateStrategy, path.Child("updateStrategy"), errors);
        Retention(spec.PersistentVolumeClaimRetentionPolicy, path.Child("persistentVolumeClaimRetentionPolicy"), errors);
        TemplateChecks.NonNegative(spec.Replicas, path.Child("replicas"), errors);
        Check.NonNegative(spec.MinReadySeconds, path.Child("minReadySeconds"), errors);
        if (spec.Ordinals is { } ordinals)
        {
            Check.NonNegative(ordinals.Start, path.Child("ordinals", "start"), errors);
        }

        TemplateChecks.NonNegative(spec.RevisionHistoryLimit, path.Child("revisionHistoryLimit"), errors);
        if (spec.ServiceName.Length > 0)
        {
            Check.Label(spec.ServiceName, path.Child("serviceName"), errors);
        }

        Template(spec, path, errors);
    }

    private static void Template(StatefulSetSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.Selector is not { } selector)
        {
            errors.Required(path.Child("selector"));
        }
        else
        {
            Check.Selector(selector, path.Child("selector"), errors);
            if (Check.IsEmpty(selector))
            {
                errors.Invalid(path.Child("selector"), GoDump.Of(selector), "empty selector is invalid for statefulset");
            }
        }

        if (spec.Selector is { } broken && !Check.IsUsable(broken))
        {
            errors.Invalid(path.Child("selector"), GoDump.Of(broken), "");
        }
        else
        {
            if (spec.Selector is not { } used || !Check.IsEmpty(used))
            {
                TemplateChecks.LabelsMatch(spec.Selector, spec.Template, path.Child("template"), errors);
            }

            // Claims become volumes of the pods, before the template's own, so that mounts of them are known.
            var names = spec.VolumeClaimTemplates.Select(claim => claim.Metadata.Name).ToHashSet(StringComparer.Ordinal);
            var claims = names.Select(name => new CoreV1.Volume { Name = name, VolumeSource = new() { PersistentVolumeClaim = new() { ClaimName = name.Or("x") } } });
            var own = spec.Template.Spec.Volumes.Where(volume => volume.Name.Length == 0 || !names.Contains(volume.Name));
            var whole = spec.Template with { Spec = spec.Template.Spec with { Volumes = claims.Concat(own).ToValueList() } };
            PodTemplateSpecRules.Validate(names.Count == 0 ? spec.Template : whole, path.Child("template"), errors);
        }

        TemplateChecks.RunsForever(spec.Template, "StatefulSet", path.Child("template"), errors);
    }

    protected override void ValidateUpdate(StatefulSet obj, StatefulSet old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Spec(obj.Spec, errors);
        var same = obj.Spec with
        {
            Replicas = old.Spec.Replicas,
            Template = old.Spec.Template,
            UpdateStrategy = old.Spec.UpdateStrategy,
            MinReadySeconds = old.Spec.MinReadySeconds,
            Ordinals = old.Spec.Ordinals,
            RevisionHistoryLimit = old.Spec.RevisionHistoryLimit,
            PersistentVolumeClaimRetentionPolicy = old.Spec.PersistentVolumeClaimRetentionPolicy,
        };
        if (same != old.Spec)
        {
            errors.Forbidden(FieldPath.Of("spec"), "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden");
        }
    }

    protected override void Warn(StatefulSet obj, StatefulSet? old, List<string> warnings) =>
        PodWarnings.Template(obj.Spec.Template, old?.Spec.Template, FieldPath.Of("spec", "template"), warnings);

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    // maxUnavailable waits for its feature.
    private static StatefulSetSpec Drop(StatefulSet obj, StatefulSet? old)
    {
        var spec = obj.Spec with { Template = PodTemplateSpecRules.Drop(obj.Spec.Template, old?.Spec.Template) };
        return spec;
    }

    private static void Strategy(StatefulSetUpdateStrategy strategy, FieldPath path, ErrorList errors)
    {
        switch (strategy.Type)
        {
            case "":
                errors.Required(path);
                break;
            case "OnDelete":
                if (strategy.RollingUpdate is { } other)
                {
                    errors.Invalid(path.Child("rollingUpdate"), GoDump.Of(other), "only allowed for updateStrategy 'RollingUpdate'");
                }

                break;
            case "RollingUpdate":
                if (strategy.RollingUpdate is { } rolling)
                {
                    TemplateChecks.NonNegative(rolling.Partition, path.Child("rollingUpdate", "partition"), errors);
                    if (rolling.MaxUnavailable is { } unavailable)
                    {
                        var at = path.Child("rollingUpdate", "maxUnavailable");
                        TemplateChecks.CountOrPercent(unavailable, at, errors);
                        if (TemplateChecks.Number(unavailable) == 0)
                        {
                            errors.Invalid(at, unavailable, "cannot be 0");
                        }

                        TemplateChecks.NotMoreThanAll(unavailable, at, errors);
                    }
                }

                break;
            default:
                errors.Invalid(path, GoDump.Of(strategy), "must be 'RollingUpdate' or 'OnDelete'");
                break;
        }
    }

    private static void Retention(StatefulSetPersistentVolumeClaimRetentionPolicy? policy, FieldPath path, ErrorList errors)
    {
        if (policy is null)
        {
            errors.Required(path, "if specified, must be Retain or Delete");
            return;
        }

        Check.OneOf(policy.WhenDeleted, path.Child("whenDeleted"), errors, "Retain", "Delete");
        Check.OneOf(policy.WhenScaled, path.Child("whenScaled"), errors, "Retain", "Delete");
    }

    private static void Status(StatefulSet obj, StatefulSet old, ErrorList errors)
    {
        var (status, path) = (obj.Status, FieldPath.Of("status"));
        TemplateChecks.Counts(path, errors, ("replicas", status.Replicas), ("readyReplicas", status.ReadyReplicas), ("currentReplicas", status.CurrentReplicas),
            ("updatedReplicas", status.UpdatedReplicas), ("availableReplicas", status.AvailableReplicas), ("observedGeneration", status.ObservedGeneration));
        TemplateChecks.NotMoreThan(status.Replicas, OverReplicas, path, errors, ("readyReplicas", status.ReadyReplicas), ("currentReplicas", status.CurrentReplicas),
            ("updatedReplicas", status.UpdatedReplicas), ("availableReplicas", status.AvailableReplicas));
        TemplateChecks.NotMoreThan(status.ReadyReplicas, "cannot be greater than status.readyReplicas", path, errors, ("availableReplicas", status.AvailableReplicas));
        if (old.Status.CollisionCount is { } before && (status.CollisionCount ?? -1) < before)
        {
            errors.Invalid(path.Child("collisionCount"), status.CollisionCount ?? 0, "cannot be decremented");
        }
    }
}
