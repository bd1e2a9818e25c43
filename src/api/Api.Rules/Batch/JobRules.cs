using Cybernetes.Api.BatchV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Jobs.</summary>
internal sealed class JobRules : KindRules<Job>
{
    private const string Uid = "batch.kubernetes.io/controller-uid";
    private const string Name = "batch.kubernetes.io/job-name";
    private const string OldUid = "controller-uid";
    private const string OldName = "job-name";

    protected override Job OnDefault(Job obj)
    {
        var labels = obj.Spec.Template.Metadata.Labels;
        return obj with
        {
            Metadata = obj.Metadata.Labels.IsEmpty && !labels.IsNil ? obj.Metadata with { Labels = labels } : obj.Metadata,
            Spec = JobSpecRules.Default(obj.Spec),
        };
    }

    protected override Job OnCreate(Job obj, RequestFacts facts)
    {
        var spec = obj.Spec with { Template = PodTemplateSpecRules.Drop(obj.Spec.Template, null) };
        obj = obj with { Spec = Selected(spec, obj), Status = JobStatus.Empty };

        // What is read back has its template's labels where it has none, since defaults are laid again then.
        var labels = obj.Spec.Template.Metadata.Labels;
        return FirstGeneration(obj.Metadata.Labels.IsEmpty ? obj with { Metadata = obj.Metadata with { Labels = labels } } : obj);
    }

    protected override Job OnUpdate(Job obj, Job old, RequestFacts facts)
    {
        obj = obj with { Spec = obj.Spec with { Template = PodTemplateSpecRules.Drop(obj.Spec.Template, old.Spec.Template) }, Status = old.Status };
        return WithGeneration(obj, old, obj.Spec != old.Spec);
    }

    protected override void Validate(Job obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Generated(obj, errors);
        Spec(obj.Spec, errors);
        if (obj.Spec is { CompletionMode: "Indexed", Completions: > 0 and var count } && NameRules.Label($"{obj.Metadata.Name}-{count - 1}", false) is { Count: > 0 } wrong)
        {
            errors.Invalid(FieldPath.Of("metadata", "name"), obj.Metadata.Name, wrong.Select(words => $"will not able to create pod with invalid DNS label {GoText.Quote($"{obj.Metadata.Name}-{count - 1}")}: {words}"));
        }
    }

    private static void Spec(JobSpec spec, ErrorList errors)
    {
        var path = FieldPath.Of("spec");
        JobSpecRules.Validate(spec, path, errors);
        if (spec.Selector is not { } selector)
        {
            errors.Required(path.Child("selector"));
        }
        else
        {
            Check.Selector(selector, path.Child("selector"), errors);
        }

        if (spec.Selector is null || Check.IsUsable(spec.Selector))
        {
            TemplateChecks.LabelsMatch(spec.Selector, spec.Template, path.Child("template"), errors);
        }
    }

    protected override void ValidateUpdate(Job obj, Job old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Spec(obj.Spec, errors);
        var (now, before, path) = (obj.Spec, old.Spec, FieldPath.Of("spec"));
        Completions(now, before, path.Child("completions"), errors);
        Check.Unchanged(now.Selector, before.Selector, path.Child("selector"), errors, GoDump.Of);
        Template(obj, old, path.Child("template"), errors);
        Check.Unchanged(now.CompletionMode, before.CompletionMode, path.Child("completionMode"), errors, value => value);
        Check.Unchanged(now.PodFailurePolicy, before.PodFailurePolicy, path.Child("podFailurePolicy"), errors, GoDump.Of);
        Check.Unchanged(now.BackoffLimitPerIndex, before.BackoffLimitPerIndex, path.Child("backoffLimitPerIndex"), errors, value => (long?)value);
        Check.Unchanged(now.ManagedBy, before.ManagedBy, path.Child("managedBy"), errors, value => value);
        Check.Unchanged(now.SuccessPolicy, before.SuccessPolicy, path.Child("successPolicy"), errors, GoDump.Of);
    }

    protected override void Warn(Job obj, Job? old, List<string> warnings)
    {
        if (obj.Spec is { CompletionMode: "Indexed", Completions: > 100_000, Parallelism: > 10_000 })
        {
            warnings.Add("In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, Kubernetes might not be able to track completedIndexes when a big number of indexes fail");
        }

        PodWarnings.Template(obj.Spec.Template, old?.Spec.Template, FieldPath.Of("spec", "template"), warnings);
    }

    private static readonly StatusRules<Job> _status = new((obj, old) => obj with { Spec = old.Spec }, JobStatusRules.Validate);

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    // The selector and the labels that make it pick this job's pods only, unless the user says that he knows better.
    private static JobSpec Selected(JobSpec spec, Job obj)
    {
        if (spec.ManualSelector == true)
        {
            return spec;
        }

        var labels = spec.Template.Metadata.Labels;
        foreach (var (key, value) in new[] { (OldName, obj.Metadata.Name), (Name, obj.Metadata.Name), (OldUid, obj.Metadata.Uid), (Uid, obj.Metadata.Uid) })
        {
            labels = labels.ContainsKey(key) ? labels : labels.With(key, value);
        }

        var selector = spec.Selector ?? MetaV1.LabelSelector.Empty;
        return spec with
        {
            Template = spec.Template with { Metadata = spec.Template.Metadata with { Labels = labels } },
            Selector = selector.MatchLabels.ContainsKey(Uid) ? selector : selector with { MatchLabels = selector.MatchLabels.With(Uid, obj.Metadata.Uid) },
        };
    }

    private static void Generated(Job obj, ErrorList errors)
    {
        if (obj.Spec.ManualSelector == true || obj.Spec.Selector is not { } selector)
        {
            return;
        }

        if (obj.Metadata.Uid.Length == 0)
        {
            errors.Required(FieldPath.Of("metadata", "uid"));
        }

        var at = FieldPath.Of("spec", "template", "metadata");
        var labels = obj.Spec.Template.Metadata.Labels;
        HasLabel(labels, OldUid, obj.Metadata.Uid, at, errors);
        HasLabel(labels, OldName, obj.Metadata.Name, at, errors);
        HasLabel(labels, Uid, obj.Metadata.Uid, at, errors);
        HasLabel(labels, Name, obj.Metadata.Name, at, errors);
        var expected = ValueMap.Of((OldUid, obj.Metadata.Uid), (OldName, obj.Metadata.Name), (Uid, obj.Metadata.Uid), (Name, obj.Metadata.Name));
        if (Check.IsUsable(selector) && !Check.Matches(selector, expected))
        {
            errors.Invalid(FieldPath.Of("spec", "selector"), GoDump.Of(selector), "`selector` not auto-generated");
        }
    }

    private static void HasLabel(ValueMap<string> labels, string key, string expected, FieldPath at, ErrorList errors)
    {
        if (!labels.TryGetValue(key, out var value))
        {
            errors.Required(at.Child("labels").Key(key), $"must be '{expected}'");
        }
        else if (value != expected)
        {
            errors.Invalid(at.Child("labels").Key(key), GoDump.Map(labels), $"must be '{expected}'");
        }
    }

    private static void Completions(JobSpec now, JobSpec before, FieldPath path, ErrorList errors)
    {
        // KEP-3715: an indexed job may grow and shrink when parallelism goes along.
        var elastic = now.CompletionMode == "Indexed" && now.Completions is not null && before.Completions is not null && now.Completions == now.Parallelism;
        if (now.CompletionMode == "Indexed" && now.Completions != before.Completions && now.Completions is { } changed && before.Completions is not null && !elastic)
        {
            errors.Invalid(path, changed, $"can only be modified in tandem with {path.ToString().Replace("completions", "parallelism", StringComparison.Ordinal)}");
        }
        else if (!elastic)
        {
            Check.Unchanged(now.Completions, before.Completions, path, errors, value => (long?)value);
        }
    }

    // A suspended job that never ran may be sent elsewhere (KEP-2926).
    private static void Template(Job obj, Job old, FieldPath path, ErrorList errors)
    {
        var (now, before) = (obj.Spec.Template, old.Spec.Template);
        if (old.Spec.Suspend == true && old.Status.StartTime is null)
        {
            before = before with
            {
                Metadata = before.Metadata with { Labels = now.Metadata.Labels, Annotations = now.Metadata.Annotations },
                Spec = before.Spec with { NodeSelector = now.Spec.NodeSelector, Tolerations = now.Spec.Tolerations, SchedulingGates = now.Spec.SchedulingGates, Affinity = now.Spec.Affinity },
            };
        }

        Check.Unchanged(now, before, path, errors, GoDump.Of);
    }
}
