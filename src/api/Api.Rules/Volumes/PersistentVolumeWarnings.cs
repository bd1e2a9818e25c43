using Cybernetes.Api.CoreV1;

namespace Cybernetes.Api.Rules;

/// <summary>What those who write persistent volumes are warned of.</summary>
internal static class PersistentVolumeWarnings
{
    public static void Of(PersistentVolume obj, List<string> warnings)
    {
        if (obj.Metadata.Annotations.ContainsKey("volume.beta.kubernetes.io/storage-class"))
        {
            warnings.Add("metadata.annotations[volume.beta.kubernetes.io/storage-class]: deprecated since v1.8; use \"storageClassName\" attribute instead");
        }

        if (obj.Metadata.Annotations.ContainsKey("volume.beta.kubernetes.io/mount-options"))
        {
            warnings.Add("metadata.annotations[volume.beta.kubernetes.io/mount-options]: deprecated since v1.31; use \"mountOptions\" attribute instead");
        }

        if (obj.Spec.PersistentVolumeReclaimPolicy == "Recycle")
        {
            warnings.Add("spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.");
        }

        Affinity(obj.Spec.NodeAffinity?.Required, warnings);
        var source = obj.Spec.PersistentVolumeSource;
        Gone(source.Cephfs, "cephfs", "v1.28", "v1.31", warnings);
        Gone(source.PhotonPersistentDisk, "photonPersistentDisk", "v1.11", "v1.16", warnings);
        Gone(source.ScaleIO, "scaleIO", "v1.16", "v1.22", warnings);
        Gone(source.Storageos, "storageOS", "v1.22", "v1.25", warnings);
        Gone(source.Glusterfs, "glusterfs", "v1.25", "v1.26", warnings);
        Gone(source.Quobyte, "quobyte", "v1.22", "v1.25", warnings);
        Gone(source.Flocker, "flocker", "v1.22", "v1.25", warnings);
        Gone(source.Rbd, "rbd", "v1.28", "v1.31", warnings);
    }

    private static void Gone(object? source, string name, string deprecated, string gone, List<string> warnings)
    {
        if (source is not null)
        {
            warnings.Add($"spec.{name}: deprecated in {deprecated}, non-functional in {gone}+");
        }
    }

    private static void Affinity(NodeSelector? selector, List<string> warnings)
    {
        for (var i = 0; i < (selector?.NodeSelectorTerms.Count ?? 0); i++)
        {
            var rows = selector!.NodeSelectorTerms[i].MatchExpressions;
            for (var j = 0; j < rows.Count; j++)
            {
                if (NodeLabels.Deprecation(rows[j].Key) is { } text)
                {
                    warnings.Add($"spec.nodeAffinity.required.nodeSelectorTerms[{i}].matchExpressions[{j}].key: {rows[j].Key} is {text}");
                }
            }
        }
    }
}
