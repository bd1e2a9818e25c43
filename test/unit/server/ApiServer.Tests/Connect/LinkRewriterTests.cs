using Cybernetes.ApiServer.Connect;

namespace Cybernetes.ApiServer.Tests.Connect;

public sealed class LinkRewriterTests
{
    private const string Proxy = "/api/v1/namespaces/d/pods/p/proxy";
    private readonly LinkRewriter _links = new(Proxy, "10.0.0.5:80", "server:6443");

    [Theory]
    [InlineData("/rewriteme", Proxy + "/rewriteme")]
    [InlineData("/", Proxy + "/")]
    [InlineData("relative/x", "relative/x")]
    [InlineData("#anchor", "#anchor")]
    [InlineData("?q=http://10.0.0.5:80/x", "?q=http://10.0.0.5:80/x")]
    [InlineData("http://10.0.0.5:80/a?b=c", Proxy + "/a?b=c")]
    [InlineData("https://server:6443/a", Proxy + "/a")]
    [InlineData("http://10.0.0.5:80", Proxy + "/")]
    [InlineData("http://elsewhere/a", "http://elsewhere/a")]
    [InlineData("//elsewhere/a", "//elsewhere/a")]
    [InlineData(Proxy + "/there", Proxy + "/there")]
    public void LinksToTheRootLeadBackThroughTheProxy(string link, string expected) => Assert.Equal(expected, _links.Link(link));

    [Fact]
    public void OnlyLinksOfAPageChange()
    {
        const string Page = "<!doctype html><!-- <a href=\"/no\"> --><html><head><script src='/s.js'>var a = \"<a href='/no'>\";</script></head>\n"
            + "<body background=/b.png><a class=x HREF = \"/a\">text /a &amp; <b title=\"/no\"></a><img alt src=\"i.png\"/><a href=\"/open";
        const string Expected = "<!doctype html><!-- <a href=\"/no\"> --><html><head><script src='P/s.js'>var a = \"<a href='/no'>\";</script></head>\n"
            + "<body background=P/b.png><a class=x HREF = \"P/a\">text /a &amp; <b title=\"/no\"></a><img alt src=\"i.png\"/><a href=\"P/open";
        Assert.Equal(Expected.Replace("P/", Proxy + "/", StringComparison.Ordinal), _links.Page(Page));
    }

    [Theory]
    [InlineData("/api/v1/namespaces/d/pods/proxy-1/proxy/a/proxy/b", 7, "/a/proxy/b")]
    [InlineData("/api/v1/namespaces/d/pods/proxy/proxy", 7, "")]
    [InlineData("/api/v1/nodes/n/proxy/", 5, "/")]
    public void WhatFollowsTheProxySegmentIsPassedOn(string path, int segments, string rest) => Assert.Equal(rest, ProxyEndpoint.RestOf(path, segments));
}
