using Cybernetes.ApiServer.Authorization;

namespace Cybernetes.ApiServer.Tests.Authorization;

public sealed class AuthorizationFileTests
{
    private const string Head = "apiVersion: apiserver.config.k8s.io/v1\nkind: AuthorizationConfiguration\n";

    [Fact]
    public void AuthorizersAreReadInOrder() =>
        Assert.Equal(["Node", "RBAC"], Read("authorizers: [{type: Node, name: node}, {type: RBAC, name: rbac}]").Modes);

    [Theory]
    [InlineData("authorizers: []", "authorizers: Required value: at least one authorization mode must be defined")]
    [InlineData("authorizers: [{type: RBAC, name: a}, {type: RBAC, name: b}]", "authorizers[1].type: Duplicate value: \"RBAC\"")]
    [InlineData("authorizers: [{type: RBAC, name: a}, {type: Node, name: a}]", "authorizers[1].name: Duplicate value: \"a\"")]
    [InlineData("authorizers: [{type: RBAC}]", "authorizers[0].name: Required value")]
    [InlineData("authorizers: [{type: Webhook, name: w}]", "authorizers[0].webhook: Required value: required when type=Webhook")]
    [InlineData(
        "authorizers: [{type: Webhook, name: w, webhook: {timeout: 31s, subjectAccessReviewVersion: v1, failurePolicy: Deny, connectionInfo: {type: KubeConfigFile, kubeConfigFile: rel}}}]",
        "[authorizers[0].webhook.timeout: Invalid value: \"31s\": must be greater than 0s and less than or equal to 30s, authorizers[0].webhook.connectionInfo.kubeConfigFile: Invalid value: \"rel\": must be an absolute path]")]
    public void WhatIsWrongIsTold(string rest, string why) => Assert.Equal(why, Assert.Throws<FormatException>(() => Read(rest)).Message);

    private static AuthorizationFile Read(string rest)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Head + rest);
            return AuthorizationFile.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
