using System.Text;
using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Client.Transport;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Manifests;

/// <summary>
/// Applies the manifests of a directory and keeps them applied: what is changed in the cluster is put right within a minute, what goes from a file (or with
/// it) is deleted. What was applied is written down in ConfigMap kube-system/c8s-manifests, so that it is known after any restart. By server-side apply:
/// fields that a manifest does not name are other people's.
/// </summary>
internal sealed class ManifestKeeper(string directory, KubeClient client, ILogger logger)
{
    private const string Manager = "c8s-manifests";
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(1);
    private readonly Dictionary<GroupVersionKind, (GroupVersionResource Resource, bool Namespaced)> _resources = [];
    private readonly Dictionary<string, string> _told = [];

    /// <summary>Looks every few seconds whether a file has changed, and every minute whether the cluster has.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (known, looked) = ("", DateTimeOffset.MinValue);
        using var timer = new PeriodicTimer(Period);
        do
        {
            var stamp = string.Join('\n', ManifestFile.In(directory).Select(path => $"{path} {File.GetLastWriteTimeUtc(path).Ticks} {new FileInfo(path).Length}"));
            var now = client.Time.GetUtcNow();
            if (stamp != known || (stamp.Length > 0 && now - looked >= Drift))
            {
                (known, looked) = (await SyncAsync(cancellationToken) ? stamp : "", now);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>Applies and prunes once; false when something has to be tried again.</summary>
    public async Task<bool> SyncAsync(CancellationToken cancellationToken)
    {
        var record = (await client.GetAsync<ConfigMap>("kube-system", Manager, cancellationToken)).OrNull();
        var before = (record?.Data ?? default).ToDictionary(entry => entry.Key, entry => Lines(entry.Value));
        var after = new Dictionary<string, List<ManifestObject>>();
        var good = true;
        foreach (var path in ManifestFile.In(directory))
        {
            var name = Path.GetFileName(path);
            var (objects, problem) = await ApplyAsync(path, cancellationToken);
            good &= problem is null;
            Tell(name, problem);

            // A file that cannot be applied wholly keeps what it had: nothing is deleted for a mistake in it.
            after[name] = problem is null ? objects : [.. objects.UnionBy(before.GetValueOrDefault(name) ?? [], each => $"{each}")];
        }

        var wanted = after.Values.SelectMany(each => each).ToList();
        foreach (var gone in before.Values.SelectMany(each => each).Where(each => !wanted.Exists(each.IsSame)))
        {
            var response = await client.SendAsync(new ApiRequest("DELETE", gone.Path), cancellationToken);
            if (response.IsSuccess)
            {
                ManifestLog.Pruned(logger, gone.Path);
            }
            else if (response.Code != 404)
            {
                good = false;
                ManifestLog.Problem(logger, gone.Path, response.ToStatus().Message);
            }
        }

        await WriteAsync(record, after, cancellationToken);
        return good;
    }

    private async Task<(List<ManifestObject> Objects, string? Problem)> ApplyAsync(string path, CancellationToken cancellationToken)
    {
        var applied = new List<ManifestObject>();
        string? problem = null;
        try
        {
            foreach (var document in ManifestFile.Objects(await File.ReadAllBytesAsync(path, cancellationToken)))
            {
                var name = document["metadata"]["name"].AsString!;
                var kind = GroupVersionKind.From(document["apiVersion"].AsString!, document["kind"].AsString!);
                if (await FindAsync(kind, cancellationToken) is not var (resource, namespaced))
                {
                    problem ??= $"no kind {kind.Kind} is served in {kind.ApiVersion}";
                    continue;
                }

                var at = new ManifestObject(resource, !namespaced ? "" : document["metadata"]["namespace"].AsString is { Length: > 0 } ns ? ns : "default", name);
                var response = await client.SendAsync(new ApiRequest("PATCH", at.Path)
                {
                    Query = [new("fieldManager", Manager), new("force", "true")],
                    Body = ApiBody.Of(document.ToJson(), Patch.ApplyType),
                }, cancellationToken);
                if (response.IsSuccess)
                {
                    applied.Add(at);
                }
                else
                {
                    problem ??= response.ToStatus().Message;
                }
            }
        }
        catch (Exception e) when (e is WireException or FormatException or IOException)
        {
            problem = e.Message;
        }

        return (applied, problem);
    }

    /// <summary>The resource of a kind, as the server tells it.</summary>
    private async Task<(GroupVersionResource Resource, bool Namespaced)?> FindAsync(GroupVersionKind kind, CancellationToken cancellationToken)
    {
        if (_resources.TryGetValue(kind, out var known))
        {
            return known;
        }

        var answer = await client.SendAsync(new ApiRequest("GET", ApiPath.Root(kind.Group, kind.Version)), cancellationToken);
        if (answer.Object is not APIResourceList list)
        {
            return null;
        }

        foreach (var resource in list.Resources.Where(resource => !resource.Name.Contains('/', StringComparison.Ordinal)))
        {
            _resources[kind with { Kind = resource.Kind }] = (new GroupVersionResource(kind.Group, kind.Version, resource.Name), resource.Namespaced);
        }

        return _resources.TryGetValue(kind, out var found) ? found : null;
    }

    private async Task WriteAsync(ConfigMap? record, Dictionary<string, List<ManifestObject>> after, CancellationToken cancellationToken)
    {
        var data = ValueMap.From(after.Select(entry => new KeyValuePair<string, string>(entry.Key, string.Join('\n', entry.Value))).ToList());
        if (record is null)
        {
            if (after.Count > 0)
            {
                (await client.CreateAsync(new ConfigMap { Metadata = new ObjectMeta { Namespace = "kube-system", Name = Manager }, Data = data }, cancellationToken: cancellationToken)).OrThrow();
            }
        }
        else if (record.Data != data)
        {
            (await client.UpdateAsync(record with { Data = data }, cancellationToken: cancellationToken)).OrThrow();
        }
    }

    /// <summary>A problem is told once, and once that it is over.</summary>
    private void Tell(string file, string? problem)
    {
        if (_told.GetValueOrDefault(file) == problem && _told.ContainsKey(file))
        {
            return;
        }

        _told[file] = problem!;
        if (problem is null)
        {
            ManifestLog.Applied(logger, file);
        }
        else
        {
            ManifestLog.Problem(logger, file, problem);
        }
    }

    private static List<ManifestObject> Lines(string text) => [.. text.Split('\n').Select(ManifestObject.Parse).OfType<ManifestObject>()];
}
