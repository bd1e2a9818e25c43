using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Refuses requests in a namespace that does not exist.</summary>
public sealed class NamespaceExists(IClusterView cluster) : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "NamespaceExists";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update | AdmissionOperation.Delete;

    /// <inheritdoc/>
    public async ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.Namespace.Length == 0 || attributes.Kind is { Group: "", Kind: "Namespace" })
        {
            return null;
        }
        var found = cluster.Get<Namespace>("", attributes.Namespace)
            ?? await cluster.GetLiveAsync<Namespace>("", attributes.Namespace, cancellationToken).ConfigureAwait(false);
        return found is null ? Refusal.NotFound("", "namespaces", attributes.Namespace) : null;
    }
}
