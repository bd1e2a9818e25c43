using Cybernetes.Client.Configuration;

namespace Cybernetes.Client.Tests.Configuration;

public sealed class KubeconfigTests
{
    private const string Text = """
        apiVersion: v1
        kind: Config
        current-context: one
        clusters:
        - name: c
          cluster: {server: "https://10.0.0.1:6443", certificate-authority: ca.crt, tls-server-name: api}
        contexts:
        - name: one
          context: {cluster: c, user: u, namespace: team}
        - name: broken
          context: {cluster: nowhere, user: u}
        users:
        - name: u
          user:
            as: jane
            as-groups: [a, b]
            exec:
              apiVersion: client.authentication.k8s.io/v1
              command: ./login
              args: [--fast]
              env: [{name: A, value: "1"}]
              interactiveMode: Never
        """;

    [Fact]
    public void AContextGivesItsClusterAndUserWithPathsRelativeToTheFile()
    {
        var config = Kubeconfig.Parse(Text, "/etc/k/config").ToClientConfig();

        Assert.Equal(new Uri("https://10.0.0.1:6443"), config.Server);
        Assert.Equal("/etc/k/ca.crt", config.CertificateAuthorityFile);
        Assert.Equal("api", config.TlsServerName);
        Assert.Equal("team", config.Namespace);
        Assert.Equal("jane", config.ImpersonateUser);
        Assert.Equal(["a", "b"], config.ImpersonateGroups);
        Assert.Equal("/etc/k/./login", config.Exec!.Command);
        Assert.Equal(["--fast"], config.Exec.Args);
    }

    [Fact]
    public void FlagsStandBeforeTheFile()
    {
        var config = Kubeconfig.Parse(Text).ToClientConfig(new KubeconfigOverrides { Server = "http://localhost:1", Namespace = "n", Token = "t" });

        Assert.Equal(new Uri("http://localhost:1"), config.Server);
        Assert.Equal("n", config.Namespace);
        Assert.Equal("t", config.BearerToken);
    }

    [Theory]
    [InlineData("other", "context \"other\" does not exist")]
    [InlineData("broken", "cluster \"nowhere\" does not exist")]
    public void AWrongContextIsToldInClientGosWords(string context, string message)
    {
        var error = Assert.Throws<ConfigurationException>(() => Kubeconfig.Parse(Text).ToClientConfig(new KubeconfigOverrides { Context = context }));
        Assert.Equal(message, error.Message);
    }
}
