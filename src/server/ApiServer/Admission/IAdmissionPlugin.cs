using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission;

/// <summary>
/// One admission plugin. Null lets the request pass; a <see cref="Status"/> refuses it. All plugins mutate before any validates. Thread safe.
/// </summary>
public interface IAdmissionPlugin
{
    /// <summary>Upstream's name, as <c>--enable-admission-plugins</c> takes it.</summary>
    string Name { get; }

    /// <summary>The operations the plugin wants to see.</summary>
    AdmissionOperation Operations { get; }

    /// <summary>May change the object.</summary>
    ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken) => default;

    /// <summary>May refuse the request; the object is final.</summary>
    ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken) => default;
}
