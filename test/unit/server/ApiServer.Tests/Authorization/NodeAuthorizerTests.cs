using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.Authorization.Node;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Tests.Authorization;

public sealed class NodeAuthorizerTests
{
    private readonly FakeCluster _cluster = new();
    private readonly NodeAuthorizer _authorizer;

    public NodeAuthorizerTests()
    {
        _cluster.Put(Pod.Empty with
        {
            Metadata = ObjectMeta.Empty with { Namespace = "ns", Name = "p" },
            Spec = PodSpec.Empty with
            {
                NodeName = "n1",
                ServiceAccountName = "robot",
                Volumes =
                [
                    Volume.Empty with { Name = "s", VolumeSource = VolumeSource.Empty with { Secret = SecretVolumeSource.Empty with { SecretName = "mine" } } },
                    Volume.Empty with { Name = "c", VolumeSource = VolumeSource.Empty with { PersistentVolumeClaim = PersistentVolumeClaimVolumeSource.Empty with { ClaimName = "claim" } } },
                ],
            },
        });
        _cluster.Put(PersistentVolume.Empty with
        {
            Metadata = ObjectMeta.Empty with { Name = "pv" },
            Spec = PersistentVolumeSpec.Empty with { ClaimRef = ObjectReference.Empty with { Namespace = "ns", Name = "claim" } },
        });
        _authorizer = new NodeAuthorizer(new NodeReferences(_cluster), _cluster);
    }

    [Theory]
    [InlineData("get", "", "secrets", "ns", "mine", "", "")]
    [InlineData("get", "", "secrets", "ns", "other", "", "no relationship found between node 'n1' and this object")]
    [InlineData("get", "", "secrets", "ns2", "mine", "", "no relationship found between node 'n1' and this object")]
    [InlineData("list", "", "secrets", "ns", "", "", "No Object name found")]
    [InlineData("update", "", "secrets", "ns", "mine", "", "can only read resources of this type")]
    [InlineData("get", "", "configmaps", "ns", "x", "", "no relationship found between node 'n1' and this object")]
    [InlineData("get", "", "persistentvolumeclaims", "ns", "claim", "", "")]
    [InlineData("get", "", "persistentvolumes", "", "pv", "", "")]
    [InlineData("get", "", "persistentvolumes", "", "pv2", "", "no relationship found between node 'n1' and this object")]
    [InlineData("list", "", "persistentvolumes", "", "", "", "can only get individual resources of this type")]
    [InlineData("create", "", "serviceaccounts", "ns", "robot", "token", "")]
    [InlineData("create", "", "serviceaccounts", "ns", "admin", "token", "no relationship found between node 'n1' and this object")]
    [InlineData("get", "coordination.k8s.io", "leases", "kube-node-lease", "n1", "", "")]
    [InlineData("update", "coordination.k8s.io", "leases", "kube-node-lease", "n2", "", "can only access node lease with the same name as the requesting node")]
    [InlineData("get", "coordination.k8s.io", "leases", "kube-system", "n1", "", "can only access leases in the \"kube-node-lease\" system namespace")]
    [InlineData("get", "", "nodes", "", "n1", "", "")]
    [InlineData("get", "", "nodes", "", "n2", "", "node 'n1' cannot read 'n2', only its own Node object")]
    [InlineData("list", "", "nodes", "", "", "", "node 'n1' cannot read all nodes, only its own Node object")]
    [InlineData("get", "", "pods", "ns", "p", "", "")]
    [InlineData("list", "", "pods", "", "", "", "can only list/watch pods with spec.nodeName field selector")]
    [InlineData("update", "", "pods", "ns", "p", "status", "")]
    [InlineData("create", "", "events", "ns", "", "", "")]
    [InlineData("delete", "apps", "deployments", "ns", "x", "", "-")]
    public async Task ANodeReadsWhatItsOwnPodsUseAndNothingElse(string verb, string group, string resource, string ns, string name, string subresource, string reason)
    {
        var verdict = await AskAsync(new AuthorizationAttributes
        {
            User = Node("n1"), Verb = verb, IsResourceRequest = true, ApiGroup = group, Resource = resource, Namespace = ns, Name = name, Subresource = subresource,
        });
        Assert.Equal(reason.Length == 0 ? Verdict.Allow() : Verdict.NoOpinion(reason.TrimStart('-')), verdict);
    }

    [Fact]
    public async Task ItListsItsPodsAndLosesThemWithTheirNode()
    {
        var list = new AuthorizationAttributes
        {
            User = Node("n1"), Verb = "watch", IsResourceRequest = true, Resource = "pods", FieldSelector = [new SelectorRequirement("spec.nodeName", "In", ["n1"])],
        };
        Assert.True((await AskAsync(list)).IsAllowed);
        Assert.False((await AskAsync(list with { User = Node("n2") })).IsAllowed);
        var secret = new AuthorizationAttributes { User = Node("n1"), Verb = "get", IsResourceRequest = true, Resource = "secrets", Namespace = "ns", Name = "mine" };
        Assert.True((await AskAsync(secret)).IsAllowed);
        _cluster.Remove<Pod>("ns", "p");
        Assert.False((await AskAsync(secret)).IsAllowed);
        Assert.Equal(Verdict.NoOpinion(), await AskAsync(secret with { User = new UserInfo("alice") }));
    }

    private ValueTask<Verdict> AskAsync(AuthorizationAttributes attributes) => _authorizer.AuthorizeAsync(attributes, TestContext.Current.CancellationToken);

    private static UserInfo Node(string name) => new("system:node:" + name) { Groups = [UserInfo.NodesGroup, UserInfo.AuthenticatedGroup] };
}
