using Cybernetes.Api.MetaV1;
using Cybernetes.Api.NetworkingV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Gives ingresses that name no class the newest default one.</summary>
public sealed class DefaultIngressClass(IClusterView cluster) : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "DefaultIngressClass";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.IsFor("ingresses", group: "networking.k8s.io") && attributes.Object is Ingress { Spec.IngressClassName: null } ingress &&
            !ingress.Metadata.Annotations.ContainsKey("kubernetes.io/ingress.class") && Default() is { } found)
        {
            attributes.Object = ingress with { Spec = ingress.Spec with { IngressClassName = found.Metadata.Name } };
        }
        return default;
    }

    private IngressClass? Default() => cluster.List<IngressClass>()
        .Where(c => c.Metadata.Annotations.GetValueOrDefault("ingressclass.kubernetes.io/is-default-class") == "true")
        .OrderByDescending(c => c.Metadata.CreationTimestamp).ThenBy(c => c.Metadata.Name, StringComparer.Ordinal)
        .FirstOrDefault();
}
