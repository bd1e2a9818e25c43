using System.Globalization;
using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Cri;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.Logs;
using Cybernetes.Kubelet.Metrics;
using Cybernetes.Kubelet.Pods;
using Cybernetes.Kubelet.Stats;
using Microsoft.AspNetCore.Http;

namespace Cybernetes.Kubelet.Serving;

/// <summary>The endpoints of the kubelet. Thread-safe.</summary>
internal sealed class KubeletApi(KubeletOptions options, IRuntimeService runtime, RuntimeReader reader, Func<PodWorkers> workers, StatsCollector stats, KubeletMetrics metrics, CadvisorPage cadvisor, Func<string?> unhealthy, TimeProvider time)
{
    public async Task ServeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        var parts = path.Trim('/').Split('/');
        var isLong = parts[0] is "exec" or "attach" or "portForward" || (parts[0] == "containerLogs" && Flag(http, "follow"));
        string[] labels = [isLong ? "true" : "false", http.Request.Method, parts is ["metrics", var page, ..] ? "metrics/" + page : parts[0], "readwrite"];
        metrics.HttpRequests.With(labels).Inc();
        metrics.HttpInflight.With(labels).Inc();
        var began = time.GetTimestamp();
        try
        {
            await RouteAsync(http, path, parts).ConfigureAwait(false);
        }
        catch (CriException e)
        {
            await TextAsync(http, e.IsNotFound ? StatusCodes.Status404NotFound : StatusCodes.Status500InternalServerError, e.Message).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException && !http.Response.HasStarted)
        {
            await TextAsync(http, StatusCodes.Status500InternalServerError, e.Message).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client has gone.
        }
        finally
        {
            metrics.HttpInflight.With(labels).Dec();
            metrics.HttpSeconds.With(labels).Observe(time.GetElapsedTime(began).TotalSeconds);
        }
    }

    /// <summary>The health page.</summary>
    public Task HealthzAsync(HttpContext http) => unhealthy() is { } problem
        ? TextAsync(http, StatusCodes.Status500InternalServerError, problem)
        : TextAsync(http, StatusCodes.Status200OK, "ok");

    private Task RouteAsync(HttpContext http, string path, string[] parts) => parts switch
    {
        ["healthz", ..] => HealthzAsync(http),
        ["pods"] => JsonAsync(http, JsonEncoder.ToArray(new PodList { Items = workers().Pods.ToValueList() })),
        ["runningpods"] => JsonAsync(http, JsonEncoder.ToArray(new PodList { Items = workers().Active.ToValueList() })),
        ["configz"] => JsonAsync(http, ConfigPage.Render(options)),
        ["stats", "summary"] => SummaryAsync(http),
        ["metrics"] => MetricsAsync(http, metrics.Page.Write()),
        ["metrics", "resource"] => ResourceMetricsAsync(http),
        ["metrics", "cadvisor"] => CadvisorAsync(http),
        ["metrics", "probes"] => MetricsAsync(http, metrics.ProbePage.Write()),
        ["containerLogs", var ns, var pod, var container] => LogsAsync(http, ns, pod, container),
        ["exec", var ns, var pod, var container] => ExecAsync(http, ns, pod, "", container),
        ["exec", var ns, var pod, var uid, var container] => ExecAsync(http, ns, pod, uid, container),
        ["attach", var ns, var pod, var container] => AttachAsync(http, ns, pod, "", container),
        ["attach", var ns, var pod, var uid, var container] => AttachAsync(http, ns, pod, uid, container),
        ["portForward", var ns, var pod] => PortForwardAsync(http, ns, pod),
        ["portForward", var ns, var pod, _] => PortForwardAsync(http, ns, pod),
        ["run", var ns, var pod, var container] => RunAsync(http, ns, pod, container),
        _ => TextAsync(http, StatusCodes.Status404NotFound, "404 page not found\n"),
    };

    private async Task<(Pod Pod, ContainerRecord Record)?> FindRunningAsync(HttpContext http, string @namespace, string name, string uid, string container)
    {
        if (workers().Find(@namespace, name) is not { } pod || (uid.Length > 0 && uid != pod.Metadata.Uid))
        {
            await TextAsync(http, StatusCodes.Status404NotFound, "pod does not exist").ConfigureAwait(false);
            return null;
        }

        var state = await reader.ReadAsync(pod.Metadata.Uid, name, @namespace, http.RequestAborted).ConfigureAwait(false);
        if (state.Find(container) is { State: RunState.Running } record)
        {
            return (pod, record);
        }

        await TextAsync(http, StatusCodes.Status500InternalServerError, $"container not found (\"{container}\")").ConfigureAwait(false);
        return null;
    }

    private async Task ExecAsync(HttpContext http, string @namespace, string name, string uid, string container)
    {
        if (await FindRunningAsync(http, @namespace, name, uid, container).ConfigureAwait(false) is not var (_, record))
        {
            return;
        }

        var tty = Flag(http, "tty");
        var request = new Cri.V1.ExecRequest { ContainerId = record.Id, Tty = tty, Stdin = Flag(http, "input"), Stdout = Flag(http, "output"), Stderr = Flag(http, "error") && !tty };
        request.Cmd.AddRange(http.Request.Query["command"].Where(c => c is not null)!);
        await StreamingProxy.ForwardAsync(http, await runtime.ExecAsync(request, http.RequestAborted).ConfigureAwait(false), http.RequestAborted).ConfigureAwait(false);
    }

    private async Task AttachAsync(HttpContext http, string @namespace, string name, string uid, string container)
    {
        if (await FindRunningAsync(http, @namespace, name, uid, container).ConfigureAwait(false) is not var (pod, record))
        {
            return;
        }

        var tty = pod.FindContainer(container)?.Tty == true;
        var request = new Cri.V1.AttachRequest { ContainerId = record.Id, Tty = tty, Stdin = Flag(http, "input"), Stdout = Flag(http, "output"), Stderr = Flag(http, "error") && !tty };
        await StreamingProxy.ForwardAsync(http, await runtime.AttachAsync(request, http.RequestAborted).ConfigureAwait(false), http.RequestAborted).ConfigureAwait(false);
    }

    private async Task PortForwardAsync(HttpContext http, string @namespace, string name)
    {
        if (workers().Find(@namespace, name) is not { } pod)
        {
            await TextAsync(http, StatusCodes.Status404NotFound, "pod does not exist").ConfigureAwait(false);
            return;
        }

        var state = await reader.ReadAsync(pod.Metadata.Uid, name, @namespace, http.RequestAborted).ConfigureAwait(false);
        if (state.ReadySandbox is not { } sandbox)
        {
            await TextAsync(http, StatusCodes.Status500InternalServerError, $"failed to find sandbox for pod \"{pod.Display}\"").ConfigureAwait(false);
            return;
        }

        var request = new Cri.V1.PortForwardRequest { PodSandboxId = sandbox.Id };
        request.Port.AddRange(http.Request.Query["port"].SelectMany(p => (p ?? "").Split(',')).Where(p => p.Length > 0).Select(p => int.Parse(p, CultureInfo.InvariantCulture)));
        await StreamingProxy.ForwardAsync(http, await runtime.PortForwardAsync(request, http.RequestAborted).ConfigureAwait(false), http.RequestAborted).ConfigureAwait(false);
    }

    private async Task RunAsync(HttpContext http, string @namespace, string name, string container)
    {
        if (await FindRunningAsync(http, @namespace, name, "", container).ConfigureAwait(false) is not var (_, record))
        {
            return;
        }

        var command = http.Request.Query["cmd"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var answer = await runtime.ExecSyncAsync(record.Id, command, 0, http.RequestAborted).ConfigureAwait(false);
        await TextAsync(http, StatusCodes.Status200OK, answer.Stdout.ToStringUtf8() + answer.Stderr.ToStringUtf8()).ConfigureAwait(false);
    }

    private async Task LogsAsync(HttpContext http, string @namespace, string name, string container)
    {
        if (workers().Find(@namespace, name) is not { } pod)
        {
            await TextAsync(http, StatusCodes.Status404NotFound, $"pod \"{name}\" not found\n").ConfigureAwait(false);
            return;
        }

        if (pod.FindContainer(container) is null)
        {
            await TextAsync(http, StatusCodes.Status404NotFound, $"container \"{container}\" not found in pod \"{name}\"\n").ConfigureAwait(false);
            return;
        }

        var state = await reader.ReadAsync(pod.Metadata.Uid, name, @namespace, http.RequestAborted).ConfigureAwait(false);
        var records = state.Containers.Where(c => c.Name == container).ToList();
        var previous = Flag(http, "previous");
        if (previous && records.Count < 2)
        {
            await TextAsync(http, StatusCodes.Status400BadRequest, $"previous terminated container \"{container}\" in pod \"{name}\" not found").ConfigureAwait(false);
            return;
        }

        var record = previous ? records[1] : records.FirstOrDefault(r => r.State is not RunState.Created) ?? records.FirstOrDefault();
        if (record is null || record.State == RunState.Created)
        {
            var reason = pod.Status.ContainerStatuses.Concat(pod.Status.InitContainerStatuses).FirstOrDefault(s => s.Name == container)?.State.Waiting?.Reason ?? "ContainerCreating";
            await TextAsync(http, StatusCodes.Status400BadRequest, $"container \"{container}\" in pod \"{name}\" is waiting to start: {reason}").ConfigureAwait(false);
            return;
        }

        var query = Query(http);
        http.Response.ContentType = "text/plain";
        if (query.Follow)
        {
            await http.Response.StartAsync(http.RequestAborted).ConfigureAwait(false);
        }

        await ContainerLogReader.CopyAsync(record.LogPath, query, () => IsRunning(pod, record), http.Response.Body, time, http.RequestAborted).ConfigureAwait(false);
    }

    private bool IsRunning(Pod pod, ContainerRecord record) =>
        workers().Runtime(pod.Metadata.Uid) is not { } state || state.Containers.Any(c => c.Id == record.Id && c.State == RunState.Running);

    private LogQuery Query(HttpContext http)
    {
        var query = http.Request.Query;
        DateTimeOffset? since = long.TryParse(query["sinceSeconds"], CultureInfo.InvariantCulture, out var seconds) ? time.GetUtcNow().AddSeconds(-seconds)
            : DateTimeOffset.TryParse(query["sinceTime"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
            : null;
        return new()
        {
            Follow = Flag(http, "follow"),
            Timestamps = Flag(http, "timestamps"),
            TailLines = long.TryParse(query["tailLines"], CultureInfo.InvariantCulture, out var tail) ? tail : null,
            LimitBytes = long.TryParse(query["limitBytes"], CultureInfo.InvariantCulture, out var limit) ? limit : null,
            Since = since,
            Stream = query["stream"].ToString() is { Length: > 0 } stream and not "All" ? stream : null,
        };
    }

    private async Task SummaryAsync(HttpContext http) =>
        await JsonAsync(http, await stats.SummaryAsync(workers().Pods, http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);

    private async Task CadvisorAsync(HttpContext http) =>
        await MetricsAsync(http, await cadvisor.WriteAsync(workers().Pods, http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);

    private async Task ResourceMetricsAsync(HttpContext http) =>
        await MetricsAsync(http, await stats.ResourceMetricsAsync(http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);

    private static bool Flag(HttpContext http, string name) => http.Request.Query[name].ToString() is "1" or "true" or "True" or "t" or "T" or "TRUE";

    private static Task MetricsAsync(HttpContext http, byte[] text)
    {
        http.Response.ContentType = Base.Metrics.MetricsRegistry.ContentType;
        return http.Response.Body.WriteAsync(text, http.RequestAborted).AsTask();
    }

    private static Task JsonAsync(HttpContext http, byte[] json)
    {
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(json, http.RequestAborted).AsTask();
    }

    private static Task TextAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), http.RequestAborted).AsTask();
    }
}
