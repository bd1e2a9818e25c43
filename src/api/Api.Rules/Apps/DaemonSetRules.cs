using System.Globalization;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Daemon sets.</summary>
internal sealed class DaemonSetRules : KindRules<DaemonSet>
{
    // apps/v1 keeps upstream's templateGeneration field in an annotation.
    private const string TemplateGeneration = "deprecated.daemonset.template.generation";

    private static readonly StatusRules<DaemonSet> _status = new((obj, old) => obj with { Spec = old.Spec }, Status);

    protected override DaemonSet OnDefault(DaemonSet obj)
    {
        var strategy = obj.Spec.UpdateStrategy with { Type = obj.Spec.UpdateStrategy.Type.Or("RollingUpdate") };
        if (strategy.Type == "RollingUpdate")
        {
            var rolling = strategy.RollingUpdate ?? RollingUpdateDaemonSet.Empty;
            strategy = strategy with { RollingUpdate = rolling with { MaxUnavailable = rolling.MaxUnavailable ?? 1, MaxSurge = rolling.MaxSurge ?? 0 } };
        }

        return obj with
        {
            Spec = obj.Spec with { Template = PodDefaults.Template(obj.Spec.Template), UpdateStrategy = strategy, RevisionHistoryLimit = obj.Spec.RevisionHistoryLimit ?? 10 },
        };
    }

    protected override DaemonSet OnCreate(DaemonSet obj, RequestFacts facts) =>
        FirstGeneration(WithTemplateGeneration(obj, Math.Max(1, OfTemplate(obj))) with { Spec = Drop(obj, null), Status = DaemonSetStatus.Empty });

    protected override DaemonSet OnUpdate(DaemonSet obj, DaemonSet old, RequestFacts facts)
    {
        obj = WithTemplateGeneration(obj, OfTemplate(old)) with { Spec = Drop(obj, old), Status = old.Status };
        var template = obj.Spec.Template != old.Spec.Template;
        obj = template ? WithTemplateGeneration(obj, OfTemplate(old) + 1) : obj;
        return WithGeneration(obj, old, obj.Spec != old.Spec);
    }

    protected override void Validate(DaemonSet obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var (spec, path) = (obj.Spec, FieldPath.Of("spec"));
        Check.Selector(spec.Selector, path.Child("selector"), errors);
        if (spec.Selector is null || Check.IsUsable(spec.Selector))
        {
            TemplateChecks.LabelsMatch(spec.Selector, spec.Template, path.Child("template"), errors);
        }

        if (spec.Selector is { } selector && Check.IsEmpty(selector))
        {
            errors.Invalid(path.Child("selector"), GoDump.Of(selector), "empty selector is invalid for daemonset");
        }

        PodTemplateSpecRules.Validate(spec.Template, path.Child("template"), errors);
        TemplateChecks.RunsForever(spec.Template, "DaemonSet", path.Child("template"), errors);
        Check.NonNegative(spec.MinReadySeconds, path.Child("minReadySeconds"), errors);
        Strategy(spec.UpdateStrategy, path.Child("updateStrategy"), errors);
        TemplateChecks.NonNegative(spec.RevisionHistoryLimit, path.Child("revisionHistoryLimit"), errors);
    }

    protected override void ValidateUpdate(DaemonSet obj, DaemonSet old, ErrorList errors)
    {
        base.ValidateUpdate(obj, old, errors);
        Check.Unchanged(obj.Spec.Selector, old.Spec.Selector, FieldPath.Of("spec", "selector"), errors, GoDump.Of);
    }

    protected override void Warn(DaemonSet obj, DaemonSet? old, List<string> warnings) =>
        PodWarnings.Template(obj.Spec.Template, old?.Spec.Template, FieldPath.Of("spec", "template"), warnings);

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static DaemonSetSpec Drop(DaemonSet obj, DaemonSet? old) =>
        obj.Spec with { Template = PodTemplateSpecRules.Drop(obj.Spec.Template, old?.Spec.Template) };

    private static long OfTemplate(DaemonSet obj) =>
        long.TryParse(obj.Metadata.Annotations.GetValueOrDefault(TemplateGeneration), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var generation) ? generation : 0;

    private static DaemonSet WithTemplateGeneration(DaemonSet obj, long generation) =>
        obj with { Metadata = obj.Metadata with { Annotations = obj.Metadata.Annotations.With(TemplateGeneration, generation.ToString(CultureInfo.InvariantCulture)) } };

    private static void Strategy(DaemonSetUpdateStrategy strategy, FieldPath path, ErrorList errors)
    {
        switch (strategy.Type)
        {
            case "OnDelete":
                break;
            case "RollingUpdate":
                if (strategy.RollingUpdate is not { } rolling)
                {
                    errors.Required(path.Child("rollingUpdate"));
                    break;
                }

                Rolling(rolling, path.Child("rollingUpdate"), errors);
                break;
            default:
                errors.NotSupported(path.Child("type"), strategy.Type, "RollingUpdate", "OnDelete");
                break;
        }
    }

    private static void Rolling(RollingUpdateDaemonSet rolling, FieldPath path, ErrorList errors)
    {
        var (unavailable, surge) = (path.Child("maxUnavailable"), path.Child("maxSurge"));
        TemplateChecks.CountOrPercent(rolling.MaxUnavailable, unavailable, errors);
        TemplateChecks.NotMoreThanAll(rolling.MaxUnavailable, unavailable, errors);
        TemplateChecks.CountOrPercent(rolling.MaxSurge, surge, errors);
        TemplateChecks.NotMoreThanAll(rolling.MaxSurge, surge, errors);
        switch (TemplateChecks.Number(rolling.MaxUnavailable) != 0, TemplateChecks.Number(rolling.MaxSurge) != 0)
        {
            case (true, true):
                errors.Invalid(surge, rolling.MaxSurge ?? default, "may not be set when maxUnavailable is non-zero");
                break;
            case (false, false):
                errors.Required(unavailable, "cannot be 0 when maxSurge is 0");
                break;
        }
    }

    private static void Status(DaemonSet obj, DaemonSet old, ErrorList errors)
    {
        var (status, path) = (obj.Status, FieldPath.Of("status"));
        TemplateChecks.Counts(path, errors, ("currentNumberScheduled", status.CurrentNumberScheduled), ("numberMisscheduled", status.NumberMisscheduled),
            ("desiredNumberScheduled", status.DesiredNumberScheduled), ("numberReady", status.NumberReady), ("observedGeneration", status.ObservedGeneration),
            ("updatedNumberScheduled", status.UpdatedNumberScheduled), ("numberAvailable", status.NumberAvailable), ("numberUnavailable", status.NumberUnavailable));
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
