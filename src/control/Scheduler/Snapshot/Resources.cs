using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Scheduler.Snapshot;

/// <summary>Amounts as the scheduler counts them: CPU in millicores, memory and ephemeral storage in bytes, other resources in units.</summary>
public sealed class Resources
{
    private Dictionary<string, long>? _scalars;

    /// <summary>CPU in millicores.</summary>
    public long MilliCpu { get; private set; }

    /// <summary>Memory in bytes.</summary>
    public long Memory { get; private set; }

    /// <summary>Ephemeral storage in bytes.</summary>
    public long EphemeralStorage { get; private set; }

    /// <summary>Pods a node may run.</summary>
    public long AllowedPods { get; private set; }

    /// <summary>Extended resources, huge pages and the like.</summary>
    public IReadOnlyDictionary<string, long> Scalars => _scalars ?? (IReadOnlyDictionary<string, long>)_none;

    private static readonly Dictionary<string, long> _none = [];

    /// <summary>Reads a resource list.</summary>
    public static Resources From(ValueMap<Quantity> list)
    {
        var resources = new Resources();
        resources.Add(list);
        return resources;
    }

    /// <summary>One amount; 0 where there is none.</summary>
    public long this[string resource] => resource switch
    {
        "cpu" => MilliCpu,
        "memory" => Memory,
        "ephemeral-storage" => EphemeralStorage,
        "pods" => AllowedPods,
        _ => Scalars.GetValueOrDefault(resource),
    };

    /// <summary>True for resources whose requests count against a node without being CPU, memory or storage.</summary>
    public static bool IsScalar(string resource) =>
        resource.Contains('/', StringComparison.Ordinal) || resource.StartsWith("hugepages-", StringComparison.Ordinal) || resource.StartsWith("attachable-volumes-", StringComparison.Ordinal);

    /// <summary>Adds a resource list.</summary>
    public void Add(ValueMap<Quantity> list)
    {
        foreach (var (resource, quantity) in list)
        {
            Change(resource, Amount(resource, quantity));
        }
    }

    /// <summary>Raises each amount to at least that of a resource list.</summary>
    public void Max(Resources other)
    {
        MilliCpu = Math.Max(MilliCpu, other.MilliCpu);
        Memory = Math.Max(Memory, other.Memory);
        EphemeralStorage = Math.Max(EphemeralStorage, other.EphemeralStorage);
        foreach (var (resource, amount) in other.Scalars)
        {
            (_scalars ??= [])[resource] = Math.Max(Scalars.GetValueOrDefault(resource), amount);
        }
    }

    /// <summary>Adds, or with -1 takes away, other amounts.</summary>
    public void Add(Resources other, int sign = 1)
    {
        MilliCpu += sign * other.MilliCpu;
        Memory += sign * other.Memory;
        EphemeralStorage += sign * other.EphemeralStorage;
        foreach (var (resource, amount) in other.Scalars)
        {
            (_scalars ??= [])[resource] = Scalars.GetValueOrDefault(resource) + (sign * amount);
        }
    }

    /// <summary>Puts one amount in place of what was there.</summary>
    public void Set(string resource, long amount) => Change(resource, amount - this[resource]);

    /// <summary>A copy.</summary>
    public Resources Clone() => new()
    {
        MilliCpu = MilliCpu,
        Memory = Memory,
        EphemeralStorage = EphemeralStorage,
        AllowedPods = AllowedPods,
        _scalars = _scalars is null ? null : new(_scalars),
    };

    /// <summary>The amount of a quantity in the unit of its resource.</summary>
    public static long Amount(string resource, Quantity quantity) => resource == "cpu" ? quantity.MilliValue : quantity.Value;

    private void Change(string resource, long difference)
    {
        switch (resource)
        {
            case "cpu":
                MilliCpu += difference;
                break;
            case "memory":
                Memory += difference;
                break;
            case "ephemeral-storage":
                EphemeralStorage += difference;
                break;
            case "pods":
                AllowedPods += difference;
                break;
            default:
                if (IsScalar(resource))
                {
                    (_scalars ??= [])[resource] = Scalars.GetValueOrDefault(resource) + difference;
                }

                break;
        }
    }
}
