using System.Net;
using Cybernetes.Api.CoordinationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Hollow;

/// <summary>What a kubelet would write, made up. Pure.</summary>
internal static class HollowObjects
{
    private const string LeaseNamespace = "kube-node-lease";

    public static Node NodeOf(HollowOptions options, int number, DateTimeOffset now)
    {
        var name = options.NameOf(number);
        var labels = ValueMap.Of(("kubernetes.io/hostname", name), ("kubernetes.io/os", "linux"), ("kubernetes.io/arch", "amd64"), ("c8s.io/hollow", "true"));
        if (options.Zones > 0)
        {
            labels = labels.With("topology.kubernetes.io/zone", $"zone-{number % options.Zones}").With("topology.kubernetes.io/region", "hollow");
        }

        var resources = ValueMap.Of(("cpu", options.Cpu), ("memory", options.Memory), ("pods", new Quantity(options.Pods)), ("ephemeral-storage", Quantity.Parse("100Gi")));
        return new Node
        {
            Metadata = new ObjectMeta { Name = name, Labels = labels },
            Status = new NodeStatus
            {
                Capacity = resources,
                Allocatable = resources,
                Conditions = [new NodeCondition { Type = "Ready", Status = "True", Reason = "KubeletReady", Message = "kubelet is posting ready status", LastHeartbeatTime = new Time(now), LastTransitionTime = new Time(now) }],
                Addresses = [new NodeAddress { Type = "Hostname", Address = name }, new NodeAddress { Type = "InternalIP", Address = AddressOf(172, number) }],
                NodeInfo = new NodeSystemInfo { OperatingSystem = "linux", Architecture = "amd64", KubeletVersion = Base.ProductVersion.GitVersion, ContainerRuntimeVersion = "hollow://1" },
            },
        };
    }

    public static Lease LeaseOf(Node node, DateTimeOffset now) => new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = LeaseNamespace,
            Name = node.Metadata.Name,
            OwnerReferences = [new OwnerReference { ApiVersion = "v1", Kind = "Node", Name = node.Metadata.Name, Uid = node.Metadata.Uid }],
        },
        Spec = new LeaseSpec { HolderIdentity = node.Metadata.Name, LeaseDurationSeconds = 40, RenewTime = new MicroTime(now) },
    };

    public static Pod Running(Pod pod, int address, DateTimeOffset now)
    {
        var time = new Time(now);
        var ip = AddressOf(10, address);
        return pod with
        {
            Status = pod.Status with
            {
                Phase = "Running",
                HostIP = "172.0.0.1",
                PodIP = ip,
                PodIPs = [new PodIP { Ip = ip }],
                StartTime = time,
                Conditions = [.. pod.Status.Conditions.Where(condition => condition.Type == "PodScheduled"), True("PodReadyToStartContainers"), True("Initialized"), True("ContainersReady"), True("Ready")],
                ContainerStatuses = pod.Spec.Containers.Select(container => new ContainerStatus
                {
                    Name = container.Name,
                    Image = container.Image,
                    ImageID = "hollow://" + container.Image,
                    ContainerID = $"hollow://{pod.Metadata.Uid}/{container.Name}",
                    Ready = true,
                    Started = true,
                    State = new ContainerState { Running = new ContainerStateRunning { StartedAt = time } },
                }).ToValueList(),
            },
        };

        PodCondition True(string type) => new() { Type = type, Status = "True", LastTransitionTime = time };
    }

    private static string AddressOf(byte first, int number) => new IPAddress([first, (byte)(number >> 16), (byte)(number >> 8), (byte)number]).ToString();
}
