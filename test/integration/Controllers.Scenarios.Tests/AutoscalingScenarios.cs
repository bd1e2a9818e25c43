using Cybernetes.Api.AppsV1;
using Cybernetes.Api.AutoscalingV2;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.ResourceV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using ResourceClaim = Cybernetes.Api.ResourceV1.ResourceClaim;

namespace Cybernetes.Controllers.Scenarios.Tests;

/// <summary>Controllers that act for others: on scales, and on what pods ask to have made for them.</summary>
public sealed class AutoscalingScenarios
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ValueMap<string> Labels => ValueMap.Of(("app", "web"));

    [Fact]
    public async Task AnAutoscalerRaisesToItsLeastAndSaysThatThereAreNoMetrics()
    {
        await using var plane = await ControlPlane.StartAsync(Token, new ControllerManagerOptions { RootCa = "ca", HorizontalPodAutoscalerSyncPeriod = TimeSpan.FromMilliseconds(300) });
        var set = new ReplicaSet
        {
            Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
            Spec = new ReplicaSetSpec
            {
                Replicas = 1,
                Selector = new LabelSelector { MatchLabels = Labels },
                Template = new PodTemplateSpec { Metadata = new ObjectMeta { Labels = Labels }, Spec = new PodSpec { Containers = [new Container { Name = "c", Image = "web:1" }] } },
            },
        };
        (await plane.Client.CreateAsync(set, cancellationToken: Token)).OrThrow();
        var autoscaler = new HorizontalPodAutoscaler
        {
            Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
            Spec = new HorizontalPodAutoscalerSpec
            {
                MinReplicas = 2,
                MaxReplicas = 3,
                ScaleTargetRef = new CrossVersionObjectReference { ApiVersion = "apps/v1", Kind = "ReplicaSet", Name = "web" },
                Metrics = [new MetricSpec { Type = "Resource", Resource = new ResourceMetricSource { Name = "cpu", Target = new MetricTarget { Type = "Utilization", AverageUtilization = 50 } } }],
            },
        };
        (await plane.Client.CreateAsync(autoscaler, cancellationToken: Token)).OrThrow();

        await plane.UntilAsync<ReplicaSet>("default", "web", s => s is { Status.AvailableReplicas: 2 }, 30);
        var told = await plane.UntilAsync<HorizontalPodAutoscaler>("default", "web", a => Condition(a, "ScalingActive")?.Status == "False", 30);
        Assert.Equal("FailedGetResourceMetric", Condition(told, "ScalingActive")!.Reason);
    }

    [Fact]
    public async Task APodsClaimIsMadeOfItsTemplateAndGoesWithThePod()
    {
        await using var plane = await ControlPlane.StartAsync(Token);
        var template = new ResourceClaimTemplate
        {
            Metadata = new ObjectMeta { Name = "gpu", Namespace = "default" },
            Spec = new ResourceClaimTemplateSpec { Spec = new ResourceClaimSpec { Devices = new DeviceClaim { Requests = [new DeviceRequest { Name = "one", Exactly = new ExactDeviceRequest { DeviceClassName = "gpu" } }] } } },
        };
        (await plane.Client.CreateAsync(template, cancellationToken: Token)).OrThrow();
        var pod = new Pod
        {
            Metadata = new ObjectMeta { Name = "user", Namespace = "default" },
            Spec = new PodSpec
            {
                Containers = [new Container { Name = "c", Image = "user:1" }],
                ResourceClaims = [new PodResourceClaim { Name = "mine", ResourceClaimTemplateName = "gpu" }],
            },
        };
        (await plane.Client.CreateAsync(pod, cancellationToken: Token)).OrThrow();

        var told = await plane.UntilAsync<Pod>("default", "user", p => p?.Status.ResourceClaimStatuses.Any(one => one.Name == "mine") == true, 30);
        var name = told!.Status.ResourceClaimStatuses[0].ResourceClaimName!;
        var claim = await plane.UntilAsync<ResourceClaim>("default", name, c => c is not null, 30);
        Assert.Equal(("Pod", "user"), (claim!.Metadata.OwnerReferences[0].Kind, claim.Metadata.OwnerReferences[0].Name));

        (await plane.Client.DeleteAsync<Pod>("default", "user", cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<ResourceClaim>("default", name, c => c is null, 30);
    }

    private static HorizontalPodAutoscalerCondition? Condition(HorizontalPodAutoscaler? autoscaler, string type) => autoscaler?.Status.Conditions.FirstOrDefault(one => one.Type == type);
}
