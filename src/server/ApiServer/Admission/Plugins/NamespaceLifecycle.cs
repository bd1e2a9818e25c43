using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Keeps objects out of namespaces that are missing or on their way out, and the system namespaces from deletion.</summary>
public sealed class NamespaceLifecycle(IClusterView cluster) : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "NamespaceLifecycle";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update | AdmissionOperation.Delete;

    /// <inheritdoc/>
    public async ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        var isNamespace = attributes.Kind is { Group: "", Kind: "Namespace" };
        if (attributes.Operation == AdmissionOperation.Delete && isNamespace && attributes.Name is ("default" or "kube-system" or "kube-public"))
        {
            return ForbiddenStatus.For(attributes.Resource.Group, attributes.Resource.Resource, attributes.Name, "this namespace may not be deleted");
        }
        if (isNamespace || attributes.Namespace.Length == 0 || attributes.Operation == AdmissionOperation.Delete ||
            attributes.Resource is { Group: "authorization.k8s.io", Resource: "localsubjectaccessreviews" })
        {
            return null;
        }
        var found = cluster.Get<Namespace>("", attributes.Namespace)
            ?? await cluster.GetLiveAsync<Namespace>("", attributes.Namespace, cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return Refusal.NotFound("", "namespaces", attributes.Namespace);
        }
        if (attributes.Operation != AdmissionOperation.Create || found.Status.Phase != "Terminating")
        {
            return null;
        }
        var refusal = Refusal.Forbidden(attributes, $"unable to create new content in namespace {attributes.Namespace} because it is being terminated");
        return refusal with
        {
            Details = refusal.Details! with
            {
                Causes =
                [
                    StatusCause.Empty with
                    {
                        Reason = "NamespaceTerminating",
                        Message = $"namespace {attributes.Namespace} is being terminated",
                        Field = "metadata.namespace",
                    },
                ],
            },
        };
    }
}
