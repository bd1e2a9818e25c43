using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Client.Transport;

namespace Cybernetes.Server.Robustness.Tests;

/// <summary>Watches ConfigMaps, and goes on from the last version it saw after each kill.</summary>
internal sealed class Follower(string from)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _values = [];
    private readonly HashSet<string> _seen = [];
    private string _version = from;

    /// <summary>Follows until the server is gone.</summary>
    public async Task RunAsync(KubeClient client, CancellationToken token)
    {
        try
        {
            await foreach (var change in client.WatchAsync<ConfigMap>("default", new ListOptions { ResourceVersion = _version }, token))
            {
                Take(change);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // Killed.
        }
    }

    /// <summary>Whether it has seen every acknowledged write and holds what the server holds.</summary>
    public bool HasAll(IEnumerable<Writer> writers)
    {
        lock (_gate)
        {
            return writers.All(writer => _values.GetValueOrDefault(writer.Name) == writer.Value && writer.Acknowledged.TrueForAll(_seen.Contains));
        }
    }

    private void Take(WatchEvent<ConfigMap> change)
    {
        Assert.NotNull(change.Object);
        lock (_gate)
        {
            _version = change.Object.Metadata.ResourceVersion;
            Assert.True(_seen.Add(_version), $"version {_version} came twice");
            if (change.Type == WatchEventType.Deleted)
            {
                _values.Remove(change.Object.Metadata.Name);
            }
            else
            {
                _values[change.Object.Metadata.Name] = change.Object.Data.GetValueOrDefault("value") ?? "";
            }
        }
    }
}
