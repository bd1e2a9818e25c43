using System.Net;
using System.Net.Sockets;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Command;
using Cybernetes.Client;
using Cybernetes.Store.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.ApiServer.Tests.Serving;

/// <summary>A whole server on a store in memory, reached by its own process and by a free port.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("c8s-apiserver").FullName;

    public ApiServerHost Host { get; private set; } = null!;

    public KubeClient Admin { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new ApiServerOptions { DataDirectory = _directory, BindAddress = IPAddress.Loopback, SecurePort = FreePort() };
        Host = await ApiServerHost.StartAsync(options, EmbeddedStore.InMemory(), NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);
        Admin = new KubeClient(Host.TransportAs(new UserInfo("admin") { Groups = [UserInfo.MastersGroup, UserInfo.AuthenticatedGroup] }, "tests"), new KubeClientOptions { Qps = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
