using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules.Quota;

internal sealed class ClaimQuotaEvaluator() : QuotaEvaluator(new GroupResource("", "persistentvolumeclaims"))
{
    private const string ClassSuffix = ".storageclass.storage.k8s.io/";

    public override bool HandlesUpdate(string subresource) => subresource.Length == 0;

    public override bool Counts(string quotaName) =>
        quotaName is "count/persistentvolumeclaims" or "persistentvolumeclaims" or "requests.storage" ||
        quotaName.EndsWith(ClassSuffix + "requests.storage", StringComparison.Ordinal) ||
        quotaName.EndsWith(ClassSuffix + "persistentvolumeclaims", StringComparison.Ordinal);

    public override ValueMap<Quantity> Usage(IObject item, DateTimeOffset now)
    {
        var usage = ValueMap.Of((CountName, (Quantity)1), ("persistentvolumeclaims", 1));
        if (item is not PersistentVolumeClaim claim)
        {
            return usage;
        }
        var storageClass = claim.Metadata.Annotations.TryGetValue("volume.beta.kubernetes.io/storage-class", out var beta) ? beta : claim.Spec.StorageClassName ?? "";
        if (storageClass.Length > 0)
        {
            usage = usage.With(storageClass + ClassSuffix + "persistentvolumeclaims", 1);
        }
        if (claim.Spec.Resources.Requests.TryGetValue("storage", out var storage))
        {
            // While a claim shrinks back, what is allocated still counts.
            if (claim.Status.AllocatedResources.TryGetValue("storage", out var allocated) && allocated > storage)
            {
                storage = allocated;
            }
            usage = usage.With("requests.storage", storage);
            if (storageClass.Length > 0)
            {
                usage = usage.With(storageClass + ClassSuffix + "requests.storage", storage);
            }
        }
        return usage;
    }

    protected override bool MatchesScope(ScopedResourceSelectorRequirement scope, IObject item)
    {
        if (scope.ScopeName != "VolumeAttributesClass" || item is not PersistentVolumeClaim claim)
        {
            return false;
        }
        string?[] all = [claim.Spec.VolumeAttributesClassName, claim.Status.CurrentVolumeAttributesClassName, claim.Status.ModifyVolumeStatus?.TargetVolumeAttributesClassName];
        string[] names = [.. all.Where(n => !string.IsNullOrEmpty(n))!];
        return scope.Operator switch
        {
            "Exists" => names.Length > 0,
            "DoesNotExist" => names.Length == 0,
            "In" => names.Any(n => scope.Values.Contains(n)),
            "NotIn" => !names.Any(n => scope.Values.Contains(n)),
            _ => false,
        };
    }
}
