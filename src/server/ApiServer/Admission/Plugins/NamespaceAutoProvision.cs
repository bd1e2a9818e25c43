using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Makes the namespace of a new object when it is missing.</summary>
public sealed class NamespaceAutoProvision(IClusterView cluster, IClusterWriter writer) : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "NamespaceAutoProvision";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create;

    /// <inheritdoc/>
    public async ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.DryRun || attributes.Namespace.Length == 0 || attributes.Kind is { Group: "", Kind: "Namespace" } ||
            attributes.Resource is { Group: "authorization.k8s.io", Resource: "localsubjectaccessreviews" } ||
            cluster.Get<Namespace>("", attributes.Namespace) is not null)
        {
            return null;
        }
        await writer.CreateAsync(Namespace.Empty with { Metadata = ObjectMeta.Empty with { Name = attributes.Namespace } }, cancellationToken)
            .ConfigureAwait(false);
        return null;
    }
}
