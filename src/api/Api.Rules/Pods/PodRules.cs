using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Pods.</summary>
internal sealed class PodRules : KindRules<Pod>
{
    private const string Updatable =
        "`spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),"
        + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)";

    protected override Pod OnDefault(Pod obj) => PodDefaults.Pod(obj);

    protected override Pod OnCreate(Pod obj, RequestFacts facts)
    {
        var spec = PodMatchLabels.Apply(PodDisabledFields.Drop(obj.Spec, null), obj.Metadata.Labels);
        var status = new PodStatus { Phase = "Pending", QosClass = PodQos.Of(spec) };
        if (!spec.SchedulingGates.IsEmpty)
        {
            status = status with
            {
                Conditions = [new() { Type = "PodScheduled", Status = "False", Reason = "SchedulingGated", Message = "Scheduling is blocked due to non-empty scheduling gates" }],
            };
        }

        return FirstGeneration(obj with { Spec = spec, Status = status });
    }

    protected override Pod OnUpdate(Pod obj, Pod old, RequestFacts facts)
    {
        obj = obj with { Spec = PodDisabledFields.Drop(obj.Spec, old.Spec), Status = old.Status };
        return WithGeneration(obj, old, obj.Spec != old.Spec);
    }

    protected override void Validate(Pod obj, ErrorList errors)
    {
        MetadataAndSpec(obj, errors);
        var path = FieldPath.Of("spec");
        if (!obj.Spec.EphemeralContainers.IsEmpty)
        {
            errors.Forbidden(path.Child("ephemeralContainers"), "cannot be set on create");
        }

        if (obj.Spec.NodeName.Length > 0 && !obj.Spec.SchedulingGates.IsEmpty)
        {
            errors.Forbidden(path.Child("nodeName"), "cannot be set until all schedulingGates have been cleared");
        }

        PodAnnotationRules.ProfilesMatch(obj.Metadata.Annotations, obj.Spec, path, errors);
    }

    /// <summary>What holds for a pod at any time.</summary>
    public static void MetadataAndSpec(Pod obj, ErrorList errors)
    {
        var (meta, spec) = (FieldPath.Of("metadata"), FieldPath.Of("spec"));
        MetaRules.Validate(obj.Metadata, true, NameRules.Subdomain, meta, errors);
        MetaRules.CoreFinalizers(obj.Metadata.Finalizers, meta.Child("finalizers"), errors);
        PodAnnotationRules.Validate(obj.Metadata.Annotations, obj.Spec, meta.Child("annotations"), errors);
        PodSpecRules.Validate(obj.Spec, obj.Metadata, spec, errors);
        if (obj.Spec.ServiceAccountName.Length == 0)
        {
            for (var i = 0; i < obj.Spec.Volumes.Count; i++)
            {
                var sources = obj.Spec.Volumes[i].VolumeSource.Projected?.Sources ?? default;
                for (var j = 0; j < sources.Count; j++)
                {
                    if (sources[j].ServiceAccountToken is not null)
                    {
                        errors.Forbidden(spec.Child("volumes").Index(i).Child("projected", "sources").Index(j).Child("serviceAccountToken"), "must not be specified when serviceAccountName is not set");
                    }
                }
            }
        }

        PodSpecRules.OnlyForPods(obj.Spec.Containers, spec.Child("containers"), errors);
        PodSpecRules.OnlyForPods(obj.Spec.InitContainers, spec.Child("initContainers"), errors);
    }

    protected override void ValidateUpdate(Pod obj, Pod old, ErrorList errors)
    {
        Metadata(obj, old, errors);
        MetadataAndSpec(obj, errors);
        PodAnnotationRules.ValidateUpdate(obj.Metadata.Annotations, old.Metadata.Annotations, FieldPath.Of("metadata", "annotations"), errors);
        var path = FieldPath.Of("spec");
        if (!Images(obj.Spec.Containers, old.Spec.Containers, path.Child("containers"), errors)
            || !Images(obj.Spec.InitContainers, old.Spec.InitContainers, path.Child("initContainers"), errors)
            || !Deadline(obj.Spec.ActiveDeadlineSeconds, old.Spec.ActiveDeadlineSeconds, path.Child("activeDeadlineSeconds"), errors))
        {
            return;
        }

        Tolerations(obj.Spec.Tolerations, old.Spec.Tolerations, path.Child("tolerations"), errors);
        foreach (var (i, gate) in obj.Spec.SchedulingGates.Index())
        {
            if (old.Spec.SchedulingGates.All(own => own.Name != gate.Name))
            {
                errors.Forbidden(path.Child("schedulingGates").Index(i).Child("name"), $"only deletion is allowed, but found new scheduling gate '{gate.Name}'");
            }
        }

        if (obj.Spec != old.Spec)
        {
            Rest(PodUpdateMask.Apply(obj.Spec, old.Spec, path, errors), old.Spec, path, errors);
        }
    }

    protected override void Warn(Pod obj, Pod? old, List<string> warnings) =>
        PodWarnings.Of(obj.Spec, obj.Metadata, old?.Spec, FieldPath.Root, warnings, isPod: true);

    public override SubresourceRules? Subresource(string name) => name switch
    {
        "status" => PodStatusRules.Instance,
        "ephemeralcontainers" => PodEphemeralContainersRules.Instance,
        "resize" => PodResizeRules.Instance,
        _ => null,
    };

    /// <summary>What an update of a pod may not change of the metadata.</summary>
    public static void Metadata(Pod obj, Pod old, ErrorList errors)
    {
        var path = FieldPath.Of("metadata");
        MetaRules.ValidateUpdate(obj.Metadata, old.Metadata, path, errors);
        MetaRules.CoreFinalizers(obj.Metadata.Finalizers, path.Child("finalizers"), errors);
    }

    private static void Rest(PodSpec masked, PodSpec old, FieldPath path, ErrorList errors)
    {
        if (masked != old)
        {
            errors.Forbidden(path, $"pod updates may not change fields other than {Updatable}\n{GoDiff.Of(old, masked)}");
        }
    }

    private static bool Images(ValueList<Container> containers, ValueList<Container> old, FieldPath path, ErrorList errors)
    {
        if (containers.Count != old.Count)
        {
            errors.Forbidden(path, "pod updates may not add or remove containers");
            return false;
        }

        for (var i = 0; i < containers.Count; i++)
        {
            Check.Required(containers[i].Image, path.Index(i).Child("image"), errors);
            if (containers[i].Image.Trim().Length != containers[i].Image.Length)
            {
                errors.Invalid(path.Index(i).Child("image"), containers[i].Image, "must not have leading or trailing whitespace");
            }
        }

        return true;
    }

    private static bool Deadline(long? now, long? old, FieldPath path, ErrorList errors)
    {
        if (now is < 0 or > int.MaxValue)
        {
            errors.Invalid(path, now.Value, Names.Between(0, int.MaxValue));
            return false;
        }

        if (now > old)
        {
            errors.Invalid(path, now.Value, "must be less than or equal to previous value");
            return false;
        }

        if (now is null && old is not null)
        {
            errors.Invalid(path, FieldValue.Null, "must not update from a positive integer to nil value");
        }

        return true;
    }

    private static void Tolerations(ValueList<Toleration> now, ValueList<Toleration> old, FieldPath path, ErrorList errors)
    {
        foreach (var before in old)
        {
            if (!now.Any(toleration => toleration with { TolerationSeconds = before.TolerationSeconds } == before))
            {
                errors.Forbidden(path, "existing toleration can not be modified except its tolerationSeconds");
                return;
            }
        }

        Check.Tolerations(now, path, errors);
    }
}
