using Cybernetes.Api.Machinery;
using Cybernetes.Api.StorageV1;

namespace Cybernetes.Api.Rules;

/// <summary>CSI drivers.</summary>
internal sealed class CSIDriverRules : KindRules<CSIDriver>
{
    private const string SecretsUnset = "spec.serviceAccountTokenInSecrets is unset; if supported by this CSI driver, set to true to prevent possible logging of tokens in volume attributes";

    public override bool AllowUnconditionalUpdate => false;

    protected override CSIDriver OnDefault(CSIDriver obj) => obj with
    {
        Spec = obj.Spec with
        {
            AttachRequired = obj.Spec.AttachRequired ?? true,
            PodInfoOnMount = obj.Spec.PodInfoOnMount ?? false,
            StorageCapacity = obj.Spec.StorageCapacity ?? false,
            FsGroupPolicy = obj.Spec.FsGroupPolicy ?? "ReadWriteOnceWithFSType",
            VolumeLifecycleModes = obj.Spec.VolumeLifecycleModes.IsEmpty ? ["Persistent"] : obj.Spec.VolumeLifecycleModes,
            RequiresRepublish = obj.Spec.RequiresRepublish ?? false,
            SeLinuxMount = obj.Spec.SeLinuxMount ?? false,
        },
    };

    protected override CSIDriver OnCreate(CSIDriver obj, RequestFacts facts) => obj with { Spec = obj.Spec with { PreventPodSchedulingIfMissing = null } };

    protected override CSIDriver OnUpdate(CSIDriver obj, CSIDriver old, RequestFacts facts) => WithGeneration(
        old.Spec.PreventPodSchedulingIfMissing is null ? OnCreate(obj, facts) : obj,
        old,
        obj.Spec.TokenRequests != old.Spec.TokenRequests || obj.Spec.RequiresRepublish != old.Spec.RequiresRepublish || obj.Spec.SeLinuxMount != old.Spec.SeLinuxMount
        || obj.Spec.NodeAllocatableUpdatePeriodSeconds != old.Spec.NodeAllocatableUpdatePeriodSeconds || obj.Spec.ServiceAccountTokenInSecrets != old.Spec.ServiceAccountTokenInSecrets);

    protected override void Validate(CSIDriver obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Spec(obj.Spec, FieldPath.Of("spec"), errors);
    }

    protected override void ValidateUpdate(CSIDriver obj, CSIDriver old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Spec(obj.Spec, FieldPath.Of("spec"), errors);
        Check.Unchanged(obj.Spec.AttachRequired, old.Spec.AttachRequired, FieldPath.Of("spec", "attachedRequired"), errors, value => value);
        Check.Unchanged(obj.Spec.VolumeLifecycleModes, old.Spec.VolumeLifecycleModes, FieldPath.Of("spec", "volumeLifecycleModes"), errors, GoDump.List);
    }

    protected override void Warn(CSIDriver obj, CSIDriver? old, List<string> warnings)
    {
        if (!obj.Spec.TokenRequests.IsEmpty && obj.Spec.ServiceAccountTokenInSecrets is null && obj.Spec.TokenRequests != old?.Spec.TokenRequests)
        {
            warnings.Add(SecretsUnset);
        }
    }

    private static void Spec(CSIDriverSpec spec, FieldPath path, ErrorList errors)
    {
        Check.Supported(spec.FsGroupPolicy ?? "", path.Child("fsGroupPolicy"), errors, "File", "None", "ReadWriteOnceWithFSType");
        for (var i = 0; i < spec.TokenRequests.Count; i++)
        {
            var (request, at) = (spec.TokenRequests[i], path.Child("tokenRequests").Index(i));
            if (spec.TokenRequests.Take(i).Any(other => other.Audience == request.Audience))
            {
                errors.Duplicate(at.Child("audience"), request.Audience);
            }

            if (request.ExpirationSeconds is { } seconds)
            {
                if (seconds < 600)
                {
                    errors.Invalid(at.Child("expirationSeconds"), seconds, "may not specify a duration less than 10 minutes");
                }

                if (seconds > 1L << 32)
                {
                    errors.Invalid(at.Child("expirationSeconds"), seconds, "may not specify a duration larger than 2^32 seconds");
                }
            }
        }

        foreach (var mode in spec.VolumeLifecycleModes)
        {
            Check.Supported(mode, path.Child("volumeLifecycleModes"), errors, "Persistent", "Ephemeral");
        }

        if (spec.NodeAllocatableUpdatePeriodSeconds is { } period and < 10)
        {
            errors.Invalid(path.Child("nodeAllocatableUpdatePeriodSeconds"), period, "must be greater than or equal to 10 seconds");
        }
    }
}
