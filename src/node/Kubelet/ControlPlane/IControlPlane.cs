using Cybernetes.Api;
using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.ControlPlane;

/// <summary>
/// What the kubelet asks of the API server, and nothing more. Methods throw <see cref="ControlPlaneException"/> for every refusal but "not
/// found" of a get, and when the server cannot be reached. Implementations are thread-safe.
/// </summary>
public interface IControlPlane
{
    /// <summary>One object; null when it does not exist. The namespace of a cluster-wide kind is empty.</summary>
    Task<T?> GetAsync<T>(string @namespace, string name, CancellationToken cancellationToken)
        where T : class, IObject<T>;

    /// <summary>The Services of a namespace; null until they have been read for the first time, which is before the first pods are told.</summary>
    IReadOnlyList<Service>? ServicesOf(string @namespace);

    /// <summary>Creates an object.</summary>
    Task<T> CreateAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T>;

    /// <summary>Replaces an object; a conflict when its resource version is stale.</summary>
    Task<T> UpdateAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T>;

    /// <summary>Replaces an object's status.</summary>
    Task<T> UpdateStatusAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T>;

    /// <summary>Deletes an object if it still has that uid; no error when it is gone.</summary>
    Task DeleteAsync<T>(string @namespace, string name, string uid, long? gracePeriodSeconds, CancellationToken cancellationToken)
        where T : class, IObject<T>;

    /// <summary>Asks for a token of a service account.</summary>
    Task<TokenRequest> CreateTokenAsync(string @namespace, string serviceAccount, TokenRequest request, CancellationToken cancellationToken);

    /// <summary>The pods bound to the node, from now on: first all of them, then each change. Reconnects by itself.</summary>
    IAsyncEnumerable<PodUpdate> WatchPodsAsync(string nodeName, CancellationToken cancellationToken);
}
