using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Admission.PodSecurity;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Tests.Admission;

public sealed class PodSecurityTests
{
    private readonly FakeCluster _cluster = new();

    [Theory]
    [InlineData("restricted", """{"containers":[{"name":"c"}]}""",
        "allowPrivilegeEscalation != false (container \"c\" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container \"c\" must set securityContext.capabilities.drop=[\"ALL\"]), runAsNonRoot != true (pod or container \"c\" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container \"c\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")")]
    [InlineData("baseline", """{"containers":[{"name":"c"}]}""", null)]
    [InlineData("baseline", """{"hostNetwork":true,"hostPID":true,"containers":[{"name":"a","securityContext":{"privileged":true}},{"name":"b","ports":[{"containerPort":80,"hostPort":80}],"securityContext":{"capabilities":{"add":["NET_ADMIN","CHOWN"]}}}],"volumes":[{"name":"v","hostPath":{"path":"/"}}]}""",
        "non-default capabilities (container \"b\" must not include \"NET_ADMIN\" in securityContext.capabilities.add), host namespaces (hostNetwork=true, hostPID=true), hostPath volumes (volume \"v\"), hostPort (container \"b\" uses hostPort 80), privileged (container \"a\" must not set securityContext.privileged=true)")]
    [InlineData("restricted", """{"securityContext":{"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}},"containers":[{"name":"c","securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]}}}],"volumes":[{"name":"v","hostPath":{"path":"/"}},{"name":"w","nfs":{"server":"s","path":"/"}}]}""",
        "restricted volume types (volumes \"v\", \"w\" use restricted volume types \"hostPath\", \"nfs\")")]
    [InlineData("restricted", """{"securityContext":{"runAsNonRoot":true,"runAsUser":0,"seccompProfile":{"type":"Unconfined"},"sysctls":[{"name":"kernel.msgmax","value":"1"}]},"containers":[{"name":"c","securityContext":{"runAsNonRoot":false,"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]}}}]}""",
        "forbidden sysctls (kernel.msgmax), runAsNonRoot != true (container \"c\" must not set securityContext.runAsNonRoot=false), runAsUser=0 (pod must not set runAsUser=0), seccompProfile (pod must not set securityContext.seccompProfile.type to \"Unconfined\")")]
    [InlineData("baseline", """{"securityContext":{"seLinuxOptions":{"type":"x","user":"u"},"windowsOptions":{"hostProcess":true}},"containers":[{"name":"c","securityContext":{"procMount":"Unmasked","seLinuxOptions":{"role":"r"}},"livenessProbe":{"httpGet":{"host":"1.2.3.4","port":80}}}]}""",
        "probe or lifecycle host (container \"c\" uses probe or lifecycle host \"1.2.3.4\"), procMount (container \"c\" must not set securityContext.procMount to \"Unmasked\"), seLinuxOptions (pod and container \"c\" set forbidden securityContext.seLinuxOptions: type \"x\"; user may not be set; role may not be set), hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)")]
    public void WhatALevelForbidsIsSaidInUpstreamsWords(string level, string spec, string? expected) => Assert.Equal(expected,
        PodSecurityStandards.Check(new LevelVersion(LevelVersion.ParseLevel(level)!.Value), ObjectMeta.Empty, JsonDecoder.Read<PodSpec>(System.Text.Encoding.UTF8.GetBytes(spec))));

    [Fact]
    public async Task APodIsRefusedByItsNamespacesLabel()
    {
        _cluster.Put(Namespace.Empty with { Metadata = Meta("ns", ("pod-security.kubernetes.io/enforce", "restricted"), ("pod-security.kubernetes.io/enforce-version", "v1.7")) });
        var attributes = PodPluginsTests.For(PodPluginsTests.SomePod());
        var refusal = await new PodSecurityPlugin(_cluster, null).ValidateAsync(attributes, TestContext.Current.CancellationToken);
        Assert.Equal("pods \"p\" is forbidden: violates PodSecurity \"restricted:v1.7\": runAsNonRoot != true (pod or container \"c\" must set securityContext.runAsNonRoot=true)", refusal!.Message);
        Assert.Equal("restricted:v1.7", attributes.AuditAnnotations["pod-security.kubernetes.io/enforce-policy"]);
    }

    [Fact]
    public async Task ADeploymentIsWarnedOf()
    {
        _cluster.Put(Namespace.Empty with { Metadata = Meta("ns", ("pod-security.kubernetes.io/enforce", "baseline")) });
        var attributes = new AdmissionAttributes
        {
            Operation = AdmissionOperation.Create,
            Kind = new GroupVersionKind("apps", "v1", "Deployment"),
            Resource = new GroupVersionResource("apps", "v1", "deployments"),
            User = UserInfo.Anonymous,
            Namespace = "ns",
            Object = Deployment.Empty with { Spec = DeploymentSpec.Empty with { Template = PodTemplateSpec.Empty with { Spec = PodSpec.Empty with { HostPID = true } } } },
        };
        Assert.Null(await new PodSecurityPlugin(_cluster, null).ValidateAsync(attributes, TestContext.Current.CancellationToken));
        Assert.Equal(["would violate PodSecurity \"baseline:latest\": host namespaces (hostPID=true)"], attributes.Warnings);
    }

    [Fact]
    public async Task AWrongLabelIsInvalidAndAStricterOneWarnsOfPodsThatAreThere()
    {
        _cluster.Put(PodPluginsTests.SomePod() with { Spec = PodSpec.Empty with { HostIPC = true } });
        var old = Namespace.Empty with { Metadata = Meta("ns") };
        var plugin = new PodSecurityPlugin(_cluster, null);
        var refusal = await plugin.ValidateAsync(Update(old, ("pod-security.kubernetes.io/enforce", "foo")), TestContext.Current.CancellationToken);
        Assert.Equal("Namespace \"ns\" is invalid: metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: \"foo\": must be one of privileged, baseline, restricted", refusal!.Message);
        var attributes = Update(old, ("pod-security.kubernetes.io/enforce", "baseline"));
        Assert.Null(await plugin.ValidateAsync(attributes, TestContext.Current.CancellationToken));
        Assert.Equal(["existing pods in namespace \"ns\" violate the new PodSecurity enforce level \"baseline:latest\"", "p: host namespaces"], attributes.Warnings);
    }

    private static AdmissionAttributes Update(Namespace old, params (string, string)[] labels) => new()
    {
        Operation = AdmissionOperation.Update,
        Kind = new GroupVersionKind("", "v1", "Namespace"),
        Resource = new GroupVersionResource("", "v1", "namespaces"),
        User = UserInfo.Anonymous,
        Namespace = "ns",
        Name = "ns",
        OldObject = old,
        Object = old with { Metadata = Meta("ns", labels) },
    };

    private static ObjectMeta Meta(string name, params (string, string)[] labels) => ObjectMeta.Empty with { Name = name, Labels = ValueMap.Of<string>(labels) };
}
