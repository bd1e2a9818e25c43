using System.Text;
using Cybernetes.Api.CertificatesV1Beta1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Kubelet.Envs;

namespace Cybernetes.Kubelet.Volumes;

/// <summary>Projects a ClusterTrustBundle named by a pod (KEP-3257).</summary>
internal static class TrustBundles
{
    public static async Task<Dictionary<string, PayloadFile>> FilesAsync(ObjectCache objects, ClusterTrustBundleProjection projection, int mode, CancellationToken cancellationToken)
    {
        var text = "";
        if (projection.Name is { Length: > 0 } name)
        {
            var bundle = await objects.FindAsync<ClusterTrustBundle>("", name, cancellationToken).ConfigureAwait(false);
            if (bundle is null && projection.Optional != true)
            {
                throw new ConfigErrorException($"clustertrustbundle \"{name}\" not found");
            }

            text = bundle?.Spec.TrustBundle ?? "";
        }

        return new() { [projection.Path] = new(Encoding.UTF8.GetBytes(text), mode) };
    }
}
