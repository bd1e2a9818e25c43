using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;

namespace Cybernetes.Server.Robustness.Tests;

/// <summary>Writes one ConfigMap over and over, and knows what was acknowledged and what it does not know about.</summary>
internal sealed class Writer(string name, int seed)
{
    private readonly Random _random = new(seed);
    private string _version = "";
    private int _next;

    public string Name => name;

    /// <summary>The value that was last acknowledged; null for no object.</summary>
    public string? Value { get; private set; }

    /// <summary>What an unanswered write would have made of it; meaningless unless <see cref="IsUnsure"/>.</summary>
    public string? Wanted { get; private set; }

    public bool IsUnsure { get; private set; }

    /// <summary>The resourceVersion of every acknowledged create and update.</summary>
    public List<string> Acknowledged { get; } = [];

    /// <summary>Writes until the server no longer answers.</summary>
    public async Task RunAsync(KubeClient client, Action answered, CancellationToken token)
    {
        try
        {
            while (true)
            {
                await StepAsync(client, token);
                answered();
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // Killed: the write under way may or may not have been done.
        }
    }

    /// <summary>What the server says after it has come back, which must be what was acknowledged or what was under way.</summary>
    public void Settle(ConfigMap? found)
    {
        var value = found?.Data.GetValueOrDefault("value");
        Assert.True(value == Value || (IsUnsure && value == Wanted), $"{name}: {value ?? "gone"} is there; acknowledged was {Value ?? "gone"}, under way {(IsUnsure ? Wanted ?? "a delete" : "nothing")}");
        (Value, IsUnsure, _version) = (value, false, found?.Metadata.ResourceVersion ?? "");
    }

    private async Task StepAsync(KubeClient client, CancellationToken token)
    {
        var deletes = Value is not null && _random.Next(8) == 0;
        (Wanted, IsUnsure) = (deletes ? null : $"{_next++}", true);
        var map = new ConfigMap { Metadata = new ObjectMeta { Name = name, Namespace = "default", ResourceVersion = _version }, Data = ValueMap.Of(("value", Wanted ?? "")) };
        if (deletes)
        {
            Assert.True((await client.DeleteAsync<ConfigMap>("default", name, cancellationToken: token)).Ok);
            _version = "";
        }
        else
        {
            var written = (Value is null ? await client.CreateAsync(map, cancellationToken: token) : await client.UpdateAsync(map, cancellationToken: token)).OrThrow();
            _version = written.Metadata.ResourceVersion;
            Acknowledged.Add(_version);
        }

        (Value, IsUnsure) = (Wanted, false);
    }
}
