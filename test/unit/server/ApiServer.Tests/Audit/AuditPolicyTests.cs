using Cybernetes.ApiServer.Audit;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;

namespace Cybernetes.ApiServer.Tests.Audit;

public sealed class AuditPolicyTests
{
    private readonly AuditPolicy _policy = AuditPolicy.Parse("""
        apiVersion: audit.k8s.io/v1
        kind: Policy
        omitStages: [RequestReceived]
        rules:
        - level: RequestResponse
          resources: [{group: "", resources: [pods]}]
        - level: Metadata
          resources: [{group: "", resources: [pods/log, pods/status]}]
        - level: None
          resources: [{group: "", resources: [configmaps], resourceNames: [controller-leader]}]
        - level: None
          users: ["system:kube-proxy"]
          verbs: [watch]
          resources: [{group: "", resources: [endpoints, services]}]
        - level: None
          userGroups: ["system:authenticated"]
          nonResourceURLs: ["/api*", "/version"]
        - level: Request
          resources: [{group: "", resources: [configmaps]}]
          namespaces: [kube-system]
        - level: Metadata
          resources: [{group: "", resources: [secrets, configmaps]}]
        - level: Request
          resources: [{group: ""}, {group: extensions}]
        - level: Metadata
          omitStages: [ResponseStarted]
        """u8);

    [Theory]
    [InlineData("get", "pods", "", "ns", "x", AuditLevel.RequestResponse)]
    [InlineData("get", "pods", "log", "ns", "x", AuditLevel.Metadata)]
    [InlineData("get", "pods", "exec", "ns", "x", AuditLevel.Request)]
    [InlineData("update", "configmaps", "", "ns", "controller-leader", AuditLevel.None)]
    [InlineData("update", "configmaps", "", "kube-system", "x", AuditLevel.Request)]
    [InlineData("update", "configmaps", "", "ns", "x", AuditLevel.Metadata)]
    [InlineData("get", "secrets", "", "ns", "x", AuditLevel.Metadata)]
    public void TheFirstRuleThatFitsDecides(string verb, string resource, string subresource, string ns, string name, AuditLevel expected) => Assert.Equal(expected,
        _policy.Decide(new AuthorizationAttributes { User = new UserInfo("alice"), Verb = verb, IsResourceRequest = true, Resource = resource, Subresource = subresource, Namespace = ns, Name = name }).Level);

    [Fact]
    public void UsersGroupsAndPathsAreLookedAt()
    {
        Assert.Equal(AuditLevel.None, _policy.Decide(new AuthorizationAttributes { User = new UserInfo("system:kube-proxy"), Verb = "watch", IsResourceRequest = true, Resource = "services" }).Level);
        var path = new AuthorizationAttributes { User = new UserInfo("a") { Groups = [UserInfo.AuthenticatedGroup] }, Verb = "get", Path = "/apis" };
        Assert.Equal(AuditLevel.None, _policy.Decide(path).Level);
        var metrics = _policy.Decide(path with { Path = "/metrics" });
        Assert.Equal(AuditLevel.Metadata, metrics.Level);
        Assert.Equal(["RequestReceived", "ResponseStarted"], metrics.OmitStages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("apiVersion: audit.k8s.io/v1\nkind: Policy\n", "loaded illegal policy with 0 rules")]
    [InlineData("apiVersion: v1\nkind: Policy\n", "unknown group version field v1 in policy file")]
    public void AWrongFileIsRefused(string yaml, string expected) =>
        Assert.Equal(expected, Assert.Throws<FormatException>(() => AuditPolicy.Parse(System.Text.Encoding.UTF8.GetBytes(yaml))).Message);
}
