using System.Text;

namespace Cybernetes.Store.Contract;

/// <summary>
/// What every <see cref="IStore"/> does, whatever the engine. A test class per engine derives from it. The store may hold other keys and history:
/// every test keeps to its own prefix and counts revisions from where it began.
/// </summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    /// <summary>Longer than anything here takes; a test that gets there failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource _timeout = new(Patience);

    /// <summary>The store under test.</summary>
    protected IStore Store { get; private set; } = null!; // set before the first test

    /// <summary>Keys of this test.</summary>
    protected string Prefix { get; } = $"/test/{Guid.NewGuid():n}/";

    protected CancellationToken Token => _timeout.Token;

    /// <summary>Opens the store under test.</summary>
    protected abstract ValueTask<IStore> OpenAsync();

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        if (Store is not null)
        {
            await Store.DisposeAsync();
        }
        _timeout.Dispose();
        GC.SuppressFinalize(this);
    }

    protected StoreKey Key(string name) => Prefix + name;

    protected KeyRange Mine => KeyRange.Prefix(Prefix);

    protected static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(KeyValue? item) => item is null ? "-" : Encoding.UTF8.GetString(item.Value.Span);

    protected async Task<Revision> PutAsync(string name, string value, LeaseId lease = default) =>
        (await Store.PutAsync(Key(name), Bytes(value), lease, Token)).Revision;

    protected async Task<string> ReadAsync(string name, Revision revision = default) =>
        Text((await Store.GetAsync(Key(name), revision, Token)).Item);

    /// <summary>The range as "name=value name=value", names without the prefix.</summary>
    protected async Task<string> ListAsync(Revision revision = default, long limit = 0) =>
        Show((await Store.RangeAsync(new RangeRequest(Mine, revision, limit), Token)).Items);

    protected string Show(IEnumerable<KeyValue> items) =>
        string.Join(' ', items.Select(item => $"{item.Key.ToString()[Prefix.Length..]}={Text(item)}"));

    /// <summary>The events of a batch as "+name=value" and "-name".</summary>
    protected string Show(WatchBatch batch) => string.Join(' ', batch.Events.Select(change =>
        change.IsDelete ? "-" + Name(change.Item) : $"{(change.IsCreate ? '+' : '~')}{Name(change.Item)}={Text(change.Item)}"));

    private string Name(KeyValue item) => item.Key.ToString()[Prefix.Length..];

    /// <summary>The next batches of a watch, until <paramref name="count"/> with events came.</summary>
    protected async Task<List<WatchBatch>> TakeAsync(WatchRequest request, int count)
    {
        var batches = new List<WatchBatch>();
        await foreach (var batch in Store.WatchAsync(request, Token))
        {
            if (!batch.IsProgress)
            {
                batches.Add(batch);
            }
            if (batches.Count == count)
            {
                break;
            }
        }
        return batches;
    }

    protected static async Task<StoreException> ThrowsAsync(StoreError error, Func<Task> action)
    {
        var thrown = await Assert.ThrowsAnyAsync<StoreException>(action);
        Assert.Equal(error, thrown.Error);
        return thrown;
    }
}
