using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Gives each new pod its service account, the token volume and the account's pull secrets.</summary>
public sealed class ServiceAccountPlugin(IClusterView cluster, TimeProvider time) : IAdmissionPlugin
{
    private const string MirrorAnnotation = "kubernetes.io/config.mirror";
    private const string EnforceMountable = "kubernetes.io/enforce-mountable-secrets";
    private static readonly TimeSpan _retryInterval = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public string Name => "ServiceAccount";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public async ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.Operation != AdmissionOperation.Create || !attributes.IsFor("pods") || attributes.Object is not Pod pod)
        {
            return null;
        }
        if (pod.Metadata.Annotations.ContainsKey(MirrorAnnotation))
        {
            return RefuseMirror(attributes, pod);
        }
        var spec = pod.Spec;
        var name = spec.ServiceAccountName.Length > 0 ? spec.ServiceAccountName : "default";
        spec = spec with { ServiceAccountName = name, ServiceAccount = name };
        var account = await FindAsync(attributes.Namespace, name, cancellationToken).ConfigureAwait(false);
        if (account is null)
        {
            return RefuseMissing(attributes, name);
        }
        if (spec.AutomountServiceAccountToken ?? account.AutomountServiceAccountToken ?? true)
        {
            spec = PodTokenVolume.Mount(spec);
        }
        if (spec.ImagePullSecrets.IsEmpty && !account.ImagePullSecrets.IsEmpty)
        {
            spec = spec with { ImagePullSecrets = account.ImagePullSecrets };
        }
        attributes.Object = pod with { Spec = spec };
        return RefuseUnlistedSecrets(attributes, account, spec);
    }

    /// <inheritdoc/>
    public async ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.Resource is not { Group: "", Resource: "pods" } || attributes.Object is not Pod pod ||
            !(attributes.Operation == AdmissionOperation.Create ? attributes.Subresource.Length == 0 : attributes.Subresource == "ephemeralcontainers"))
        {
            return null;
        }
        if (pod.Metadata.Annotations.ContainsKey(MirrorAnnotation))
        {
            return RefuseMirror(attributes, pod);
        }
        if (pod.Spec.ServiceAccountName.Length == 0)
        {
            return Refusal.Forbidden(attributes, $"no service account specified for pod {attributes.Namespace}/{pod.Metadata.Name}");
        }
        var account = await FindAsync(attributes.Namespace, pod.Spec.ServiceAccountName, cancellationToken).ConfigureAwait(false);
        return account is null ? RefuseMissing(attributes, pod.Spec.ServiceAccountName) : RefuseUnlistedSecrets(attributes, account, pod.Spec);
    }

    // The default account of a new namespace may be moments away, so it is waited for.
    private async ValueTask<ServiceAccount?> FindAsync(string @namespace, string name, CancellationToken cancellationToken)
    {
        if (cluster.Get<ServiceAccount>(@namespace, name) is { } cached)
        {
            return cached;
        }
        var attempts = name == "default" ? 10 : 1;
        for (var i = 0; i < attempts; i++)
        {
            if (i > 0)
            {
                await Task.Delay(_retryInterval, time, cancellationToken).ConfigureAwait(false);
            }
            if (await cluster.GetLiveAsync<ServiceAccount>(@namespace, name, cancellationToken).ConfigureAwait(false) is { } live)
            {
                return live;
            }
        }
        return null;
    }

    private static Status RefuseMissing(AdmissionAttributes attributes, string name) => Refusal.Forbidden(attributes,
        $"error looking up service account {attributes.Namespace}/{name}: serviceaccount \"{name}\" not found");

    private static Status? RefuseMirror(AdmissionAttributes attributes, Pod pod)
    {
        if (pod.Spec.ServiceAccountName.Length > 0)
        {
            return Refusal.Forbidden(attributes, "a mirror pod may not reference service accounts");
        }
        if (PodReferences.Secrets(pod.Spec).Any())
        {
            return Refusal.Forbidden(attributes, "a mirror pod may not reference secrets");
        }
        return pod.Spec.Volumes.Any(v => (v.VolumeSource.Projected?.Sources ?? default).Any(s => s.ServiceAccountToken is not null))
            ? Refusal.Forbidden(attributes, "a mirror pod may not use ServiceAccountToken volume projections")
            : null;
    }

    private static Status? RefuseUnlistedSecrets(AdmissionAttributes attributes, ServiceAccount account, PodSpec spec)
    {
        if (!string.Equals(account.Metadata.Annotations.GetValueOrDefault(EnforceMountable), "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var mountable = account.Secrets.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var pullable = account.ImagePullSecrets.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var volume in spec.Volumes)
        {
            if (volume.VolumeSource.Secret is { } secret && !mountable.Contains(secret.SecretName))
            {
                return Refusal.Forbidden(attributes,
                    $"volume with secret.secretName=\"{secret.SecretName}\" is not allowed because service account {account.Metadata.Name} does not reference that secret");
            }
        }
        foreach (var (kind, container, env) in spec.InitContainers.Select(c => ("init container", c.Name, c.Env)).Concat(spec.Containers.Select(c => ("container", c.Name, c.Env))))
        {
            foreach (var variable in env)
            {
                if (variable.ValueFrom?.SecretKeyRef is { } key && !mountable.Contains(key.LocalObjectReference.Name))
                {
                    return Refusal.Forbidden(attributes,
                        $"{kind} {container} with envVar {variable.Name} referencing secret.secretName=\"{key.LocalObjectReference.Name}\" is not allowed because service account {account.Metadata.Name} does not reference that secret");
                }
            }
        }
        foreach (var reference in spec.ImagePullSecrets)
        {
            if (!pullable.Contains(reference.Name))
            {
                return Refusal.Forbidden(attributes,
                    $"imagePullSecrets[0].name=\"{reference.Name}\" is not allowed because service account {account.Metadata.Name} does not reference that imagePullSecret");
            }
        }
        return null;
    }
}
