using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Machine;

/// <summary>What the node's status is made of beside the machine.</summary>
internal sealed record NodeInputs
{
    public required IReadOnlyList<string> Addresses { get; init; }

    public required int Port { get; init; }

    public required string RuntimeVersion { get; init; }

    public required IReadOnlyList<V1.Image> Images { get; init; }

    public required V1.StatusResponse? Runtime { get; init; }

    /// <summary>Why the node is not ready; null when it is.</summary>
    public required string? NotReady { get; init; }

    /// <summary>Bytes of the file system below the kubelet's root.</summary>
    public required long StorageBytes { get; init; }

    /// <summary>Which of memory, disk and processes run short.</summary>
    public IReadOnlySet<string> Pressures { get; init; } = new HashSet<string>();
}

/// <summary>Makes the node's status and labels. Pure.</summary>
internal static class NodeStatusBuilder
{
    private const int MaxImages = 50;

    public static NodeStatus Build(KubeletOptions options, MachineInfo machine, NodeInputs inputs, NodeStatus before, DateTimeOffset now)
    {
        // Extended resources that others wrote stay, and pods may use all of them.
        var capacity = ValueMap.From(before.Capacity.Where(entry => entry.Key.Contains('/', StringComparison.Ordinal))).Overlay(Capacity(options, machine, inputs.StorageBytes));
        return before with
        {
            Capacity = capacity,
            Allocatable = Allocatable(options, capacity),
            Conditions = Conditions(inputs, before.Conditions, now),
            Addresses = [.. inputs.Addresses.Select(a => new NodeAddress { Type = "InternalIP", Address = a }), new NodeAddress { Type = "Hostname", Address = options.NodeName }],
            DaemonEndpoints = new() { KubeletEndpoint = new() { Port = inputs.Port } },
            NodeInfo = new()
            {
                MachineID = machine.MachineId,
                SystemUUID = machine.SystemUuid,
                BootID = machine.BootId,
                KernelVersion = machine.KernelVersion,
                OsImage = machine.OsImage,
                ContainerRuntimeVersion = inputs.RuntimeVersion,
                KubeletVersion = KubeletVersion.Full,
                OperatingSystem = "linux",
                Architecture = machine.Architecture,
                Swap = machine.SwapBytes > 0 ? new() { Capacity = machine.SwapBytes } : null,
            },
            Images = inputs.Images
                .OrderByDescending(i => i.Size)
                .Take(MaxImages)
                .Select(i => new ContainerImage { Names = i.RepoDigests.Concat(i.RepoTags).Take(5).ToValueList(), SizeBytes = (long)i.Size })
                .ToValueList(),
            RuntimeHandlers = (inputs.Runtime?.RuntimeHandlers ?? [])
                .Select(h => new NodeRuntimeHandler { Name = h.Name, Features = new() { RecursiveReadOnlyMounts = h.Features?.RecursiveReadOnlyMounts ?? false, UserNamespaces = h.Features?.UserNamespaces ?? false } })
                .ToValueList(),
            Features = inputs.Runtime?.Features is { } features ? new() { SupplementalGroupsPolicy = features.SupplementalGroupsPolicy } : null,
        };
    }

    public static Dictionary<string, string> Labels(KubeletOptions options, MachineInfo machine)
    {
        Dictionary<string, string> labels = new()
        {
            ["beta.kubernetes.io/arch"] = machine.Architecture,
            ["beta.kubernetes.io/os"] = "linux",
            ["kubernetes.io/arch"] = machine.Architecture,
            ["kubernetes.io/hostname"] = options.NodeName,
            ["kubernetes.io/os"] = "linux",
        };
        foreach (var (key, value) in options.NodeLabels)
        {
            labels[key] = value;
        }

        return labels;
    }

    public static ValueMap<Quantity> Capacity(KubeletOptions options, MachineInfo machine, long storageBytes)
    {
        var capacity = ValueMap.Of<Quantity>(
            ("cpu", new Quantity(machine.Cpus)),
            ("memory", KiloBytes(machine.MemoryBytes)),
            ("ephemeral-storage", KiloBytes(storageBytes)),
            ("pods", new Quantity(options.MaxPods)));
        foreach (var (name, bytes) in machine.HugePages)
        {
            capacity = capacity.With(name, new Quantity(bytes, QuantityFormat.BinarySI));
        }

        return capacity;
    }

    /// <summary>What is left for pods after the reserves and the thresholds of eviction.</summary>
    public static ValueMap<Quantity> Allocatable(KubeletOptions options, ValueMap<Quantity> capacity)
    {
        var result = capacity;
        foreach (var (name, total) in capacity)
        {
            var left = total;
            foreach (var reserved in (IReadOnlyDictionary<string, string>[])[options.KubeReserved, options.SystemReserved])
            {
                if (reserved.TryGetValue(name, out var text))
                {
                    left -= Quantity.Parse(text);
                }
            }

            left -= Threshold(options, name, total);
            if (left.Sign < 0)
            {
                left = Quantity.Zero;
            }

            result = result.With(name, left.WithFormat(name == "cpu" ? QuantityFormat.DecimalSI : total.Format));
        }

        // Huge pages are taken from memory.
        var huge = capacity.Where(c => c.Key.StartsWith("hugepages-", StringComparison.Ordinal)).Sum(c => c.Value.Value);
        return huge > 0 ? result.With("memory", result["memory"] - new Quantity(huge, QuantityFormat.BinarySI)) : result;
    }

    private static Quantity Threshold(KubeletOptions options, string resource, Quantity total)
    {
        var signal = resource switch { "memory" => "memory.available", "ephemeral-storage" => "nodefs.available", _ => "" };
        if (!options.EvictionHard.TryGetValue(signal, out var text))
        {
            return Quantity.Zero;
        }

        return text.EndsWith('%')
            ? new Quantity((long)(total.Value * double.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture) / 100), QuantityFormat.DecimalSI)
            : Quantity.Parse(text);
    }

    private static Quantity KiloBytes(long bytes) => Quantity.Parse((bytes / 1024).ToString(CultureInfo.InvariantCulture) + "Ki");

    private static ValueList<NodeCondition> Conditions(NodeInputs inputs, ValueList<NodeCondition> before, DateTimeOffset now)
    {
        List<NodeCondition> conditions = [.. before];
        Set("MemoryPressure", inputs.Pressures.Contains("memory"), "KubeletHasInsufficientMemory", "kubelet has insufficient memory available", "KubeletHasSufficientMemory", "kubelet has sufficient memory available");
        Set("DiskPressure", inputs.Pressures.Contains("disk"), "KubeletHasDiskPressure", "kubelet has disk pressure", "KubeletHasNoDiskPressure", "kubelet has no disk pressure");
        Set("PIDPressure", inputs.Pressures.Contains("pid"), "KubeletHasInsufficientPID", "kubelet has insufficient PID available", "KubeletHasSufficientPID", "kubelet has sufficient PID available");
        Set("Ready", inputs.NotReady is null, "KubeletReady", "kubelet is posting ready status", "KubeletNotReady", inputs.NotReady ?? "");
        return conditions.ToValueList();

        void Set(string type, bool isTrue, string trueReason, string trueMessage, string falseReason, string falseMessage)
        {
            var index = conditions.FindIndex(c => c.Type == type);
            var status = isTrue ? "True" : "False";
            var condition = new NodeCondition
            {
                Type = type,
                Status = status,
                LastHeartbeatTime = now,
                LastTransitionTime = index >= 0 && conditions[index].Status == status ? conditions[index].LastTransitionTime : now,
                Reason = isTrue ? trueReason : falseReason,
                Message = isTrue ? trueMessage : falseMessage,
            };
            if (index >= 0)
            {
                conditions[index] = condition;
            }
            else
            {
                conditions.Add(condition);
            }
        }
    }
}
