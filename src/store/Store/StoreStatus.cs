namespace Cybernetes.Store;

/// <summary>How the store is.</summary>
/// <param name="Engine">Which one: <c>embedded</c>, <c>memory</c> or <c>etcd</c>.</param>
/// <param name="Version">The engine's version, as etcd's status tells it.</param>
/// <param name="Revision">The newest revision.</param>
/// <param name="CompactRevision">The oldest revision that can be read; <see cref="Revision.None"/> when never compacted or unknown.</param>
/// <param name="SizeBytes">Allocated size of the database.</param>
/// <param name="SizeInUseBytes">Of it, what is in use.</param>
public sealed record StoreStatus(
    string Engine, string Version, Revision Revision, Revision CompactRevision, long SizeBytes, long SizeInUseBytes);
