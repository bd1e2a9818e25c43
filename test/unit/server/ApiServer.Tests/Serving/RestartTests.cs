using System.Net;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Command;
using Cybernetes.Client;
using Cybernetes.Store.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.ApiServer.Tests.Serving;

public sealed class RestartTests
{
    [Fact]
    public async Task AWatcherThatComesBackAfterARestartMissesNothing()
    {
        var token = TestContext.Current.CancellationToken;
        var directory = Directory.CreateTempSubdirectory("c8s-restart").FullName;
        string seen;
        await using (var host = await StartAsync(directory))
        {
            var client = ClientOf(host);
            seen = (await client.CreateAsync(Map("before"), cancellationToken: token)).OrThrow().Metadata.ResourceVersion;
            await client.CreateAsync(Map("unseen"), cancellationToken: token);
        }

        await using (var host = await StartAsync(directory))
        {
            await foreach (var change in ClientOf(host).WatchAsync<ConfigMap>("default", new ListOptions { ResourceVersion = seen }, token))
            {
                Assert.Equal("unseen", change.Object!.Metadata.Name);
                break;
            }
        }

        Directory.Delete(directory, recursive: true);
    }

    private static Task<ApiServerHost> StartAsync(string directory) => ApiServerHost.StartAsync(
        new ApiServerOptions { DataDirectory = directory, BindAddress = IPAddress.Loopback, SecurePort = ServerFixture.FreePort() },
        EmbeddedStore.Open(Path.Combine(directory, "store.db")), NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);

    private static KubeClient ClientOf(ApiServerHost host) =>
        new(host.TransportAs(new UserInfo("admin") { Groups = [UserInfo.MastersGroup] }, "tests"), new KubeClientOptions { Qps = 0 });

    private static ConfigMap Map(string name) => new() { Metadata = new() { Name = name, Namespace = "default" } };
}
