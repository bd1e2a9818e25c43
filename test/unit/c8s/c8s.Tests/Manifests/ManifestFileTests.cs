using System.Text;
using Cybernetes.Manifests;

namespace Cybernetes.Tests.Manifests;

public sealed class ManifestFileTests
{
    [Fact]
    public void DocumentsAndListsAreTakenApart()
    {
        var objects = Read("""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a}
            ---
            # nothing
            ---
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Secret, metadata: {name: b}}
            - {apiVersion: apps/v1, kind: Deployment, metadata: {name: c}}
            """);
        Assert.Equal(["ConfigMap a", "Secret b", "Deployment c"], objects);
    }

    [Theory]
    [InlineData("kind: ConfigMap", "has no apiVersion")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: a-}", "has no metadata.name")]
    public void WhatCannotBeKeptIsRefusedWithItsPlace(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => Read(text)).Message);

    [Fact]
    public void TheRecordIsReadAsItIsWritten()
    {
        var object1 = new ManifestObject(new("apps", "v1", "deployments"), "shop", "web");
        Assert.Equal(object1, ManifestObject.Parse($"{object1}"));
        Assert.True(object1.IsSame(object1 with { Resource = new("apps", "v1beta1", "deployments") }));
        Assert.Equal("/apis/apps/v1/namespaces/shop/deployments/web", object1.Path);
    }

    private static List<string> Read(string text) => [.. ManifestFile.Objects(Encoding.UTF8.GetBytes(text)).Select(each => $"{each["kind"].AsString} {each["metadata"]["name"].AsString}")];
}
