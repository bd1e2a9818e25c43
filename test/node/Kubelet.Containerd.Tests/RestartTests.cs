using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Containerd.Tests;

/// <summary>These stop and start kubelets, which end what they do not know: no others may run meanwhile.</summary>
[CollectionDefinition(nameof(RestartTests), DisableParallelization = true)]
public sealed class RestartCollection;

[Collection(nameof(RestartTests))]
public sealed class RestartTests(ContainerdFixture containerd)
{
    [Fact]
    public async Task ARestartOfTheKubeletTouchesNoRunningContainer()
    {
        var first = await NodeUnderTest.StartAsync(containerd, name: "restarted");
        first.Create(TestPods.Run("stays", TestPods.Server));
        first.Create(TestPods.Run("ends", "sleep 3"));
        var before = await first.UntilReadyAsync("stays");
        await first.UntilPhaseAsync("ends", "Running");
        await first.StopAsync();
        await using var second = await NodeUnderTest.StartAsync(containerd, api: first.Api, name: "restarted");

        await second.UntilPhaseAsync("ends", "Succeeded");
        var after = await second.UntilReadyAsync("stays");

        Assert.Equal(before.Status.ContainerStatuses[0].ContainerID, after.Status.ContainerStatuses[0].ContainerID);
        Assert.Equal(before.Status.Conditions, after.Status.Conditions);
    }

    [Fact]
    public async Task APodDeletedWhileTheKubeletWasAwayIsEnded()
    {
        var first = await NodeUnderTest.StartAsync(containerd, name: "away");
        first.Create(TestPods.Run("orphan", TestPods.Server));
        var uid = (await first.UntilReadyAsync("orphan")).Metadata.Uid;
        await first.StopAsync();
        first.Api.DeletePod("default", "orphan", 0);
        await using var second = await NodeUnderTest.StartAsync(containerd, api: first.Api, name: "away");

        var deadline = DateTime.UtcNow.AddSeconds(30);
        while ((await containerd.Channel.Runtime.ListPodSandboxesAsync(null, TestContext.Current.CancellationToken)).Any(s => s.Metadata.Uid == uid))
        {
            Assert.True(DateTime.UtcNow < deadline, "the sandbox is still there");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task AStaticPodRunsHasAMirrorFollowsItsFileAndEndsWithIt()
    {
        var manifests = Path.Combine(containerd.Directory, "manifests");
        Directory.CreateDirectory(manifests);
        var file = Path.Combine(manifests, "web.yaml");
        await using var node = await NodeUnderTest.StartAsync(containerd, o => o with { StaticPodPath = manifests }, name: "static");
        await File.WriteAllTextAsync(Path.Combine(manifests, "broken.yaml"), "kind: [", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, Manifest("one"), TestContext.Current.CancellationToken);

        var mirror = await node.UntilReadyAsync("web-static");
        Assert.Equal("file", mirror.Metadata.Annotations["kubernetes.io/config.source"]);
        Assert.Equal(mirror.Metadata.Annotations["kubernetes.io/config.hash"], mirror.Metadata.Annotations["kubernetes.io/config.mirror"]);

        await File.WriteAllTextAsync(file, Manifest("two"), TestContext.Current.CancellationToken);
        await node.UntilAsync("web-static", p => p.Metadata.Uid != mirror.Metadata.Uid && p.Status.Phase == "Running" && p.Spec.Containers[0].Env[0].Value == "two");

        File.Delete(file);
        await node.UntilGoneAsync("web-static");

        static string Manifest(string value) => $$"""
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
            spec:
              terminationGracePeriodSeconds: 1
              containers:
              - name: main
                image: {{ContainerdFixture.Busybox}}
                imagePullPolicy: IfNotPresent
                command: ["sh", "-c", "{{TestPods.Server}}"]
                env:
                - name: VALUE
                  value: {{value}}
            """;
    }

    [Fact]
    public async Task APodThatFillsItsEmptyDirIsEvicted()
    {
        await using var node = await NodeUnderTest.StartAsync(containerd, name: "evicting");
        var pod = TestPods.Run("fills", "dd if=/dev/zero of=/v/f bs=1M count=3; " + TestPods.Server);
        node.Create(pod with
        {
            Spec = pod.Spec with
            {
                Volumes = [new() { Name = "v", VolumeSource = new() { EmptyDir = new() { SizeLimit = Api.Machinery.Quantity.Parse("1Mi") } } }],
                Containers = [pod.Spec.Containers[0] with { VolumeMounts = [new() { Name = "v", MountPath = "/v" }] }],
            },
        });

        var failed = await node.UntilPhaseAsync("fills", "Failed", 40);

        Assert.Equal(("Evicted", "Usage of EmptyDir volume \"v\" exceeds the limit \"1Mi\". "), (failed.Status.Reason, failed.Status.Message));
        Assert.Contains(failed.Status.Conditions, c => c is { Type: "DisruptionTarget", Status: "True", Reason: "TerminationByKubelet" });
    }

    [Fact]
    public async Task ALargeLogIsRotatedWhileItIsFollowed()
    {
        await using var node = await NodeUnderTest.StartAsync(containerd, o => o with { ContainerLogMaxSize = "10Ki", ContainerLogMaxFiles = 3 }, name: "rotating");
        node.Create(TestPods.Run("chatty", "i=0; while [ $i -lt 1500 ]; do echo line $i; i=$((i+1)); sleep 0.01; done"));
        await node.UntilPhaseAsync("chatty", "Running");
        var log = await node.LogsAsync("chatty", query: "?follow=true");
        var pod = await node.UntilPhaseAsync("chatty", "Succeeded", 40);

        Assert.Equal(1500, log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Count());
        var files = Directory.GetFiles(Path.Combine(node.Options.PodLogsDirectory, $"default_chatty_{pod.Metadata.Uid}", "main"));
        Assert.InRange(files.Length, 2, 3);
    }
}
