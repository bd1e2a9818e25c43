using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>No Service gets new external addresses (CVE-2020-8554).</summary>
public sealed class DenyServiceExternalIPs : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "DenyServiceExternalIPs";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.Resource is not { Group: "", Resource: "services" } || attributes.Object is not Service service)
        {
            return default;
        }
        var old = (attributes.OldObject as Service)?.Spec.ExternalIPs ?? default;
        return ValueTask.FromResult(service.Spec.ExternalIPs.All(ip => old.Contains(ip))
            ? null
            : Refusal.Forbidden(attributes, "Use of external IPs is denied by admission control."));
    }
}
