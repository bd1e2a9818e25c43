using System.Globalization;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubelet.Maintenance;

/// <summary>A signal and the value below which it calls for eviction, as a quantity or a share of the capacity.</summary>
internal sealed record Threshold(string Signal, Quantity? Value, double Share)
{
    /// <summary>Reads "100Mi" or "10%"; throws <see cref="FormatException"/>.</summary>
    public static Threshold Parse(string signal, string text)
    {
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

    /// <summary>The node condition, resource and file that a signal stands for.</summary>
    public (string Pressure, string Resource) Meaning => Signal switch
    {
        "memory.available" => ("memory", "memory"),
        "pid.available" => ("pid", "pids"),
        "nodefs.inodesFree" or "imagefs.inodesFree" => ("disk", "inodes"),
        _ => ("disk", "ephemeral-storage"),
    };
}
