namespace Cybernetes.Store.Embedded.Snapshots;

/// <summary>What is in a snapshot, or in a store that is not in use.</summary>
/// <param name="Hash">CRC-32C over every key that exists with its value and revisions: two stores with the same content have the same.</param>
/// <param name="Revision">The newest revision.</param>
/// <param name="CompactRevision">The oldest revision that can be read; none: never compacted.</param>
/// <param name="Keys">How many keys exist.</param>
/// <param name="SizeBytes">The file's size.</param>
public sealed record SnapshotStatus(uint Hash, Revision Revision, Revision CompactRevision, long Keys, long SizeBytes);
