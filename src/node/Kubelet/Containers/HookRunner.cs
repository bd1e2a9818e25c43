using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Cri;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.Containers;

/// <summary>Runs lifecycle hooks. Thread-safe.</summary>
internal sealed class HookRunner(IRuntimeService runtime, TimeProvider time)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromSeconds(1),
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    });

    /// <summary>Runs a hook to its end; returns null, or what went wrong.</summary>
    public async Task<string?> RunAsync(Pod pod, Container container, string containerId, LifecycleHandler handler, IReadOnlyList<string> podIps, CancellationToken cancellationToken)
    {
        switch (handler)
        {
            case { Exec: { } exec }:
                try
                {
                    var answer = await runtime.ExecSyncAsync(containerId, [.. exec.Command], 0, cancellationToken).ConfigureAwait(false);
                    return answer.ExitCode == 0 ? null
                        : $"Exec lifecycle hook ([{string.Join(' ', exec.Command)}]) for Container \"{container.Name}\" in Pod \"{pod.Display}\" failed - error: command '{string.Join(' ', exec.Command)}' exited with {answer.ExitCode}: {answer.Stderr.ToStringUtf8()}, message: \"{(answer.Stdout.ToStringUtf8() + answer.Stderr.ToStringUtf8()).Trim()}\"";
                }
                catch (CriException e)
                {
                    return $"Exec lifecycle hook ([{string.Join(' ', exec.Command)}]) for Container \"{container.Name}\" in Pod \"{pod.Display}\" failed - error: {e.Message}, message: \"\"";
                }

            case { HttpGet: { } get }:
                return await GetAsync(pod, container, get, podIps, cancellationToken).ConfigureAwait(false);
            case { Sleep: { } sleep }:
                await Task.Delay(TimeSpan.FromSeconds(sleep.Seconds), time, cancellationToken).ConfigureAwait(false);
                return null;
            default:
                return $"Cannot run handler: {handler}";
        }
    }

    /// <summary>The number of a port that is given as a number or by name; 0 when the name is unknown.</summary>
    public static int ResolvePort(IntOrString port, Container container) => !port.IsString
        ? port.IntValue
        : container.Ports.FirstOrDefault(p => p.Name == port.StringValue)?.ContainerPortValue
            ?? (int.TryParse(port.StringValue, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);

    private static async Task<string?> GetAsync(Pod pod, Container container, HTTPGetAction get, IReadOnlyList<string> podIps, CancellationToken cancellationToken)
    {
        var host = get.Host.Length > 0 ? get.Host : podIps.FirstOrDefault() ?? "";
        var address = host.Contains(':') ? $"[{host}]" : host;
        var scheme = get.Scheme.Length > 0 ? get.Scheme.ToLowerInvariant() : "http";
        var path = get.Path.StartsWith('/') ? get.Path : "/" + get.Path;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{scheme}://{address}:{ResolvePort(get.Port, container)}{path}");
            request.Headers.TryAddWithoutValidation("User-Agent", "kube-lifecycle/" + KubeletVersion.MajorMinor);
            foreach (var header in get.HttpHeaders)
            {
                if (header.Name.Equals("Host", StringComparison.OrdinalIgnoreCase))
                {
                    request.Headers.Host = header.Value;
                }
                else
                {
                    request.Headers.Remove(header.Name);
                    request.Headers.TryAddWithoutValidation(header.Name, header.Value);
                }
            }

            using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return null; // any answer counts
        }
        catch (Exception e) when (e is HttpRequestException or UriFormatException)
        {
            return $"HTTP lifecycle hook ({get.Path}) for Container \"{container.Name}\" in Pod \"{pod.Display}\" failed - error: {e.Message}";
        }
    }
}
