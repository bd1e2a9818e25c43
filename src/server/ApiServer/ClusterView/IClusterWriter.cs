using Cybernetes.Api;

namespace Cybernetes.ApiServer.ClusterView;

/// <summary>Writes by the server itself, straight to its registry: no authentication, authorization or admission. Thread safe.</summary>
public interface IClusterWriter
{
    /// <summary>Creates an object; false when one of that name is there.</summary>
    ValueTask<bool> CreateAsync<T>(T item, CancellationToken cancellationToken) where T : class, IObject<T>;

    /// <summary>Replaces an object whose resource version is still the given one; null when it is not, or the object is gone.</summary>
    ValueTask<T?> UpdateAsync<T>(T item, CancellationToken cancellationToken) where T : class, IObject<T>;
}
