using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.PolicyV1;
using Cybernetes.Api.Rules;
using Cybernetes.Api.StorageV1;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler;

/// <summary>What plugins look up, from informers.</summary>
internal sealed class InformerObjects(InformerFactory informers, AssumedVolumes assumed) : IClusterObjects
{
    private const string ByClass = "storage-class";
    private readonly SharedInformer<Namespace> _namespaces = informers.For<Namespace>();
    private readonly SharedInformer<Service> _services = informers.For<Service>();
    private readonly SharedInformer<ReplicationController> _replicationControllers = informers.For<ReplicationController>();
    private readonly SharedInformer<ReplicaSet> _replicaSets = informers.For<ReplicaSet>();
    private readonly SharedInformer<StatefulSet> _statefulSets = informers.For<StatefulSet>();
    private readonly SharedInformer<PodDisruptionBudget> _budgets = informers.For<PodDisruptionBudget>();
    private readonly SharedInformer<PersistentVolumeClaim> _claims = informers.For<PersistentVolumeClaim>();
    private readonly SharedInformer<PersistentVolume> _volumes = informers.For<PersistentVolume>().AddIndex(ByClass, volume => [VolumeMatching.ClassOf(volume)]);
    private readonly SharedInformer<StorageClass> _classes = informers.For<StorageClass>();
    private readonly SharedInformer<CSINode> _csiNodes = informers.For<CSINode>();
    private readonly SharedInformer<CSIDriver> _csiDrivers = informers.For<CSIDriver>();
    private readonly SharedInformer<CSIStorageCapacity> _capacities = informers.For<CSIStorageCapacity>().AddIndex(ByClass, capacity => [capacity.StorageClassName]);

    public ValueMap<string> NamespaceLabels(string name) => _namespaces.Get("", name)?.Metadata.Labels ?? default;

    public IEnumerable<PodDisruptionBudget> DisruptionBudgets(string @namespace) => _budgets.List(@namespace);

    public PersistentVolumeClaim? Claim(string @namespace, string name) => assumed.Over(_claims.Get(@namespace, name));

    public PersistentVolume? Volume(string name) => assumed.Over(_volumes.Get("", name));

    public IEnumerable<PersistentVolume> VolumesOfClass(string storageClass) => _volumes.ByIndex(ByClass, storageClass).Select(volume => assumed.Over(volume)!);

    public StorageClass? StorageClass(string name) => _classes.Get("", name);

    public CSINode? CsiNode(string name) => _csiNodes.Get("", name);

    public CSIDriver? CsiDriver(string name) => _csiDrivers.Get("", name);

    public IEnumerable<CSIStorageCapacity> StorageCapacities(string storageClass) => _capacities.ByIndex(ByClass, storageClass);

    public Selector? OwnerSelector(Pod pod)
    {
        var requirements = new List<Requirement>();
        foreach (var service in _services.List(pod.Metadata.Namespace))
        {
            if (!service.Spec.Selector.IsEmpty && Selector.FromSet(service.Spec.Selector) is var selector && selector.Matches(pod.Metadata.Labels))
            {
                requirements.AddRange(selector.Requirements);
            }
        }

        if (pod.Metadata.OwnerReferences.FirstOrDefault(owner => owner.Controller == true) is { } owner)
        {
            var owned = owner.Kind switch
            {
                "ReplicationController" => _replicationControllers.Get(pod.Metadata.Namespace, owner.Name) is { } controller ? Selector.FromSet(controller.Spec.Selector) : null,
                "ReplicaSet" => _replicaSets.Get(pod.Metadata.Namespace, owner.Name)?.Spec.Selector.ToSelector(),
                "StatefulSet" => _statefulSets.Get(pod.Metadata.Namespace, owner.Name)?.Spec.Selector.ToSelector(),
                _ => null,
            };
            requirements.AddRange(owned?.Requirements ?? []);
        }

        return requirements.Count == 0 ? null : Selector.From(requirements);
    }
}
