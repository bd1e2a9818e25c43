using System.Security.Cryptography;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Mounts the projected service account token where upstream does: <c>kube-api-access-xxxxx</c> at the well-known path. Pure but for the name.</summary>
internal static class PodTokenVolume
{
    private const string MountPath = "/var/run/secrets/kubernetes.io/serviceaccount";
    private const string Prefix = "kube-api-access-";

    public static PodSpec Mount(PodSpec spec, Func<string>? newSuffix = null)
    {
        var existing = spec.Volumes.FirstOrDefault(v => v.Name.StartsWith(Prefix, StringComparison.Ordinal));
        var name = existing?.Name ?? Prefix + (newSuffix ?? NewSuffix)();
        var mount = VolumeMount.Empty with { Name = name, ReadOnly = true, MountPath = MountPath };
        var mounted = false;
        Container Add(Container container)
        {
            if (container.VolumeMounts.Any(m => m.MountPath == MountPath))
            {
                return container;
            }
            mounted = true;
            return container with { VolumeMounts = container.VolumeMounts.Add(mount) };
        }
        spec = spec with { InitContainers = spec.InitContainers.Update(Add), Containers = spec.Containers.Update(Add) };
        return mounted && existing is null ? spec with { Volumes = spec.Volumes.Add(Source(name)) } : spec;
    }

    private static Volume Source(string name) => Volume.Empty with
    {
        Name = name,
        VolumeSource = VolumeSource.Empty with
        {
            Projected = ProjectedVolumeSource.Empty with
            {
                DefaultMode = 420,
                Sources =
                [
                    // One hour and a bit, so that tokens of this kind are told apart from those that ask for an hour.
                    VolumeProjection.Empty with { ServiceAccountToken = ServiceAccountTokenProjection.Empty with { Path = "token", ExpirationSeconds = 3607 } },
                    VolumeProjection.Empty with
                    {
                        ConfigMap = ConfigMapProjection.Empty with
                        {
                            LocalObjectReference = LocalObjectReference.Empty with { Name = "kube-root-ca.crt" },
                            Items = [KeyToPath.Empty with { Key = "ca.crt", Path = "ca.crt" }],
                        },
                    },
                    VolumeProjection.Empty with
                    {
                        DownwardAPI = DownwardAPIProjection.Empty with
                        {
                            Items =
                            [
                                DownwardAPIVolumeFile.Empty with
                                {
                                    Path = "namespace",
                                    FieldRef = ObjectFieldSelector.Empty with { ApiVersion = "v1", FieldPath = "metadata.namespace" },
                                },
                            ],
                        },
                    },
                ],
            },
        },
    };

    private static string NewSuffix() => RandomNumberGenerator.GetString("bcdfghjklmnpqrstvwxz2456789", 5);
}
