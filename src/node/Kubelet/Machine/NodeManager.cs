using Cybernetes.Api.CoordinationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Cri;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Kubelet.Events;
using Microsoft.Extensions.Logging;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Machine;

/// <summary>Registers the node, keeps its status and its Lease. Thread-safe.</summary>
internal sealed class NodeManager(
    KubeletOptions options, IControlPlane api, IRuntimeService runtime, IImageService images, IEventSink events, MachineInfo machine, Func<int> port, TimeProvider time, ILogger log)
{
    private const string LeaseNamespace = "kube-node-lease";

    private readonly string _address = options.NodeIp.Length > 0 ? options.NodeIp : MachineInfo.FindAddress();
    private Node? _node;
    private NodeFacts? _facts;
    private string? _runtimeProblem = "container runtime status check may not have completed yet";
    private string? _networkProblem = "container runtime status check may not have completed yet";
    private V1.StatusResponse? _runtimeStatus;
    private DateTimeOffset _lastPost;
    private bool _announcedReady;

    /// <summary>The node as last read or written.</summary>
    public Node? Node => Volatile.Read(ref _node);

    /// <summary>What the rest of the kubelet needs to know of the node.</summary>
    public NodeFacts Facts => Volatile.Read(ref _facts) ?? Refresh(null);

    /// <summary>Why pods with a network of their own cannot start; null when they can.</summary>
    public string? NetworkProblem => _networkProblem;

    /// <summary>Which resources run short.</summary>
    public Func<IReadOnlySet<string>> Pressures { get; set; } = () => new HashSet<string>();

    /// <summary>Asks the runtime whether it and its network are ready.</summary>
    public async Task CheckRuntimeAsync(CancellationToken cancellationToken)
    {
        try
        {
            _runtimeStatus = await runtime.StatusAsync(verbose: false, cancellationToken).ConfigureAwait(false);
            var conditions = _runtimeStatus.Status.Conditions;
            _runtimeProblem = conditions.FirstOrDefault(c => c.Type == "RuntimeReady") is { Status: true } ? null : "container runtime is down";
            var network = conditions.FirstOrDefault(c => c.Type == "NetworkReady");
            _networkProblem = network is { Status: true } ? null : $"container runtime network not ready: NetworkReady=false reason:{network?.Reason} message:{network?.Message}";
        }
        catch (CriException e)
        {
            _runtimeProblem = $"container runtime is down: {e.Message}";
        }
    }

    /// <summary>Reads the node again.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await api.GetAsync<Node>("", options.NodeName, cancellationToken).ConfigureAwait(false) is { } node)
            {
                Refresh(node);
            }
        }
        catch (ControlPlaneException e)
        {
            PodLog.LoopFailed(log, e, "Reading the node");
        }
    }

    /// <summary>Registers the node and posts its status, again until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500), time);
        var last = DateTimeOffset.MinValue;
        do
        {
            try
            {
                // Until the node is ready it is looked at more often, so that pods need not wait for the next turn.
                await CheckRuntimeAsync(cancellationToken).ConfigureAwait(false);
                if (!_announcedReady || time.GetUtcNow() - last >= options.NodeStatusUpdateFrequency)
                {
                    await UpdateAsync(cancellationToken).ConfigureAwait(false);
                    last = time.GetUtcNow();
                }

                if (_announcedReady)
                {
                    timer.Period = options.NodeStatusUpdateFrequency < TimeSpan.FromSeconds(5) ? options.NodeStatusUpdateFrequency : TimeSpan.FromSeconds(5);
                }
            }
            catch (ControlPlaneException e) when (e.IsConflict)
            {
                // Somebody changed the node in the same moment: the next turn starts from what is there then.
            }
            catch (Exception e) when (e is ControlPlaneException or CriException or IOException)
            {
                PodLog.LoopFailed(log, e, "Updating the node status");
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Renews the node's Lease until cancelled.</summary>
    public async Task RunLeaseAsync(CancellationToken cancellationToken)
    {
        Lease? lease = null;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.NodeLeaseDurationSeconds) / 4, time);
        do
        {
            try
            {
                lease = await RenewAsync(lease, cancellationToken).ConfigureAwait(false);
            }
            catch (ControlPlaneException e)
            {
                PodLog.LoopFailed(log, e, "Renewing the node lease");
                lease = null;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task<Lease> RenewAsync(Lease? lease, CancellationToken cancellationToken)
    {
        lease ??= await api.GetAsync<Lease>(LeaseNamespace, options.NodeName, cancellationToken).ConfigureAwait(false);
        var spec = new LeaseSpec { HolderIdentity = options.NodeName, LeaseDurationSeconds = options.NodeLeaseDurationSeconds, RenewTime = new MicroTime(time.GetUtcNow()) };
        var owner = Node;
        if (lease is not null)
        {
            return await api.UpdateAsync(lease with { Spec = spec }, cancellationToken).ConfigureAwait(false);
        }

        return await api.CreateAsync(
            new Lease
            {
                Metadata = new()
                {
                    Name = options.NodeName,
                    Namespace = LeaseNamespace,
                    OwnerReferences = owner is null ? default : [new() { ApiVersion = "v1", Kind = "Node", Name = owner.Metadata.Name, Uid = owner.Metadata.Uid }],
                },
                Spec = spec,
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task UpdateAsync(CancellationToken cancellationToken)
    {
        var stored = await api.GetAsync<Node>("", options.NodeName, cancellationToken).ConfigureAwait(false);
        var inputs = await GatherAsync(cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        if (stored is null)
        {
            if (!options.RegisterNode)
            {
                return;
            }

            stored = await RegisterAsync(inputs, now, cancellationToken).ConfigureAwait(false);
            events.RecordNode(EventNames.Normal, "Starting", "Starting kubelet.");
        }

        stored = await LabelAsync(stored, cancellationToken).ConfigureAwait(false);
        var status = NodeStatusBuilder.Build(options, machine, inputs, stored.Status, now);
        if (Differs(status, stored.Status) || now - _lastPost >= options.NodeStatusReportFrequency)
        {
            var before = stored.Status;
            stored = await api.UpdateStatusAsync(stored with { Status = status }, cancellationToken).ConfigureAwait(false);
            _lastPost = now;
            Announce(before, status);
        }

        _announcedReady |= inputs.NotReady is null;
        Refresh(stored);
    }

    private async Task<Node> RegisterAsync(NodeInputs inputs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var node = new Node
        {
            Metadata = new()
            {
                Name = options.NodeName,
                Labels = ValueMap.From(NodeStatusBuilder.Labels(options, machine)),
                Annotations = ValueMap.Of(("volumes.kubernetes.io/controller-managed-attach-detach", "true")),
            },
            Spec = new() { ProviderID = options.ProviderId, Unschedulable = options.RegisterUnschedulable, Taints = options.RegisterWithTaints.ToValueList() },
            Status = NodeStatusBuilder.Build(options, machine, inputs, NodeStatus.Empty, now),
        };
        try
        {
            return await api.CreateAsync(node, cancellationToken).ConfigureAwait(false);
        }
        catch (ControlPlaneException e) when (e.IsAlreadyExists)
        {
            if (await api.GetAsync<Node>("", options.NodeName, cancellationToken).ConfigureAwait(false) is { } stored)
            {
                return stored;
            }

            throw;
        }
    }

    private async Task<Node> LabelAsync(Node stored, CancellationToken cancellationToken)
    {
        var labels = stored.Metadata.Labels;
        foreach (var (key, value) in NodeStatusBuilder.Labels(options with { NodeLabels = new Dictionary<string, string>() }, machine))
        {
            if (labels.GetValueOrDefault(key) != value)
            {
                labels = labels.With(key, value);
            }
        }

        return labels == stored.Metadata.Labels
            ? stored
            : await api.UpdateAsync(stored with { Metadata = stored.Metadata with { Labels = labels } }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<NodeInputs> GatherAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<V1.Image> present = [];
        var version = "";
        if (_runtimeProblem is null)
        {
            var answer = await runtime.VersionAsync(cancellationToken).ConfigureAwait(false);
            version = $"{answer.RuntimeName}://{answer.RuntimeVersion}";
            present = await images.ListImagesAsync(cancellationToken).ConfigureAwait(false);
        }

        return new()
        {
            Addresses = [_address],
            Port = port(),
            RuntimeVersion = version,
            Images = present,
            Runtime = _runtimeStatus,
            NotReady = _runtimeProblem ?? _networkProblem,
            StorageBytes = StorageBytes(),
            Pressures = Pressures(),
        };
    }

    private long StorageBytes()
    {
        Directory.CreateDirectory(options.RootDirectory);
        return new DriveInfo(options.RootDirectory).TotalSize;
    }

    /// <summary>Whether anything but the time of the heartbeat is new.</summary>
    private static bool Differs(NodeStatus one, NodeStatus other) =>
        one with { Conditions = Still(one.Conditions) } != other with { Conditions = Still(other.Conditions) };

    private static ValueList<NodeCondition> Still(ValueList<NodeCondition> conditions) => conditions.Select(c => c with { LastHeartbeatTime = default }).ToValueList();

    private void Announce(NodeStatus before, NodeStatus after)
    {
        foreach (var condition in after.Conditions)
        {
            var old = before.Conditions.FirstOrDefault(c => c.Type == condition.Type)?.Status;
            if (old == condition.Status)
            {
                continue;
            }

            var reason = (condition.Type, condition.Status) switch
            {
                ("Ready", "True") => "NodeReady",
                ("Ready", _) => "NodeNotReady",
                _ => condition.Reason,
            };
            var name = condition.Type == "Ready" ? reason : "Node" + reason["Kubelet".Length..];
            events.RecordNode(EventNames.Normal, name, $"Node {options.NodeName} status is now: {name}");
        }
    }

    private NodeFacts Refresh(Node? node)
    {
        Volatile.Write(ref _node, node ?? _node);
        var allocatable = node is null
            ? NodeStatusBuilder.Allocatable(options, NodeStatusBuilder.Capacity(options, machine, StorageBytes()))
            : node.Status.Allocatable;
        var facts = new NodeFacts
        {
            HostIps = [_address],
            MemoryCapacity = machine.MemoryBytes,
            Allocatable = allocatable,
            SupportsRecursiveReadOnly = _runtimeStatus?.RuntimeHandlers.Any(h => h.Features?.RecursiveReadOnlyMounts == true) ?? false,
        };
        Volatile.Write(ref _facts, facts);
        return facts;
    }
}
