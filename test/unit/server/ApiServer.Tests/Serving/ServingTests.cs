using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Client.Transport;

namespace Cybernetes.ApiServer.Tests.Serving;

public sealed class ServingTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly KubeClient _client = server.Admin;

    [Fact]
    public async Task AFreshServerHoldsWhatEveryClusterHas()
    {
        Assert.Equal(["default", "kube-node-lease", "kube-public", "kube-system"], (await _client.ListAsync<Namespace>(cancellationToken: Token)).OrThrow().Items
            .Select(each => each.Metadata.Name).Where(name => name.StartsWith("kube-", StringComparison.Ordinal) || name == "default"));
        var service = (await _client.GetAsync<Service>("default", "kubernetes", Token)).OrThrow();
        Assert.Equal("10.96.0.1", service.Spec.ClusterIP);
        Assert.True((await _client.GetAsync<Api.NetworkingV1.IPAddress>("", "10.96.0.1", Token)).Ok);
    }

    [Fact]
    public async Task AWriteAgainstAnOldVersionIsAConflict()
    {
        var made = (await _client.CreateAsync(Map("conflict"), cancellationToken: Token)).OrThrow();
        var changed = (await _client.UpdateAsync(made with { Data = ValueMap.Of(("a", "1")) }, cancellationToken: Token)).OrThrow();
        Assert.NotEqual(made.Metadata.ResourceVersion, changed.Metadata.ResourceVersion);
        var refused = await _client.UpdateAsync(made with { Data = ValueMap.Of(("a", "2")) }, cancellationToken: Token);
        Assert.True(refused.IsConflict);
        Assert.Equal("Operation cannot be fulfilled on configmaps \"conflict\": the object has been modified; please apply your changes to the latest version and try again", refused.Message);
    }

    [Fact]
    public async Task AnUpdateThatChangesNothingWritesNothing()
    {
        var made = (await _client.CreateAsync(Map("same"), cancellationToken: Token)).OrThrow();
        var again = (await _client.UpdateAsync(made, cancellationToken: Token)).OrThrow();
        Assert.Equal(made.Metadata.ResourceVersion, again.Metadata.ResourceVersion);
    }

    [Fact]
    public async Task AChangeThatChangesNothingAnswersWithTheNewestVersion()
    {
        await _client.CreateAsync(Map("newest"), cancellationToken: Token);
        for (var i = 0; i < 200; i++)
        {
            // The cache has not always seen the write when the next request comes.
            var written = (await _client.PatchAsync<ConfigMap>("default", "newest", Patch.Merge($$$"""{"data":{"i":"{{{i}}}"}}"""), cancellationToken: Token)).OrThrow();
            var same = (await _client.PatchAsync<ConfigMap>("default", "newest", Patch.Merge("{}"), cancellationToken: Token)).OrThrow();
            Assert.Equal(written.Metadata.ResourceVersion, same.Metadata.ResourceVersion);
        }
    }

    [Fact]
    public async Task AWatchFromAListMissesNothing()
    {
        var list = (await _client.ListAsync<ConfigMap>("default", cancellationToken: Token)).OrThrow();
        await _client.CreateAsync(Map("w1") with { Metadata = new() { Name = "w1", Namespace = "default", Labels = ValueMap.Of(("watch", "me")) } }, cancellationToken: Token);
        await _client.CreateAsync(Map("w2"), cancellationToken: Token);
        var one = (await _client.GetAsync<ConfigMap>("default", "w1", Token)).OrThrow();
        await _client.UpdateAsync(one with { Metadata = one.Metadata with { Labels = default } }, cancellationToken: Token);
        var seen = new List<string>();
        await foreach (var change in _client.WatchAsync<ConfigMap>("default", new ListOptions { ResourceVersion = list.Metadata.ResourceVersion, LabelSelector = "watch=me" }, Token))
        {
            seen.Add($"{change.Type} {change.Object!.Metadata.Name}");
            if (seen.Count == 2)
            {
                break;
            }
        }

        // The object left the selector's sight: to this watcher it is deleted.
        Assert.Equal(["Added w1", "Deleted w1"], seen);
    }

    [Fact]
    public async Task PagesOfAListShowOneRevision()
    {
        for (var i = 0; i < 5; i++)
        {
            await _client.CreateAsync(new Secret { Metadata = new() { Name = $"page{i}", Namespace = "kube-public" } }, cancellationToken: Token);
        }

        var first = (await _client.ListAsync<Secret>("kube-public", new ListOptions { Limit = 2 }, Token)).OrThrow();
        Assert.Equal(3, first.Metadata.RemainingItemCount);
        await _client.CreateAsync(new Secret { Metadata = new() { Name = "page2b", Namespace = "kube-public" } }, cancellationToken: Token);
        var second = (await _client.ListAsync<Secret>("kube-public", new ListOptions { Limit = 10, Continue = first.Metadata.Continue }, Token)).OrThrow();
        Assert.Equal(["page2", "page3", "page4"], second.Items.Select(each => each.Metadata.Name));
        Assert.Equal(first.Metadata.ResourceVersion, second.Metadata.ResourceVersion);
    }

    [Fact]
    public async Task TheOptionsOfADeleteMayBeOfAnyGroup()
    {
        await _client.CreateAsync(Map("options"), cancellationToken: Token);
        var path = "/api/v1/namespaces/default/configmaps/options";
        var unknown = await _client.SendAsync(new ApiRequest("DELETE", path) { Body = ApiBody.Of("""{"kind":"DeleteOptions","apiVersion":"no.such/v1"}"""u8.ToArray(), "application/json") }, Token);
        Assert.Equal(400, unknown.Code);
        var served = await _client.SendAsync(new ApiRequest("DELETE", path) { Body = ApiBody.Of("""{"kind":"DeleteOptions","apiVersion":"apps/v1"}"""u8.ToArray(), "application/json") }, Token);
        Assert.Equal(200, served.Code);
    }

    [Fact]
    public async Task AnObjectWithFinalizersGoesWhenTheLastIsTakenAway()
    {
        var made = (await _client.CreateAsync(new ConfigMap { Metadata = new() { Name = "held", Namespace = "default", Finalizers = ["example.com/x"] } }, cancellationToken: Token)).OrThrow();
        await _client.DeleteAsync<ConfigMap>("default", "held", cancellationToken: Token);
        var going = (await _client.GetAsync<ConfigMap>("default", "held", Token)).OrThrow();
        Assert.NotNull(going.Metadata.DeletionTimestamp);
        Assert.Equal(made.Metadata.Uid, going.Metadata.Uid);
        await _client.UpdateAsync(going with { Metadata = going.Metadata with { Finalizers = default } }, cancellationToken: Token);
        Assert.True((await _client.GetAsync<ConfigMap>("default", "held", Token)).IsNotFound);
    }

    [Fact]
    public async Task ServicesGetDifferentAddressesAndGiveThemBack()
    {
        var services = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i => (await _client.CreateAsync(
            new Service { Metadata = new() { Name = $"s{i}", Namespace = "default" }, Spec = new() { Type = "NodePort", Ports = [new() { Port = 80, Protocol = "TCP", TargetPort = 80 }] } }, cancellationToken: Token)).OrThrow()));
        Assert.Equal(20, services.Select(each => each.Spec.ClusterIP).Distinct().Count());
        Assert.Equal(20, services.Select(each => each.Spec.Ports[0].NodePort).Distinct().Count());
        Assert.All(services, each => Assert.InRange(each.Spec.Ports[0].NodePort, 30000, 32767));
        await _client.DeleteAsync<Service>("default", "s0", cancellationToken: Token);
        Assert.True((await _client.GetAsync<Api.NetworkingV1.IPAddress>("", services[0].Spec.ClusterIP, Token)).IsNotFound);
    }

    [Fact]
    public async Task AnInProcessCallerAndTheCacheShareOneObject()
    {
        await _client.CreateAsync(Map("shared"), cancellationToken: Token);
        var one = (await _client.ListAsync<ConfigMap>("default", new ListOptions { FieldSelector = "metadata.name=shared" }, Token)).OrThrow().Items[0];
        var other = (await _client.ListAsync<ConfigMap>("default", new ListOptions { FieldSelector = "metadata.name=shared" }, Token)).OrThrow().Items[0];
        Assert.Same(one, other);
    }

    [Fact]
    public async Task DiscoveryShowsTheDefaultVersionsInUpstreamsOrder()
    {
        var answer = await _client.SendAsync(new ApiRequest("GET", "/apis"), Token);
        var groups = Value.ParseJson(answer.Bytes.Span)["groups"].Items;
        Assert.Equal("apiregistration.k8s.io", groups[0]["name"].AsString);
        var autoscaling = groups.Single(group => group["name"].AsString == "autoscaling");
        Assert.Equal(["autoscaling/v2", "autoscaling/v1"], autoscaling["versions"].Items.Select(version => version["groupVersion"].AsString));
    }

    private static ConfigMap Map(string name) => new() { Metadata = new() { Name = name, Namespace = "default" } };
}
