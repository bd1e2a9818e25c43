using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Refuses everything; for tests.</summary>
public sealed class AlwaysDeny : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "AlwaysDeny";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.All;

    /// <inheritdoc/>
    public ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Status?>(Refusal.Forbidden(attributes, "admission control is denying all modifications"));
}
