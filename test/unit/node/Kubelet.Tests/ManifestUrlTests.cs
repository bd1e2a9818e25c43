using System.Net;
using Cybernetes.Kubelet.Pods;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Kubelet.Tests;

public sealed class ManifestUrlTests
{
    private const string Pod = """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web"},"spec":{"containers":[{"name":"main","image":"x"}]}}""";

    [Theory]
    [InlineData(Pod)]
    [InlineData($$"""{"apiVersion":"v1","kind":"PodList","items":[{{Pod}}]}""")]
    public async Task APodBehindAUrlRunsUnderTheNodesName(string body)
    {
        var pod = Assert.Single(await Source(body).FetchAsync(TestContext.Current.CancellationToken));

        Assert.Equal(("web-here", "default", "here", "http"), (pod.Metadata.Name, pod.Metadata.Namespace, pod.Spec.NodeName, pod.Metadata.Annotations[PodExtensions.ConfigSource]));
    }

    [Fact]
    public async Task TheUidChangesWithTheManifestOnly()
    {
        var one = await Source(Pod).FetchAsync(TestContext.Current.CancellationToken);
        var same = await Source(Pod).FetchAsync(TestContext.Current.CancellationToken);
        var other = await Source(Pod.Replace("\"x\"", "\"y\"", StringComparison.Ordinal)).FetchAsync(TestContext.Current.CancellationToken);

        Assert.Equal(one[0].Metadata.Uid, same[0].Metadata.Uid);
        Assert.NotEqual(one[0].Metadata.Uid, other[0].Metadata.Uid);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"kind":"Service"}""")]
    public async Task WhatIsNoPodIsRefused(string body) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => Source(body).FetchAsync(TestContext.Current.CancellationToken));

    private static ManifestUrl Source(string body) => new(
        new KubeletOptions { NodeName = "here", StaticPodUrl = "http://localhost/pods" }, new HttpMessageInvoker(new Answers(body)), TimeProvider.System, NullLogger.Instance);

    private sealed class Answers(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) });
    }
}
