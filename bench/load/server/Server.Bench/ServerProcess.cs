using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Client.Configuration;

namespace Cybernetes.Server.Bench;

/// <summary>A server in a process of its own, one connection to it, and the processor time it has used.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address, X509Certificate2? client)
    {
        _process = process;
        Http = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
                ClientCertificates = client is null ? [] : [client],
            },
            MaxConnectionsPerServer = 1,
        })
        { BaseAddress = address };
        Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public HttpClient Http { get; }

    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts the API server on an empty directory and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartServerAsync(string program, string directory)
    {
        var data = Path.Combine(directory, "data");
        var port = FreePort();
        string[] words = ["kube-apiserver", "--data-dir", data, "--secure-port", $"{port}"];
        var process = program.EndsWith(".dll", StringComparison.Ordinal) ? Start("dotnet", [program, .. words]) : Start(program, words);
        var kubeconfig = Path.Combine(data, "admin.kubeconfig");
        while (!File.Exists(kubeconfig))
        {
            await Task.Delay(20);
        }

        var config = Kubeconfig.Load(kubeconfig).ToClientConfig();
        using var pem = X509Certificate2.CreateFromPem(config.ClientCertificateData, config.ClientKeyData);
        var server = new ServerProcess(process, config.Server, X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null));
        while (!await server.IsReadyAsync())
        {
            await Task.Delay(20);
        }

        return server;
    }

    /// <summary>Starts the yardstick.</summary>
    public static async Task<ServerProcess> StartBareAsync(string directory)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(directory, "bare.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12));
        var process = Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cybernetes.Server.Bench.dll"), "bare", file]);
        return new ServerProcess(process, new Uri((await process.StandardOutput.ReadLineAsync())!), null);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync("/readyz");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Process Start(string program, IEnumerable<string> words)
    {
        var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
