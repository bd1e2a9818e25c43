using Cybernetes.ApiServer.Pipeline;

namespace Cybernetes.ApiServer.Tests.Pipeline;

public sealed class RequestInfoParserTests
{
    [Theory]
    [InlineData("GET", "/api/v1/pods", "", "list||v1||pods||")]
    [InlineData("GET", "/api/v1/pods", "watch=1", "watch||v1||pods||")]
    [InlineData("GET", "/api/v1/pods", "watch=false", "list||v1||pods||")]
    [InlineData("GET", "/api/v1/namespaces/n/pods/p", "", "get||v1|n|pods|p|")]
    [InlineData("POST", "/api/v1/namespaces/n/pods/p/exec", "", "create||v1|n|pods|p|exec")]
    [InlineData("PUT", "/apis/apps/v1/namespaces/n/deployments/d/status", "", "update|apps|v1|n|deployments|d|status")]
    [InlineData("DELETE", "/apis/apps/v1/namespaces/n/deployments", "", "deletecollection|apps|v1|n|deployments||")]
    [InlineData("GET", "/api/v1/watch/namespaces/n/pods", "", "watch||v1|n|pods||")]
    [InlineData("GET", "/api/v1/namespaces/n", "", "get||v1|n|namespaces|n|")]
    [InlineData("PUT", "/api/v1/namespaces/n/finalize", "", "update||v1|n|namespaces|n|finalize")]
    [InlineData("PATCH", "/apis/rbac.authorization.k8s.io/v1/clusterroles/a%3Ab", "", "patch|rbac.authorization.k8s.io|v1||clusterroles|a:b|")]
    public void ReadsWhatARequestMeans(string method, string path, string query, string expected)
    {
        var info = RequestInfoParser.Parse(method, path, new QueryParameters(query));
        Assert.True(info.IsResourceRequest);
        Assert.Equal(expected, $"{info.Verb}|{info.Group}|{info.Version}|{info.Namespace}|{info.Resource}|{info.Name}|{info.Subresource}");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api")]
    [InlineData("/api/v1")]
    [InlineData("/apis/apps/v1")]
    [InlineData("/apis/apps/v1/")]
    [InlineData("/healthz/ping")]
    public void WhatIsNoResourceIsAPath(string path) =>
        Assert.False(RequestInfoParser.Parse("GET", path, QueryParameters.Empty).IsResourceRequest);
}
