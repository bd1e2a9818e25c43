using System.Collections.Concurrent;
using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubelet.Pods;
using Cybernetes.Pki;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.Resources;

/// <summary>Why a resize that is asked for is not carried out.</summary>
internal sealed record ResizePending(string Reason, string Message);

/// <summary>
/// What each container was given, and what the runtime was last told, which differ from the spec while a pod is being resized (KEP-1287). Kept in
/// a checkpoint file so that a restart of the kubelet forgets nothing. Thread-safe.
/// </summary>
internal sealed class AllocationManager(string checkpointPath, ILogger log)
{
    private readonly ConcurrentDictionary<(string Uid, string Container), ResourceRequirements> _allocated = new();
    private readonly ConcurrentDictionary<(string Uid, string Container), ResourceRequirements> _actuated = new();
    private readonly ConcurrentDictionary<string, ResizePending> _pending = new();
    private readonly Lock _writing = new();

    /// <summary>Why the resize of a pod waits or is refused; null when none is.</summary>
    public ResizePending? Pending(string uid) => _pending.GetValueOrDefault(uid);

    /// <summary>What the runtime was last told of a container.</summary>
    public ResourceRequirements? Actuated(string uid, string container) => _actuated.GetValueOrDefault((uid, container));

    /// <summary>Whether some running container has not yet what it was given.</summary>
    public bool InProgress(Pod allocated) => allocated.Spec.InitContainers.Concat(allocated.Spec.Containers)
        .Any(c => Actuated(allocated.Metadata.Uid, c.Name) is { } actuated && Differs(actuated, c.Resources));

    /// <summary>The runtime was told to give a container these resources.</summary>
    public void SetActuated(string uid, string container, ResourceRequirements resources)
    {
        _actuated[(uid, container)] = resources;
        Save();
    }

    /// <summary>
    /// The pod with the resources it was given. A new pod is given what it asks for; a changed one too, if the node has it, else it keeps what it has.
    /// </summary>
    public Pod Allocate(Pod pod, IEnumerable<Pod> others, ValueMap<Quantity> allocatable)
    {
        var uid = pod.Metadata.Uid;
        var isNew = pod.Spec.Containers.All(c => !_allocated.ContainsKey((uid, c.Name)));
        if (!isNew && pod.Spec.InitContainers.Concat(pod.Spec.Containers).All(c => _allocated.TryGetValue((uid, c.Name), out var given) && !Differs(given, c.Resources)))
        {
            _pending.TryRemove(uid, out _);
            return pod;
        }

        if (!isNew && Refuse(pod, others.Where(o => o.Metadata.Uid != uid).Select(Given), allocatable) is { } refusal)
        {
            _pending[uid] = refusal;
            return Given(pod);
        }

        _pending.TryRemove(uid, out _);
        foreach (var container in pod.Spec.InitContainers.Concat(pod.Spec.Containers))
        {
            _allocated[(uid, container.Name)] = container.Resources;
        }

        Save();
        return pod;
    }

    /// <summary>The pod with the resources it was last given.</summary>
    public Pod Given(Pod pod) => pod with
    {
        Spec = pod.Spec with { Containers = pod.Spec.Containers.Update(c => Restore(pod, c)), InitContainers = pod.Spec.InitContainers.Update(c => Restore(pod, c)) },
    };

    /// <summary>Whether CPU or memory differ.</summary>
    public static bool Differs(ResourceRequirements one, ResourceRequirements other) => DiffersIn(one, other, "cpu") || DiffersIn(one, other, "memory");

    /// <summary>Whether request or limit of a resource differ.</summary>
    public static bool DiffersIn(ResourceRequirements one, ResourceRequirements other, string resource) =>
        one.Limits.GetValueOrDefault(resource) != other.Limits.GetValueOrDefault(resource) || one.Requests.GetValueOrDefault(resource) != other.Requests.GetValueOrDefault(resource);

    /// <summary>Forgets a pod.</summary>
    public void Forget(string uid)
    {
        _pending.TryRemove(uid, out _);
        foreach (var key in _allocated.Keys.Concat(_actuated.Keys).Where(k => k.Uid == uid).ToList())
        {
            _allocated.TryRemove(key, out _);
            _actuated.TryRemove(key, out _);
        }

        Save();
    }

    /// <summary>Reads the checkpoint; one that cannot be read is put aside.</summary>
    public void Load()
    {
        if (!File.Exists(checkpointPath))
        {
            return;
        }

        try
        {
            var document = Value.ParseJson(File.ReadAllBytes(checkpointPath));
            Read(document["allocated"], _allocated);
            Read(document["actuated"], _actuated);
        }
        catch (Exception e) when (e is WireException or IOException)
        {
            ResourceLog.CheckpointBroken(log, checkpointPath, e.Message);
            File.Move(checkpointPath, checkpointPath + ".broken", overwrite: true);
        }
    }

    private static void Read(Value pods, ConcurrentDictionary<(string, string), ResourceRequirements> into)
    {
        foreach (var (uid, containers) in pods.Entries)
        {
            foreach (var (name, resources) in containers.Entries)
            {
                into[(uid, name)] = Value.FromValue<ResourceRequirements>(resources);
            }
        }
    }

    private static Value Write(ConcurrentDictionary<(string Uid, string Container), ResourceRequirements> from) => Value.Map(ValueMap.From(
        from.GroupBy(e => e.Key.Uid).Select(pod => KeyValuePair.Create(
            pod.Key,
            Value.Map(ValueMap.From(pod.Select(c => KeyValuePair.Create(c.Key.Container, Value.ToValue(c.Value)))))))));

    private void Save()
    {
        lock (_writing)
        {
            try
            {
                AtomicFile.Write(checkpointPath, Value.MapOf(("allocated", Write(_allocated)), ("actuated", Write(_actuated))).ToJson());
            }
            catch (IOException e)
            {
                ResourceLog.CheckpointBroken(log, checkpointPath, e.Message);
            }
        }
    }

    private Container Restore(Pod pod, Container container) =>
        _allocated.TryGetValue((pod.Metadata.Uid, container.Name), out var given) ? container with { Resources = given } : container;

    private static ResizePending? Refuse(Pod pod, IEnumerable<Pod> others, ValueMap<Quantity> allocatable)
    {
        var asked = PodResources.Requests(pod);
        var given = others.Select(PodResources.Requests).ToList();
        foreach (var name in (string[])["cpu", "memory"])
        {
            if (!allocatable.TryGetValue(name, out var capacity) || !asked.TryGetValue(name, out var request))
            {
                continue;
            }

            long Units(Quantity q) => name == "cpu" ? q.MilliValue : q.Value;
            if (Units(request) > Units(capacity))
            {
                return new("Infeasible", string.Create(CultureInfo.InvariantCulture, $"Node didn't have enough capacity: {name}, requested: {Units(request)}, capacity: {Units(capacity)}"));
            }

            var used = given.Sum(g => g.TryGetValue(name, out var u) ? Units(u) : 0);
            if (used + Units(request) > Units(capacity))
            {
                return new("Deferred", string.Create(CultureInfo.InvariantCulture, $"Node didn't have enough resource: {name}, requested: {Units(request)}, used: {used}, capacity: {Units(capacity)}"));
            }
        }

        return null;
    }
}
