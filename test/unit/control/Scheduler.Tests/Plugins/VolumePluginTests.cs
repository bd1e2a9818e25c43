using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.StorageV1;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Plugins.Volumes;
using Cybernetes.Scheduler.Snapshot;
using static Cybernetes.Scheduler.Tests.TestObjects;

namespace Cybernetes.Scheduler.Tests.Plugins;

public sealed class VolumePluginTests
{
    private static readonly StorageClass _local = new() { Metadata = new() { Name = "local" }, Provisioner = "kubernetes.io/no-provisioner", VolumeBindingMode = "WaitForFirstConsumer" };
    private static readonly StorageClass _dynamic = new() { Metadata = new() { Name = "dynamic" }, Provisioner = "csi.example.com", VolumeBindingMode = "WaitForFirstConsumer" };

    [Fact]
    public async Task APodGoesWhereALocalVolumeIsAndTheVolumeIsSetAside()
    {
        var objects = new ListedObjects { StorageClasses = [_local], Claims = [Claim("c", "local")], Volumes = [Volume("v", "local", "n2")] };
        var context = new PluginContext(null, objects, objects.Assumed);
        var profile = Scheduler.Configuration.ProfileBuilder.Default(context);
        var pod = Pod("p", 0, "", ClaimVolume("c"));

        var decision = await new SchedulingAlgorithm(profile, ties => ties[0]).ScheduleAsync(pod, View(objects, Node("n1"), Node("n2")), new NominatedPods(), TestContext.Current.CancellationToken);

        Assert.Equal("n2", decision.Node);
        Assert.True(profile.Reserve(decision.State!, pod, "n2").IsSuccess);
        Assert.Equal("c", objects.Volume("v")!.Spec.ClaimRef?.Name);

        // Another pod cannot have it meanwhile; once given back it can.
        var other = new ListedObjects { StorageClasses = [_local], Claims = [Claim("d", "local")], Volumes = objects.Volumes, Assumed = objects.Assumed };
        Assert.Equal("node(s) didn't find available persistent volumes to bind", Refusal(other, Pod("q", 0, "", ClaimVolume("d"))));
        profile.Unreserve(decision.State!, pod, "n2");
        Assert.Null(objects.Volume("v")!.Spec.ClaimRef);
    }

    [Fact]
    public void WhatKeepsAPodFromItsVolumesIsToldInUpstreamsWords()
    {
        var pod = Pod("p", 0, "", ClaimVolume("c"));
        Assert.Equal("persistentvolumeclaim \"c\" not found", Refusal(new ListedObjects(), pod));
        Assert.Equal("pod has unbound immediate PersistentVolumeClaims", Refusal(new ListedObjects { Claims = [Claim("c", "")] }, pod));
        Assert.Equal("node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)", Refusal(new ListedObjects { Claims = [Bound("c", "gone")] }, pod));
        Assert.Equal("node(s) didn't match PersistentVolume's node affinity", Refusal(new ListedObjects { Claims = [Bound("c", "v")], Volumes = [Volume("v", "", "elsewhere")] }, pod));
    }

    [Fact]
    public void AClassThatProvisionsNeedsCapacityOnlyWhereTheDriverTellsIt()
    {
        var pod = Pod("p", 0, "", ClaimVolume("c"));
        var objects = new ListedObjects { StorageClasses = [_dynamic], Claims = [Claim("c", "dynamic")] };
        Assert.Null(Refusal(objects, pod));

        var telling = objects with { CsiDrivers = [new CSIDriver { Metadata = new() { Name = "csi.example.com" }, Spec = new() { StorageCapacity = true } }] };
        Assert.Equal("node(s) did not have enough free storage", Refusal(telling, pod));

        var roomy = telling with { Capacities = [new CSIStorageCapacity { StorageClassName = "dynamic", Capacity = Quantity.Parse("5Gi"), NodeTopology = new LabelSelector() }] };
        Assert.Null(Refusal(roomy, pod));
    }

    [Fact]
    public void AClaimForOnePodIsNotSharedByTwo()
    {
        var claim = Claim("c", "") with { Spec = Claim("c", "").Spec with { AccessModes = ["ReadWriteOncePod"] } };
        var view = View(new ListedObjects { Claims = [claim] }, Node("n1"), Node("n2"));
        var (plugin, state) = (new VolumeRestrictions(), new CycleState());
        var pod = Pod("second", 0, "", ClaimVolume("c"));
        var first = Pod("first", 0, "", ClaimVolume("c"));
        view.Nodes[0].Add(first);

        plugin.PreFilter(state, pod, view);
        Assert.Equal("node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode", plugin.Filter(state, pod, view.Nodes[1]).Message);

        // Evicting the other pod would make room.
        plugin.RemovePod(state, pod, first, view.Nodes[0]);
        Assert.True(plugin.Filter(state, pod, view.Nodes[1]).IsSuccess);
    }

    [Fact]
    public void ANodeTakesNoMoreVolumesThanItsDriverCanAttach()
    {
        PersistentVolume Attached(string name) => Volume(name, "", null) with
        {
            Spec = Volume(name, "", null).Spec with { PersistentVolumeSource = new PersistentVolumeSource { Csi = new CSIPersistentVolumeSource { Driver = "csi.example.com", VolumeHandle = name } } },
        };
        var objects = new ListedObjects
        {
            Claims = [Bound("a", "va"), Bound("b", "vb")],
            Volumes = [Attached("va"), Attached("vb")],
            CsiNodes = [new CSINode { Metadata = new() { Name = "n1" }, Spec = new() { Drivers = [new CSINodeDriver { Name = "csi.example.com", NodeID = "n1", Allocatable = new() { Count = 1 } }] } }],
        };
        var view = View(objects, Node("n1"));
        view.Nodes[0].Add(Pod("first", 0, "", ClaimVolume("a")));

        Assert.Equal("node(s) exceed max volume count", Limit(Pod("other", 0, "", ClaimVolume("b")), view));
        Assert.Equal("", Limit(Pod("same", 0, "", ClaimVolume("a")), view));
    }

    [Fact]
    public void ABoundVolumesZoneHoldsThePod()
    {
        var volume = Volume("v", "", null) with { Metadata = new ObjectMeta { Name = "v", Labels = ValueMap.Of(("topology.kubernetes.io/zone", "z1")) } };
        var view = View(new ListedObjects { Claims = [Bound("c", "v")], Volumes = [volume] }, Node("here", "4", ("topology.kubernetes.io/zone", "z1")), Node("there", "4", ("topology.kubernetes.io/zone", "z2")), Node("nowhere"));
        var (plugin, state, pod) = (new VolumeZone(), new CycleState(), Pod("p", 0, "", ClaimVolume("c")));
        plugin.PreFilter(state, pod, view);

        Assert.Equal([true, false, true], view.Nodes.Select(node => plugin.Filter(state, pod, node).IsSuccess));
    }

    private static string Limit(PodInfo pod, ClusterView view)
    {
        var (plugin, state) = (new NodeVolumeLimits(), new CycleState());
        plugin.PreFilter(state, pod, view);
        return plugin.Filter(state, pod, view.Nodes[0]).Message;
    }

    private static string? Refusal(ListedObjects objects, PodInfo pod)
    {
        var (plugin, state) = (new VolumeBinding(PluginContext.WithoutServer, TimeSpan.Zero), new CycleState());
        var view = View(objects, Node("n2"));
        var prepared = plugin.PreFilter(state, pod, view).Verdict;
        var verdict = prepared.IsSuccess ? plugin.Filter(state, pod, view.Nodes[0]) : prepared;
        return verdict.IsSuccess ? null : verdict.Message;
    }

    private static PersistentVolumeClaim Claim(string name, string storageClass) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default", Uid = name, ResourceVersion = "1" },
        Spec = new PersistentVolumeClaimSpec
        {
            AccessModes = ["ReadWriteOnce"],
            StorageClassName = storageClass,
            Resources = new VolumeResourceRequirements { Requests = ValueMap.Of(("storage", Quantity.Parse("1Gi"))) },
        },
    };

    private static PersistentVolumeClaim Bound(string name, string volume) => Claim(name, "") with
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default", Uid = name, Annotations = ValueMap.Of(("pv.kubernetes.io/bind-completed", "yes")) },
        Spec = Claim(name, "").Spec with { VolumeName = volume },
    };

    private static PersistentVolume Volume(string name, string storageClass, string? node) => new()
    {
        Metadata = new ObjectMeta { Name = name, ResourceVersion = "1" },
        Spec = new PersistentVolumeSpec
        {
            Capacity = ValueMap.Of(("storage", Quantity.Parse("2Gi"))),
            AccessModes = ["ReadWriteOnce"],
            StorageClassName = storageClass,
            NodeAffinity = node is null ? null : new VolumeNodeAffinity
            {
                Required = new NodeSelector { NodeSelectorTerms = [new NodeSelectorTerm { MatchExpressions = [new NodeSelectorRequirement { Key = "kubernetes.io/hostname", Operator = "In", Values = [node] }] }] },
            },
        },
        Status = new PersistentVolumeStatus { Phase = "Available" },
    };
}
