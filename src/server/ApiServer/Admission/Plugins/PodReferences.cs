using Cybernetes.Api.CoreV1;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>The names of the secrets, config maps and claims that a pod uses. Pure.</summary>
internal static class PodReferences
{
    /// <summary>Every secret the pod names, in volumes, environments and pull secrets.</summary>
    public static IEnumerable<string> Secrets(PodSpec spec)
    {
        foreach (var reference in spec.ImagePullSecrets)
        {
            yield return reference.Name;
        }
        foreach (var (env, from) in Environments(spec))
        {
            foreach (var source in from)
            {
                if (source.SecretRef is { } secret)
                {
                    yield return secret.LocalObjectReference.Name;
                }
            }
            foreach (var variable in env)
            {
                if (variable.ValueFrom?.SecretKeyRef is { } key)
                {
                    yield return key.LocalObjectReference.Name;
                }
            }
        }
        foreach (var volume in spec.Volumes)
        {
            foreach (var name in Secrets(volume.VolumeSource))
            {
                yield return name;
            }
        }
    }

    /// <summary>Every config map the pod names.</summary>
    public static IEnumerable<string> ConfigMaps(PodSpec spec)
    {
        foreach (var (env, from) in Environments(spec))
        {
            foreach (var source in from)
            {
                if (source.ConfigMapRef is { } map)
                {
                    yield return map.LocalObjectReference.Name;
                }
            }
            foreach (var variable in env)
            {
                if (variable.ValueFrom?.ConfigMapKeyRef is { } key)
                {
                    yield return key.LocalObjectReference.Name;
                }
            }
        }
        foreach (var volume in spec.Volumes)
        {
            if (volume.VolumeSource.ConfigMap is { } map)
            {
                yield return map.LocalObjectReference.Name;
            }
            foreach (var source in volume.VolumeSource.Projected?.Sources ?? default)
            {
                if (source.ConfigMap is { } projected)
                {
                    yield return projected.LocalObjectReference.Name;
                }
            }
        }
    }

    /// <summary>Every claim the pod mounts, with those that ephemeral volumes make.</summary>
    public static IEnumerable<string> Claims(Pod pod)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            if (volume.VolumeSource.PersistentVolumeClaim is { } claim)
            {
                yield return claim.ClaimName;
            }
            else if (volume.VolumeSource.Ephemeral is not null)
            {
                yield return $"{pod.Metadata.Name}-{volume.Name}";
            }
        }
    }

    private static IEnumerable<(Api.Machinery.ValueList<EnvVar> Env, Api.Machinery.ValueList<EnvFromSource> From)> Environments(PodSpec spec) =>
        spec.InitContainers.Select(c => (c.Env, c.EnvFrom))
            .Concat(spec.Containers.Select(c => (c.Env, c.EnvFrom)))
            .Concat(spec.EphemeralContainers.Select(c => (c.EphemeralContainerCommon.Env, c.EphemeralContainerCommon.EnvFrom)));

    private static IEnumerable<string> Secrets(VolumeSource source)
    {
        string?[] names =
        [
            source.AzureFile?.SecretName,
            source.Cephfs?.SecretRef?.Name,
            source.Cinder?.SecretRef?.Name,
            source.FlexVolume?.SecretRef?.Name,
            source.Rbd?.SecretRef?.Name,
            source.Secret?.SecretName,
            source.ScaleIO?.SecretRef?.Name,
            source.Iscsi?.SecretRef?.Name,
            source.Storageos?.SecretRef?.Name,
            source.Csi?.NodePublishSecretRef?.Name,
            .. (source.Projected?.Sources ?? default).Select(s => s.Secret?.LocalObjectReference.Name),
        ];
        return names.Where(n => !string.IsNullOrEmpty(n))!;
    }
}
