using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Cybernetes.Server.Bench;

/// <summary>One client on one connection; for each kind of request the server's processor time, and how many times the yardstick's that is.</summary>
internal sealed class Load(ServerProcess server, ServerProcess bare, int count)
{
    private const string Pods = "/api/v1/namespaces/default/pods";

    public async Task RunAsync()
    {
        await SendAsync(server, HttpMethod.Post, "/api/v1/namespaces/default/serviceaccounts", """{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"default"}}""");
        var change = 0;
        Console.WriteLine($"{"request",-22}{"server",12}{"bare",12}{"ratio",10}");
        await RowAsync("create", count, i => (HttpMethod.Post, Pods, PodBody.Of(i), "application/json"), PodBody.Of(0));
        var pod = await SendAsync(server, HttpMethod.Get, $"{Pods}/pod-0", null);
        await RowAsync("get", count, i => (HttpMethod.Get, $"{Pods}/pod-{i}", null, ""), pod);
        await RowAsync("strategic patch", count, i => (HttpMethod.Patch, $"{Pods}/pod-{i}", $$$$"""{"metadata":{"labels":{"rev":"{{{{change++}}}}"}},"spec":{"containers":[{"name":"a","image":"registry.k8s.io/pause:{{{{change % 7}}}}"}]}}""", "application/strategic-merge-patch+json"), pod);
        await RowAsync("status merge patch", count, i => (HttpMethod.Patch, $"{Pods}/pod-{i}/status", $$$$"""{"status":{"phase":"Running","podIP":"10.0.0.{{{{(change++ % 250) + 1}}}}"}}""", "application/merge-patch+json"), pod);
        await RowAsync("apply", count, i => (HttpMethod.Patch, $"{Pods}/pod-{i}?fieldManager=bench&force=true", $$$$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"pod-{{{{i}}}}","labels":{"applied":"{{{{change++}}}}"}}}""", "application/apply-patch+yaml"), pod);
        await RowAsync("page of 50, selector", 200, _ => (HttpMethod.Get, Pods + "?labelSelector=app%3Dweb&limit=50", null, ""), await SendAsync(server, HttpMethod.Get, Pods + "?labelSelector=app%3Dweb&limit=50", null));
        var list = await SendAsync(server, HttpMethod.Get, Pods, null);
        await RowAsync($"list of {list.Length / 1048576.0:f1} MiB", 20, _ => (HttpMethod.Get, Pods, null, ""), list);
        Console.WriteLine($"resident {server.ResidentBytes / 1048576} MiB");
    }

    private async Task RowAsync(string name, int times, Func<int, (HttpMethod Method, string Path, string? Body, string Type)> request, string answer)
    {
        // A create can be done once only; everything else is warmed up.
        if (name != "create")
        {
            await MeasureAsync(server, times / 10, request);
        }

        var cost = await MeasureAsync(server, times, request);
        await SendAsync(bare, HttpMethod.Put, "/", answer);
        await MeasureAsync(bare, times / 10, request);
        var yardstick = await MeasureAsync(bare, times, request);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22}{cost,9:f3} ms{yardstick,9:f3} ms{cost / yardstick,9:f1}x"));
    }

    private static async Task<double> MeasureAsync(ServerProcess process, int times, Func<int, (HttpMethod Method, string Path, string? Body, string Type)> request)
    {
        var before = process.CpuTime;
        for (var i = 0; i < times; i++)
        {
            var (method, path, body, type) = request(i);
            await SendAsync(process, method, path, body, type);
        }

        return (process.CpuTime - before).TotalMilliseconds / times;
    }

    private static async Task<string> SendAsync(ServerProcess process, HttpMethod method, string path, string? body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (request.Content is { } content)
        {
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        using var answer = await process.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{method} {path}: {text}");
    }
}
