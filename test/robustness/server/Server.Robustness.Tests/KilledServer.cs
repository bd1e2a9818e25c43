using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;

namespace Cybernetes.Server.Robustness.Tests;

/// <summary>An API server in a process of its own that is killed and started again on the same data and port.</summary>
internal sealed class KilledServer : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("c8s-kill-");
    private readonly int _port = FreePort();
    private Process? _process;
    private HttpApiTransport? _transport;

    public KubeClient Client { get; private set; } = null!;

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync(CancellationToken token)
    {
        string[] words = [Path.Combine(AppContext.BaseDirectory, "Cybernetes.Server.Host.dll"), "--data-dir", _directory.FullName, "--secure-port", $"{_port}", "--bind-address", "127.0.0.1"];
        _process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        var kubeconfig = Path.Combine(_directory.FullName, "admin.kubeconfig");
        while (!File.Exists(kubeconfig) || !await IsReadyAsync(kubeconfig, token))
        {
            Assert.False(_process.HasExited);
            await Task.Delay(20, token);
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync(CancellationToken token)
    {
        _process!.Kill();
        await _process.WaitForExitAsync(token);
        _process.Dispose();
        _transport!.Dispose();
    }

    public void Dispose()
    {
        try
        {
            _process?.Kill();
        }
        catch (InvalidOperationException)
        {
            // Gone already.
        }

        _directory.Delete(recursive: true);
    }

    private async Task<bool> IsReadyAsync(string kubeconfig, CancellationToken token)
    {
        _transport?.Dispose();
        _transport = new HttpApiTransport(Kubeconfig.Load(kubeconfig).ToClientConfig());
        Client = new KubeClient(_transport, new KubeClientOptions { MaxRetries = 0 });
        try
        {
            return (await Client.GetAsync<Api.CoreV1.Namespace>("", "default", token)).Ok;
        }
        catch (Exception refused) when (refused is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
