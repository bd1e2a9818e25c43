using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;

namespace Cybernetes.Controllers.Scenarios.Tests;

public sealed class WorkloadScenarios
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ValueMap<string> Labels => ValueMap.Of(("app", "web"));

    private static PodTemplateSpec Template(string image) => new()
    {
        Metadata = new ObjectMeta { Labels = Labels },
        Spec = new PodSpec { Containers = [new Container { Name = "c", Image = image, Ports = [new ContainerPort { Name = "http", ContainerPortValue = 80 }] }] },
    };

    private static Deployment Web(int replicas) => new()
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
        Spec = new DeploymentSpec { Replicas = replicas, Selector = new LabelSelector { MatchLabels = Labels }, Template = Template("web:1") },
    };

    [Fact]
    public async Task ADeploymentRollsOutUpdatesRollsBackScalesAndGoesWithItsPods()
    {
        await using var plane = await ControlPlane.StartAsync(Token);
        var client = plane.Client;
        (await client.CreateAsync(Web(3), cancellationToken: Token)).OrThrow();
        var web = await plane.UntilAsync<Deployment>("default", "web", d => d is { Status.AvailableReplicas: 3 } && Progress(d) == "NewReplicaSetAvailable");
        Assert.Equal("1", web!.Metadata.Annotations["deployment.kubernetes.io/revision"]);

        (await client.PatchAsync<Deployment>("default", "web", Patch.Strategic("""{"spec":{"template":{"spec":{"containers":[{"name":"c","image":"web:2"}]}}}}"""), cancellationToken: Token)).OrThrow();
        web = await plane.UntilAsync<Deployment>("default", "web", d => Done(d, 3) && d!.Metadata.Annotations["deployment.kubernetes.io/revision"] == "2");
        var pods = await plane.UntilAllAsync<Pod>("default", all => all.Count == 3);
        Assert.All(pods, pod => Assert.Equal("web:2", pod.Spec.Containers[0].Image));

        (await client.PatchAsync<Deployment>("default", "web", Patch.Strategic("""{"spec":{"replicas":5,"template":{"spec":{"containers":[{"name":"c","image":"web:1"}]}}}}"""), cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<Deployment>("default", "web", d => Done(d, 5) && d!.Metadata.Annotations["deployment.kubernetes.io/revision"] == "3");
        Assert.Equal(2, (await client.ListAsync<ReplicaSet>("default", cancellationToken: Token)).OrThrow().Items.Count);

        (await client.DeleteAsync<Deployment>("default", "web", new DeleteOptions { PropagationPolicy = "Foreground" }, Token)).OrThrow();
        await plane.UntilAsync<Deployment>("default", "web", d => d is null);
        await plane.UntilAllAsync<Pod>("default", all => all.Count == 0);
        Assert.Empty((await client.ListAsync<ReplicaSet>("default", cancellationToken: Token)).OrThrow().Items);
        var events = (await client.ListAsync<Event>("default", cancellationToken: Token)).OrThrow().Items;
        Assert.Contains(events, e => e.Reason == "ScalingReplicaSet" && e.Message.StartsWith("Scaled up replica set web-", StringComparison.Ordinal) && e.Message.EndsWith(" from 0 to 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PodsOfAServiceBecomeItsEndpointsAndANamespaceGoesWithAllItHas()
    {
        await using var plane = await ControlPlane.StartAsync(Token);
        var client = plane.Client;
        (await client.CreateAsync(new Namespace { Metadata = new ObjectMeta { Name = "team" } }, cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<ServiceAccount>("team", "default", account => account is not null);
        await plane.UntilAsync<ConfigMap>("team", "kube-root-ca.crt", map => map?.Data["ca.crt"] == "ca");
        var web = Web(2);
        (await client.CreateAsync(web with { Metadata = web.Metadata with { Namespace = "team" } }, cancellationToken: Token)).OrThrow();
        var service = new Service
        {
            Metadata = new ObjectMeta { Name = "web", Namespace = "team" },
            Spec = new ServiceSpec { Selector = Labels, Ports = [new ServicePort { Port = 80, TargetPort = "http" }] },
        };
        (await client.CreateAsync(service, cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<Endpoints>("team", "web", e => e is { Subsets.Count: 1 } && e.Subsets[0].Addresses.Count == 2);
        var slices = await plane.UntilAllAsync<EndpointSlice>("team", all => all.Count == 1 && all[0].Endpoints.Count == 2);
        Assert.Equal(80, slices[0].Ports[0].Port);

        (await client.DeleteAsync<Namespace>("", "team", cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<Namespace>("", "team", gone => gone is null);
        Assert.Empty((await client.ListAsync<Pod>("team", cancellationToken: Token)).OrThrow().Items);
    }

    [Fact]
    public async Task AStatefulSetComesUpInOrderAndADaemonSetOnEveryNode()
    {
        await using var plane = await ControlPlane.StartAsync(Token);
        var client = plane.Client;
        var set = new StatefulSet
        {
            Metadata = new ObjectMeta { Name = "db", Namespace = "default" },
            Spec = new StatefulSetSpec { Replicas = 3, ServiceName = "db", Selector = new LabelSelector { MatchLabels = Labels }, Template = Template("db:1") },
        };
        (await client.CreateAsync(set, cancellationToken: Token)).OrThrow();
        var daemon = new DaemonSet
        {
            Metadata = new ObjectMeta { Name = "agent", Namespace = "default" },
            Spec = new DaemonSetSpec
            {
                Selector = new LabelSelector { MatchLabels = ValueMap.Of(("app", "agent")) },
                Template = Template("agent:1") with { Metadata = new ObjectMeta { Labels = ValueMap.Of(("app", "agent")) } },
            },
        };
        (await client.CreateAsync(daemon, cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<StatefulSet>("default", "db", s => s is { Status.AvailableReplicas: 3 });
        await plane.UntilAsync<DaemonSet>("default", "agent", d => d is { Status.NumberAvailable: 1, Status.DesiredNumberScheduled: 1 });
        var pods = (await client.ListAsync<Pod>("default", new ListOptions { LabelSelector = "app=web" }, Token)).OrThrow().Items;
        Assert.Equal(["db-0", "db-1", "db-2"], pods.OrderBy(pod => pod.Metadata.CreationTimestamp).ThenBy(pod => long.Parse(pod.Metadata.ResourceVersion)).Select(pod => pod.Metadata.Name).Order());

        (await client.PatchAsync<StatefulSet>("default", "db", Patch.Strategic("""{"spec":{"template":{"spec":{"containers":[{"name":"c","image":"db:2"}]}}}}"""), cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<StatefulSet>("default", "db", s => s is { Status.UpdatedReplicas: 3, Status.AvailableReplicas: 3 } && s.Status.CurrentRevision == s.Status.UpdateRevision && s.Status.ObservedGeneration == 2, 40);
        (await client.PatchAsync<DaemonSet>("default", "agent", Patch.Strategic("""{"spec":{"template":{"spec":{"containers":[{"name":"c","image":"agent:2"}]}}}}"""), cancellationToken: Token)).OrThrow();
        await plane.UntilAsync<DaemonSet>("default", "agent", d => d is { Status.UpdatedNumberScheduled: 1, Status.NumberAvailable: 1, Status.ObservedGeneration: 2 });
    }

    private static string? Progress(Deployment? deployment) => deployment?.Status.Conditions.FirstOrDefault(condition => condition.Type == "Progressing")?.Reason;

    private static bool Done(Deployment? deployment, int replicas) =>
        deployment is not null && deployment.Status.ObservedGeneration == deployment.Metadata.Generation && deployment.Status.UpdatedReplicas == replicas
        && deployment.Status.Replicas == replicas && deployment.Status.AvailableReplicas == replicas;
}
