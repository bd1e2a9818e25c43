using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.RbacV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.Authorization.Bootstrap;
using Cybernetes.ApiServer.Authorization.Rbac;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Tests.Authorization;

public sealed class RbacTests
{
    private readonly FakeCluster _cluster = new();
    private readonly RbacRules _rules;
    private readonly RbacAuthorizer _authorizer;

    public RbacTests()
    {
        foreach (var role in BootstrapRoles.ClusterRoles)
        {
            _cluster.Put(role);
        }
        foreach (var binding in BootstrapRoles.ClusterRoleBindings)
        {
            _cluster.Put(binding);
        }
        _rules = new RbacRules(_cluster);
        _authorizer = new RbacAuthorizer(_rules);
    }

    [Fact]
    public void TheSchedulerListsPodsByItsBootstrapBinding() => Assert.Equal(
        Verdict.Allow("RBAC: allowed by ClusterRoleBinding \"system:kube-scheduler\" of ClusterRole \"system:kube-scheduler\" to User \"system:kube-scheduler\""),
        _authorizer.Authorize(Ask("system:kube-scheduler", "list", "pods")));

    [Fact]
    public void NobodyElseDoes()
    {
        var verdict = _authorizer.Authorize(Ask("alice", "list", "pods"));
        Assert.Equal(Verdict.NoOpinion(), verdict);
        Assert.Equal("pods is forbidden: User \"alice\" cannot list resource \"pods\" in API group \"\" at the cluster scope",
            ForbiddenStatus.For(Ask("alice", "list", "pods"), verdict.Reason).Message);
    }

    [Fact]
    public void ARoleBindingCountsInItsNamespaceOnlyAndIsFollowedAsItChanges()
    {
        _cluster.Put(Role.Empty with
        {
            Metadata = Meta("ns1", "reader"),
            Rules = [PolicyRule.Empty with { Verbs = ["get"], ApiGroups = [""], Resources = ["pods", "*/scale"], ResourceNames = ["a"] }],
        });
        _cluster.Put(RoleBinding.Empty with
        {
            Metadata = Meta("ns1", "b"),
            RoleRef = RoleRef.Empty with { Kind = "Role", Name = "reader" },
            Subjects = [Subject.Empty with { Kind = "ServiceAccount", Name = "robot" }],
        });
        const string Robot = "system:serviceaccount:ns1:robot";
        Assert.Equal("RBAC: allowed by RoleBinding \"b/ns1\" of Role \"reader\" to ServiceAccount \"robot/ns1\"",
            _authorizer.Authorize(Ask(Robot, "get", "pods", "ns1", "a")).Reason);
        Assert.True(_authorizer.Authorize(Ask(Robot, "get", "things", "ns1", "a") with { Subresource = "scale" }).IsAllowed);
        Assert.False(_authorizer.Authorize(Ask(Robot, "get", "pods", "ns1", "b")).IsAllowed);
        Assert.False(_authorizer.Authorize(Ask(Robot, "get", "pods", "ns1", "a") with { Subresource = "log" }).IsAllowed);
        Assert.False(_authorizer.Authorize(Ask(Robot, "get", "pods", "ns2", "a")).IsAllowed);
        _cluster.Remove<RoleBinding>("ns1", "b");
        Assert.False(_authorizer.Authorize(Ask(Robot, "get", "pods", "ns1", "a")).IsAllowed);
    }

    [Fact]
    public void AMissingRoleIsNamedInTheReason()
    {
        _cluster.Put(ClusterRoleBinding.Empty with
        {
            Metadata = Meta("", "x"),
            RoleRef = RoleRef.Empty with { Kind = "ClusterRole", Name = "nope" },
            Subjects = [Subject.Empty with { Kind = "User", Name = "alice" }],
        });
        Assert.Equal("RBAC: clusterrole.rbac.authorization.k8s.io \"nope\" not found", _authorizer.Authorize(Ask("alice", "list", "pods")).Reason);
    }

    [Theory]
    [InlineData("/healthz", true)]
    [InlineData("/api/v1", true)]
    [InlineData("/metrics", false)]
    public void PathsAreMatchedByPrefix(string path, bool allowed) => Assert.Equal(allowed, _authorizer.Authorize(new AuthorizationAttributes
    {
        User = new UserInfo("alice") { Groups = [UserInfo.AuthenticatedGroup] },
        Verb = "get",
        Path = path,
    }).IsAllowed);

    [Fact]
    public async Task NobodyGrantsWhatTheyDoNotHold()
    {
        var check = new EscalationCheck(_rules, _authorizer);
        var alice = new UserInfo("alice") { Groups = [UserInfo.AuthenticatedGroup] };
        ValueList<PolicyRule> wanted = [PolicyRule.Empty with { Verbs = ["get", "list"], ApiGroups = [""], Resources = ["secrets"] }];
        Assert.Equal(
            "user \"alice\" (groups=[\"system:authenticated\"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[\"\"], Resources:[\"secrets\"], Verbs:[\"get\" \"list\"]}",
            await check.CheckRoleAsync(alice, "ns1", "roles", "r", wanted, false, TestContext.Current.CancellationToken));
        Assert.Null(await check.CheckRoleAsync(alice with { Groups = [UserInfo.MastersGroup] }, "ns1", "roles", "r", wanted, false, TestContext.Current.CancellationToken));
        Assert.StartsWith("user \"alice\"", await check.CheckBindingAsync(alice, "ns1", RoleRef.Empty with { Kind = "ClusterRole", Name = "cluster-admin" }, TestContext.Current.CancellationToken));
        Assert.Equal("clusterrole.rbac.authorization.k8s.io \"nope\" not found",
            await check.CheckBindingAsync(alice, "ns1", RoleRef.Empty with { Kind = "ClusterRole", Name = "nope" }, TestContext.Current.CancellationToken));
    }

    private static ObjectMeta Meta(string ns, string name) => ObjectMeta.Empty with { Namespace = ns, Name = name };

    private static AuthorizationAttributes Ask(string user, string verb, string resource, string ns = "", string name = "") => new()
    {
        User = new UserInfo(user),
        Verb = verb,
        IsResourceRequest = true,
        ApiVersion = "v1",
        Resource = resource,
        Namespace = ns,
        Name = name,
    };
}
