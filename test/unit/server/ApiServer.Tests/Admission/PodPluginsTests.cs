using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.SchedulingV1;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Admission.Plugins;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Tests.Admission;

public sealed class PodPluginsTests
{
    private readonly FakeCluster _cluster = new();

    [Fact]
    public async Task APodGetsItsAccountTokenVolumeAndPullSecrets()
    {
        _cluster.Put(ServiceAccount.Empty with { Metadata = Meta("ns", "default"), ImagePullSecrets = [LocalObjectReference.Empty with { Name = "regcred" }] });
        var pod = await AdmitAsync(new ServiceAccountPlugin(_cluster, TimeProvider.System), SomePod());
        Assert.Equal("default", pod.Spec.ServiceAccountName);
        Assert.Matches("^kube-api-access-[bcdfghjklmnpqrstvwxz2456789]{5}$", pod.Spec.Volumes[0].Name);
        Assert.Equal(pod.Spec.Volumes[0].Name, pod.Spec.Containers[0].VolumeMounts[0].Name);
        Assert.Equal("regcred", pod.Spec.ImagePullSecrets[0].Name);
    }

    [Fact]
    public async Task AnAccountThatIsNotThereIsNamed()
    {
        var attributes = For(SomePod() with { Spec = PodSpec.Empty with { ServiceAccountName = "nope" } });
        var refusal = await new ServiceAccountPlugin(_cluster, TimeProvider.System).MutateAsync(attributes, TestContext.Current.CancellationToken);
        Assert.Equal("pods \"p\" is forbidden: error looking up service account ns/nope: serviceaccount \"nope\" not found", refusal!.Message);
    }

    [Fact]
    public async Task APriorityClassBecomesItsNumber()
    {
        _cluster.Put(PriorityClass.Empty with { Metadata = Meta("", "high"), Value = 1000, PreemptionPolicy = "Never" });
        var pod = await AdmitAsync(new PriorityPlugin(_cluster), SomePod() with { Spec = PodSpec.Empty with { PriorityClassName = "high" } });
        Assert.Equal((1000, "Never"), (pod.Spec.Priority, pod.Spec.PreemptionPolicy));
        pod = await AdmitAsync(new PriorityPlugin(_cluster), SomePod());
        Assert.Equal((0, "PreemptLowerPriority", ""), (pod.Spec.Priority, pod.Spec.PreemptionPolicy, pod.Spec.PriorityClassName));
        var refusal = await new PriorityPlugin(_cluster).MutateAsync(For(SomePod() with { Spec = PodSpec.Empty with { PriorityClassName = "x" } }), default);
        Assert.Equal("pods \"p\" is forbidden: no PriorityClass with name x was found", refusal!.Message);
        refusal = await new PriorityPlugin(_cluster).MutateAsync(For(SomePod() with { Spec = PodSpec.Empty with { PriorityClassName = "high", Priority = 5 } }), default);
        Assert.Equal("pods \"p\" is forbidden: the integer value of priority (5) must not be provided in pod spec; priority admission controller computed 1000 from the given PriorityClass name", refusal!.Message);
    }

    [Fact]
    public async Task APodStaysFiveMinutesOnALostNodeUnlessItSaysOtherwise()
    {
        var pod = await AdmitAsync(new DefaultTolerationSeconds(), SomePod());
        Assert.Equal(["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"], pod.Spec.Tolerations.Select(t => t.Key));
        pod = await AdmitAsync(new DefaultTolerationSeconds(), SomePod() with { Spec = PodSpec.Empty with { Tolerations = [Toleration.Empty with { Operator = "Exists" }] } });
        Assert.Single(pod.Spec.Tolerations);
    }

    [Fact]
    public async Task NothingNewEntersATerminatingNamespace()
    {
        _cluster.Put(Namespace.Empty with { Metadata = Meta("", "ns"), Status = NamespaceStatus.Empty with { Phase = "Terminating" } });
        var refusal = await new NamespaceLifecycle(_cluster).MutateAsync(For(SomePod()), default);
        Assert.Equal("pods \"p\" is forbidden: unable to create new content in namespace ns because it is being terminated", refusal!.Message);
        Assert.Equal("NamespaceTerminating", refusal.Details!.Causes[0].Reason);
        _cluster.Remove<Namespace>("", "ns");
        Assert.Equal("namespaces \"ns\" not found", (await new NamespaceLifecycle(_cluster).MutateAsync(For(SomePod()), default))!.Message);
    }

    internal static async Task<Pod> AdmitAsync(IAdmissionPlugin plugin, Pod pod)
    {
        var attributes = For(pod);
        Assert.Null(await plugin.MutateAsync(attributes, TestContext.Current.CancellationToken));
        Assert.Null(await plugin.ValidateAsync(attributes, TestContext.Current.CancellationToken));
        return (Pod)attributes.Object!;
    }

    internal static AdmissionAttributes For(Pod pod) => new()
    {
        Operation = AdmissionOperation.Create,
        Kind = new GroupVersionKind("", "v1", "Pod"),
        Resource = new GroupVersionResource("", "v1", "pods"),
        User = UserInfo.Anonymous,
        Namespace = "ns",
        Name = pod.Metadata.Name,
        Object = pod,
    };

    internal static Pod SomePod() => Pod.Empty with
    {
        Metadata = Meta("ns", "p"),
        Spec = PodSpec.Empty with { Containers = [Container.Empty with { Name = "c" }] },
    };

    private static ObjectMeta Meta(string ns, string name) => ObjectMeta.Empty with { Namespace = ns, Name = name };
}
