using System.Collections.Concurrent;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;

namespace Cybernetes.Controllers.Scenarios.Tests;

/// <summary>Controllers that are cut off at random instants reach the state that a quiet run reaches, and make nothing twice.</summary>
public sealed class ChaosScenarios
{
    private const int Workloads = 24;
    private const int MoreRestarts = 5;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhateverIsCutOffComesToItsEndAndNoIndexIsMadeTwice()
    {
        await using var plane = await ControlPlane.StartAsync(Token);
        var random = new Random(20261123);
        var made = new ConcurrentDictionary<string, ConcurrentDictionary<string, byte>>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var watching = RecordAsync(plane.Client, made, stop.Token);

        // The controllers are cut off in the midst of what the last few workloads set going, and again as soon as they have begun to go on.
        for (var next = 0; next < Workloads;)
        {
            for (var few = random.Next(1, 5); few > 0 && next < Workloads; few--)
            {
                await CreateAsync(plane.Client, next++);
            }

            await plane.RestartManagerAsync(Token);
        }

        for (var i = 0; i < MoreRestarts; i++)
        {
            await plane.RestartManagerAsync(Token);
        }

        for (var i = 0; i < Workloads; i++)
        {
            var name = $"w{i}";
            switch (i % 3)
            {
                case 0:
                    await plane.UntilAsync<Deployment>("default", name, d => d is { Status.AvailableReplicas: 3, Status.Replicas: 3 }, 60);
                    break;
                case 1:
                    await plane.UntilAsync<StatefulSet>("default", name, s => s is { Status.AvailableReplicas: 3, Status.Replicas: 3 }, 60);
                    break;
                default:
                    var job = await plane.UntilAsync<Job>("default", name, j => j?.Status.Conditions.Any(one => one is { Type: "Complete", Status: "True" }) == true, 60);
                    Assert.Equal(("0-3", 4, 0), (job!.Status.CompletedIndexes, job.Status.Succeeded, job.Status.Failed));
                    break;
            }
        }

        var pods = (await plane.Client.ListAsync<Pod>("default", cancellationToken: Token)).OrThrow().Items;
        Assert.Equal(Workloads / 3 * (3 + 3 + 4), pods.Count);
        Assert.DoesNotContain(pods, pod => pod.Metadata.Labels.ContainsKey(ControlPlane.EndsLabel) && !pod.Metadata.Finalizers.IsEmpty);
        Assert.All(made, one => Assert.True(one.Value.Count == 1, $"{one.Key} was made {one.Value.Count} times"));
        Assert.Equal(Workloads / 3 * (3 + 4), made.Count);
        await stop.CancelAsync();
        await watching;
    }

    private static async Task CreateAsync(KubeClient client, int number)
    {
        var labels = ValueMap.Of(("app", $"w{number}"));
        var meta = new ObjectMeta { Name = $"w{number}", Namespace = "default" };
        var spec = new PodSpec { Containers = [new Container { Name = "c", Image = "c:1" }] };
        var template = new PodTemplateSpec { Metadata = new ObjectMeta { Labels = labels }, Spec = spec };
        var selector = new LabelSelector { MatchLabels = labels };
        switch (number % 3)
        {
            case 0:
                (await client.CreateAsync(new Deployment { Metadata = meta, Spec = new DeploymentSpec { Replicas = 3, Selector = selector, Template = template } }, cancellationToken: Token)).OrThrow();
                break;
            case 1:
                var set = new StatefulSetSpec { Replicas = 3, Selector = selector, Template = template, ServiceName = "s", PodManagementPolicy = number % 2 == 0 ? "Parallel" : "OrderedReady" };
                (await client.CreateAsync(new StatefulSet { Metadata = meta, Spec = set }, cancellationToken: Token)).OrThrow();
                break;
            default:
                var ends = new PodTemplateSpec { Metadata = new ObjectMeta { Labels = ValueMap.Of((ControlPlane.EndsLabel, "yes")) }, Spec = spec with { RestartPolicy = "Never" } };
                var job = new JobSpec { Completions = 4, Parallelism = 2, CompletionMode = "Indexed", Template = ends };
                (await client.CreateAsync(new Job { Metadata = meta, Spec = job }, cancellationToken: Token)).OrThrow();
                break;
        }
    }

    // Every pod that ever was, by the ordinal or index that it stands for.
    private static async Task RecordAsync(KubeClient client, ConcurrentDictionary<string, ConcurrentDictionary<string, byte>> made, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await foreach (var change in client.WatchAsync<Pod>("default", null, cancellationToken))
                {
                    if (change.Object is { Metadata.OwnerReferences: [{ Kind: "Job" or "StatefulSet" } owner, ..] } pod)
                    {
                        var index = owner.Kind == "Job" ? pod.Metadata.Annotations.GetValueOrDefault("batch.kubernetes.io/job-completion-index") : pod.Metadata.Name;
                        made.GetOrAdd($"{owner.Kind} {owner.Name} {index}", _ => new()).TryAdd(pod.Metadata.Uid, 0);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end.
        }
    }
}
