namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Lets everything pass; kept because scripts name it.</summary>
public sealed class AlwaysAdmit : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "AlwaysAdmit";

    /// <inheritdoc/>
    public AdmissionOperation Operations => default;
}
