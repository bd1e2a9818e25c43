using System.Collections.Concurrent;
using System.Globalization;
using Cybernetes.Api;
using Cybernetes.Api.CoreV1;

namespace Cybernetes.Scheduler.Snapshot;

/// <summary>
/// Volumes and claims as they will be once the bindings under way are done: what was decided but not yet seen. An entry gives way to any newer version
/// that is seen. Thread-safe.
/// </summary>
public sealed class AssumedVolumes
{
    private readonly ConcurrentDictionary<string, PersistentVolume> _volumes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PersistentVolumeClaim> _claims = new(StringComparer.Ordinal);

    /// <summary>Takes a volume as good as written.</summary>
    public void Assume(PersistentVolume volume) => _volumes[volume.Metadata.Name] = volume;

    /// <summary>Takes a claim as good as written.</summary>
    public void Assume(PersistentVolumeClaim claim) => _claims[Key(claim)] = claim;

    /// <summary>Goes back to what is seen.</summary>
    public void Forget(PersistentVolume volume) => _volumes.TryRemove(volume.Metadata.Name, out _);

    /// <summary>Goes back to what is seen.</summary>
    public void Forget(PersistentVolumeClaim claim) => _claims.TryRemove(Key(claim), out _);

    /// <summary>The volume as assumed, or as seen where that is newer.</summary>
    public PersistentVolume? Over(PersistentVolume? seen) => Over(_volumes, seen?.Metadata.Name ?? "", seen);

    /// <summary>The claim as assumed, or as seen where that is newer.</summary>
    public PersistentVolumeClaim? Over(PersistentVolumeClaim? seen) => Over(_claims, seen is null ? "" : Key(seen), seen);

    private static T? Over<T>(ConcurrentDictionary<string, T> assumed, string key, T? seen)
        where T : class, IObject
    {
        if (seen is null || assumed.IsEmpty || !assumed.TryGetValue(key, out var entry))
        {
            return seen;
        }

        if (VersionOf(seen) <= VersionOf(entry))
        {
            return entry;
        }

        assumed.TryRemove(new KeyValuePair<string, T>(key, entry));
        return seen;
    }

    private static string Key(PersistentVolumeClaim claim) => $"{claim.Metadata.Namespace}/{claim.Metadata.Name}";

    private static ulong VersionOf(IObject value) => ulong.TryParse(value.Metadata.ResourceVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
