using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <content>Volumes whose drivers are gone.</content>
internal static partial class PodWarnings
{
    private static void Volumes(PodSpec spec, FieldPath path, List<string> warnings)
    {
        for (var i = 0; i < spec.Volumes.Count; i++)
        {
            var (source, at) = (spec.Volumes[i].VolumeSource, path.Child("volumes").Index(i));
            var words = source switch
            {
                { PhotonPersistentDisk: not null } => "photonPersistentDisk: deprecated in v1.11, non-functional in v1.16+",
                { GitRepo: not null } => "gitRepo: deprecated in v1.11, and disabled by default in v1.33+",
                { ScaleIO: not null } => "scaleIO: deprecated in v1.16, non-functional in v1.22+",
                { Flocker: not null } => "flocker: deprecated in v1.22, non-functional in v1.25+",
                { Storageos: not null } => "storageOS: deprecated in v1.22, non-functional in v1.25+",
                { Quobyte: not null } => "quobyte: deprecated in v1.22, non-functional in v1.25+",
                { Glusterfs: not null } => "glusterfs: deprecated in v1.25, non-functional in v1.26+",
                { Cephfs: not null } => "cephfs: deprecated in v1.28, non-functional in v1.31+",
                { Rbd: not null } => "rbd: deprecated in v1.28, non-functional in v1.31+",
                _ => null,
            };
            if (words is not null)
            {
                warnings.Add($"{at}.{words}");
            }

            if (source.EmptyDir is { SizeLimit: { } limit } && limit.MilliValue % 1000 != 0)
            {
                warnings.Add($"{at}.emptyDir.sizeLimit: fractional byte value {GoText.Quote(limit.ToString())} is invalid, must be an integer");
            }
        }
    }
}
