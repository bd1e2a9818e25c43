using Cybernetes.Api.AppsV1;
using Cybernetes.Api.AutoscalingV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;

namespace Cybernetes.ApiServer.Tests.Serving;

public sealed class FieldOwnershipTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly KubeClient _client = server.Admin;

    [Fact]
    public async Task WhoScalesManagesTheReplicas()
    {
        await CreateAsync("scaled");
        var scale = new Scale { Metadata = new ObjectMeta { Name = "scaled", Namespace = "default" }, Spec = new ScaleSpec { Replicas = 3 } };
        (await _client.UpdateSubresourceAsync<Deployment, Scale>("default", "scaled", "scale", scale, new WriteOptions { FieldManager = "scaler" }, Token)).OrThrow();
        var deployment = (await _client.GetAsync<Deployment>("default", "scaled", Token)).OrThrow();
        Assert.Equal(3, deployment.Spec.Replicas);
        var scaler = Assert.Single(deployment.Metadata.ManagedFields, entry => entry.Manager == "scaler");
        Assert.Equal(("Update", "apps/v1", "scale"), (scaler.Operation, scaler.ApiVersion, scaler.Subresource));
        Assert.Equal("""{"f:spec":{"f:replicas":{}}}""", scaler.FieldsV1.ToString());
        var maker = Assert.Single(deployment.Metadata.ManagedFields, entry => entry.Manager == "maker");
        Assert.DoesNotContain("f:replicas", maker.FieldsV1.ToString(), StringComparison.Ordinal);
        Assert.Contains("f:template", maker.FieldsV1.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManagersOfAPatchedObjectKeepWhatOthersDidNotTouch()
    {
        await CreateAsync("patched");
        await _client.PatchAsync<Deployment>("default", "patched", Patch.Strategic("""{"metadata":{"labels":{"new":"1"}},"spec":{"replicas":2}}"""), options: new WriteOptions { FieldManager = "patcher" }, cancellationToken: Token);
        var entries = (await _client.GetAsync<Deployment>("default", "patched", Token)).OrThrow().Metadata.ManagedFields;
        Assert.Equal("""{"f:metadata":{"f:labels":{".":{},"f:new":{}}},"f:spec":{"f:replicas":{}}}""", Assert.Single(entries, entry => entry.Manager == "patcher").FieldsV1.ToString());
        Assert.DoesNotContain("f:replicas", Assert.Single(entries, entry => entry.Manager == "maker").FieldsV1.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAPatchGivesTwiceIsRefusedWhereTheClientIsStrict()
    {
        await CreateAsync("twice");
        var refused = await _client.PatchAsync<Deployment>("default", "twice", Patch.Merge("""{"spec":{"paused":true,"paused":false}}"""), options: new WriteOptions { FieldValidation = "Strict" }, cancellationToken: Token);
        Assert.Equal(422, refused.Status!.Code);
        Assert.EndsWith("strict decoding error: duplicate field \"spec.paused\"", refused.Message, StringComparison.Ordinal);
    }

    private async Task CreateAsync(string name)
    {
        var labels = ValueMap.Of(("app", name));
        (await _client.CreateAsync(
            new Deployment
            {
                Metadata = new ObjectMeta { Name = name, Namespace = "default" },
                Spec = new DeploymentSpec
                {
                    Replicas = 1,
                    Selector = new LabelSelector { MatchLabels = labels },
                    Template = new PodTemplateSpec
                    {
                        Metadata = new ObjectMeta { Labels = labels },
                        Spec = new PodSpec { Containers = [new Container { Name = "c", Image = "busybox" }] },
                    },
                },
            },
            new WriteOptions { FieldManager = "maker" },
            Token)).OrThrow();
    }
}
