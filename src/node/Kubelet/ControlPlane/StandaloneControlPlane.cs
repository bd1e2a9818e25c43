using System.Runtime.CompilerServices;
using Cybernetes.Api;
using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.ControlPlane;

/// <summary>No API server: the kubelet runs static pods alone.</summary>
public sealed class StandaloneControlPlane : IControlPlane
{
    /// <inheritdoc/>
    public Task<T?> GetAsync<T>(string @namespace, string name, CancellationToken cancellationToken)
        where T : class, IObject<T> => throw None();

    /// <inheritdoc/>
    public IReadOnlyList<Service> ServicesOf(string @namespace) => [];

    /// <inheritdoc/>
    public Task<T> CreateAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T> => throw None();

    /// <inheritdoc/>
    public Task<T> UpdateAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T> => throw None();

    /// <inheritdoc/>
    public Task<T> UpdateStatusAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T> => throw None();

    /// <inheritdoc/>
    public Task DeleteAsync<T>(string @namespace, string name, string uid, long? gracePeriodSeconds, CancellationToken cancellationToken)
        where T : class, IObject<T> => throw None();

    /// <inheritdoc/>
    public Task<TokenRequest> CreateTokenAsync(string @namespace, string serviceAccount, TokenRequest request, CancellationToken cancellationToken) => throw None();

    /// <inheritdoc/>
    public async IAsyncEnumerable<PodUpdate> WatchPodsAsync(string nodeName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new PodUpdate.Snapshot([]);
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
    }

    private static ControlPlaneException None() => new(0, "", "cannot connect to API server: no kubeconfig was given");
}
