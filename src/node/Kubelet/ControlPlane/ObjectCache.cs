using System.Collections.Concurrent;
using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Envs;

namespace Cybernetes.Kubelet.ControlPlane;

/// <summary>
/// Reads what pods refer to, with answers kept for a short time so that many containers starting at once ask once. Errors are phrased as a
/// container or a mount shows them. Thread-safe.
/// </summary>
internal sealed class ObjectCache(IControlPlane api, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<(Type, string, string), (DateTimeOffset At, object? Value)> _entries = new();

    public async Task<ConfigMap?> ConfigMapAsync(string @namespace, string name, bool optional, CancellationToken cancellationToken) =>
        await FindAsync<ConfigMap>(@namespace, name, cancellationToken).ConfigureAwait(false) ?? (optional ? null : throw new ConfigErrorException($"configmap \"{name}\" not found"));

    public async Task<Secret?> SecretAsync(string @namespace, string name, bool optional, CancellationToken cancellationToken) =>
        await FindAsync<Secret>(@namespace, name, cancellationToken).ConfigureAwait(false) ?? (optional ? null : throw new ConfigErrorException($"secret \"{name}\" not found"));

    /// <summary>The Services of a namespace, and the API server's own; null when they have not been read yet.</summary>
    public IReadOnlyList<Service>? ServicesOf(string @namespace)
    {
        var services = api.ServicesOf(@namespace);
        return services is null || @namespace == "default" ? services : [.. services, .. (api.ServicesOf("default") ?? []).Where(s => s.Metadata.Name == "kubernetes")];
    }

    /// <summary>One object; null when it does not exist.</summary>
    public async Task<T?> FindAsync<T>(string @namespace, string name, CancellationToken cancellationToken)
        where T : class, IObject<T>
    {
        var key = (typeof(T), @namespace, name);
        if (_entries.TryGetValue(key, out var entry) && time.GetUtcNow() - entry.At < Lifetime)
        {
            return (T?)entry.Value;
        }

        try
        {
            var value = await api.GetAsync<T>(@namespace, name, cancellationToken).ConfigureAwait(false);
            if (_entries.Count > 4096)
            {
                _entries.Clear();
            }

            if (value is not null)
            {
                // What is missing may be there the next moment.
                _entries[key] = (time.GetUtcNow(), value);
            }

            return value;
        }
        catch (ControlPlaneException e)
        {
            throw new ConfigErrorException(e.Message);
        }
    }
}
