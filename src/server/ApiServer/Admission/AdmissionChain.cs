using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission;

/// <summary>The enabled plugins in upstream's order. The first refusal ends it. Thread safe.</summary>
public sealed class AdmissionChain(IReadOnlyList<IAdmissionPlugin> plugins)
{
    private readonly IAdmissionPlugin[] _plugins = [.. plugins];

    /// <summary>The plugins' names in order.</summary>
    public IReadOnlyList<string> Names => [.. _plugins.Select(p => p.Name)];

    /// <summary>Lets every plugin change the object.</summary>
    public async ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        foreach (var plugin in _plugins)
        {
            if ((plugin.Operations & attributes.Operation) != 0 &&
                await plugin.MutateAsync(attributes, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }

    /// <summary>Lets every plugin judge the final object.</summary>
    public async ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        foreach (var plugin in _plugins)
        {
            if ((plugin.Operations & attributes.Operation) != 0 &&
                await plugin.ValidateAsync(attributes, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }
}
