using System.Globalization;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubelet.Maintenance;

/// <summary>A signal and the value below which it calls for eviction, as a quantity or a share of the capacity.</summary>
internal sealed record Threshold(string Signal, Quantity? Value, double Share)
{
    private static readonly HashSet<string> Known =
    [
        "memory.available", "nodefs.available", "nodefs.inodesFree", "imagefs.available", "imagefs.inodesFree", "containerfs.available", "containerfs.inodesFree",
        "allocatableMemory.available", "pid.available",
    ];

    /// <summary>How long the shortage must last; null for a hard threshold, which needs no time.</summary>
    public TimeSpan? Grace { get; init; }

    /// <summary>How far above the bound the signal must rise before the shortage is over.</summary>
    public Threshold? Reclaim { get; init; }

    /// <summary>Every threshold of a configuration; throws <see cref="FormatException"/>.</summary>
    public static IReadOnlyList<Threshold> All(KubeletOptions options)
    {
        foreach (var signal in options.EvictionSoftGracePeriod.Keys.Where(s => !options.EvictionSoft.ContainsKey(s)))
        {
            throw new FormatException($"grace period specified for the unknown soft eviction threshold {signal}");
        }

        return
        [
            .. options.EvictionHard.Select(e => Parse(e.Key, e.Value) with { Reclaim = ReclaimOf(e.Key) }),
            .. options.EvictionSoft.Select(e => Parse(e.Key, e.Value) with { Reclaim = ReclaimOf(e.Key), Grace = GraceOf(e.Key) }),
        ];

        Threshold? ReclaimOf(string signal) => options.EvictionMinimumReclaim.TryGetValue(signal, out var text) ? Parse(signal, text) : null;

        TimeSpan GraceOf(string signal) => options.EvictionSoftGracePeriod.TryGetValue(signal, out var text)
            ? Base.GoDuration.Parse(text)
            : throw new FormatException($"grace period must be specified for the soft eviction threshold {signal}");
    }

    /// <summary>Reads "100Mi" or "10%"; throws <see cref="FormatException"/>.</summary>
    public static Threshold Parse(string signal, string text)
    {
        if (!Known.Contains(signal))
        {
            throw new FormatException($"unsupported eviction signal {signal}");
        }

        if (text.EndsWith('%'))
        {
            return double.TryParse(text.TrimEnd('%'), CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100
                ? new(signal, null, percent / 100)
                : throw new FormatException($"eviction percentage threshold {signal} must be >= 0% and <= 100%: {text}");
        }

        return Quantity.TryParse(text, out var quantity) ? new(signal, quantity, 0) : throw new FormatException($"invalid eviction threshold {signal}: {text}");
    }

    /// <summary>The bound in the signal's own unit.</summary>
    public long Bound(long capacity) => Value?.Value ?? (long)(capacity * Share);

    /// <summary>Whether a signal is short; once it was (<paramref name="already"/>) it must rise by the minimum reclaim too.</summary>
    public bool IsMet(Observation seen, bool already) => seen.Available < Bound(seen.Capacity) + (already && Reclaim is { } more ? more.Bound(seen.Capacity) : 0);

    /// <summary>The node condition, resource and file that a signal stands for.</summary>
    public (string Pressure, string Resource) Meaning => Signal switch
    {
        "memory.available" or "allocatableMemory.available" => ("memory", "memory"),
        "pid.available" => ("pid", "pids"),
        "nodefs.inodesFree" or "imagefs.inodesFree" or "containerfs.inodesFree" => ("disk", "inodes"),
        _ => ("disk", "ephemeral-storage"),
    };
}
