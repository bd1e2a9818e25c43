using System.Diagnostics;
using Cybernetes.Store.Embedded.History;
using Cybernetes.Store.Embedded.Index;
using Cybernetes.Store.Embedded.Leases;
using Cybernetes.Store.Embedded.Sqlite;
using Cybernetes.Store.Embedded.Writing;

namespace Cybernetes.Store.Embedded;

/// <summary>
/// The store of a single server: one SQLite file behind an index in memory. Reads and watches never touch the disk; writes are done by one
/// thread that commits all that is queued at once. Thread-safe.
/// </summary>
public sealed class EmbeddedStore : IStore
{
    private readonly Writer _writer;
    private readonly LeaseTable _leases;
    private readonly ITimer? _compaction;
    private readonly ITimer? _progress;
    private readonly string _engine;
    private long _compactNext;

    private EmbeddedStore(string engine, LoadedHistory loaded, Func<Func<StoreState>, IHistoryFile> file, EmbeddedStoreOptions options)
    {
        _engine = engine;
        _leases = new LeaseTable(options.TimeProvider, Expire);
        _writer = new Writer(file, loaded.State, loaded.Log, _leases, options);
        foreach (var (id, seconds) in loaded.Leases)
        {
            _leases.Add(id, TimeSpan.FromSeconds(seconds));
        }
        foreach (var item in loaded.Leased)
        {
            _leases.Attach(item.Lease, item.Key);
        }
        _writer.Compactor.Owe(loaded.Garbage);
        _writer.Start();
        _compaction = Every(options.TimeProvider, options.CompactionInterval, CompactRegularly);
        _progress = Every(options.TimeProvider, options.ProgressInterval, () => _writer.Hub.RequestProgress(onlyIfMoved: true));
    }

    /// <summary>A store without a file, gone with the process. For tests.</summary>
    public static EmbeddedStore InMemory(EmbeddedStoreOptions? options = null) =>
        new("memory", LoadedHistory.Empty, state => new MemoryOnly(state), options ?? new EmbeddedStoreOptions());

    /// <summary>
    /// Opens the store in the file <paramref name="path"/>, or makes it; its directory must exist. Only one process can have it open.
    /// </summary>
    /// <exception cref="StoreException">The file is damaged (the message says where and what to do), in use, or not a store.</exception>
    public static EmbeddedStore Open(string path, EmbeddedStoreOptions? options = null)
    {
        options ??= new EmbeddedStoreOptions();
        var watch = Stopwatch.StartNew();
        var file = HistoryFile.Open(path);
        try
        {
            var loaded = file.Load();
            options.Logger.Opened(path, loaded.State.Revision, loaded.State.Tree.Root.Live, loaded.State.Compacted, watch.ElapsedMilliseconds);
            return new EmbeddedStore("embedded", loaded, _ => file, options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Revision CurrentRevision => new(_writer.State.Revision);

    /// <summary>How many watches run.</summary>
    public int WatcherCount => _writer.Hub.Count;

    /// <inheritdoc/>
    public ValueTask<GetResult> GetAsync(StoreKey key, Revision revision = default, CancellationToken cancellationToken = default)
    {
        var state = _writer.State;
        TxnCheck.CheckRevision(revision.Value, state.Revision, state.Compacted);
        var item = state.Tree.Find(key, revision.IsNone ? long.MaxValue : revision.Value);
        CheckStillKept(revision);
        return new ValueTask<GetResult>(new GetResult(item, new Revision(state.Revision)));
    }

    /// <inheritdoc/>
    public ValueTask<RangeResult> RangeAsync(RangeRequest request, CancellationToken cancellationToken = default)
    {
        var state = _writer.State;
        TxnCheck.CheckRevision(request.Revision.Value, state.Revision, state.Compacted);
        var result = KeyReader.Range(state.Tree, state.Revision, request);
        CheckStillKept(request.Revision);
        return new ValueTask<RangeResult>(result);
    }

    /// <inheritdoc/>
    public ValueTask<TxnResult> TxnAsync(Txn txn, CancellationToken cancellationToken = default) =>
        _writer.DoAsync(new TxnWrite(txn), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<WatchBatch> WatchAsync(WatchRequest request, CancellationToken cancellationToken = default) =>
        _writer.Hub.WatchAsync(request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> RequestProgressAsync(CancellationToken cancellationToken = default)
    {
        _writer.Hub.RequestProgress(onlyIfMoved: false);
        return new ValueTask<bool>(true);
    }

    /// <inheritdoc/>
    public async ValueTask<Revision> CompactAsync(Revision revision, CancellationToken cancellationToken = default) =>
        new(await _writer.DoAsync(new CompactCommand(revision.Value), cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public async ValueTask<LeaseStatus> GrantLeaseAsync(TimeSpan ttl, LeaseId id = default, CancellationToken cancellationToken = default)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(ttl.TotalSeconds));
        while (id.IsNone)
        {
            id = new LeaseId(Random.Shared.NextInt64(long.MaxValue));
        }
        await _writer.DoAsync(new GrantCommand(id, seconds), cancellationToken).ConfigureAwait(false);
        return new LeaseStatus(id, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds), []);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RevokeLeaseAsync(LeaseId id, CancellationToken cancellationToken = default) =>
        await _writer.DoAsync(new RevokeCommand(id, onlyIfExpired: false), cancellationToken).ConfigureAwait(false) == 1;

    /// <inheritdoc/>
    public ValueTask<TimeSpan?> KeepLeaseAliveAsync(LeaseId id, CancellationToken cancellationToken = default) => new(_leases.Renew(id));

    /// <inheritdoc/>
    public ValueTask<LeaseStatus?> GetLeaseAsync(LeaseId id, bool withKeys = false, CancellationToken cancellationToken = default) =>
        new(_leases.Status(id, withKeys));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LeaseId>> ListLeasesAsync(CancellationToken cancellationToken = default) => new(_leases.List());

    /// <inheritdoc/>
    public ValueTask<StoreStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        if (_writer.Broken is { } broken)
        {
            throw broken;
        }
        var state = _writer.State;
        var (allocated, inUse) = _writer.File.Size;
        return new(new StoreStatus(_engine, "3.6.0", new Revision(state.Revision), new Revision(state.Compacted), allocated, inUse));
    }

    /// <inheritdoc/>
    public async Task SnapshotAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"c8s-snapshot-{Guid.NewGuid():n}");
        try
        {
            await Task.Run(() => _writer.File.CopyTo(copy), cancellationToken).ConfigureAwait(false);
            await using var source = File.OpenRead(copy);
            await source.CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _compaction?.Dispose();
        _progress?.Dispose();
        _leases.Dispose();
        await Task.Run(_writer.Dispose).ConfigureAwait(false);
    }

    /// <summary>What was read at an old revision is right only if that revision is still kept now.</summary>
    private void CheckStillKept(Revision revision)
    {
        var state = _writer.State;
        TxnCheck.CheckRevision(revision.Value, long.MaxValue, state.Compacted);
    }

    private void Expire(LeaseId id) => Forget(new RevokeCommand(id, onlyIfExpired: true));

    /// <summary>Forgets what was already old at the last time, so that between one and two intervals are kept, as upstream does.</summary>
    private void CompactRegularly()
    {
        var state = _writer.State;
        var target = Interlocked.Exchange(ref _compactNext, state.Revision);
        if (target > state.Compacted)
        {
            Forget(new CompactCommand(target));
        }
    }

    /// <summary>Does something whose failure is tried again later.</summary>
    private void Forget(WriterCommand command)
    {
        try
        {
            _ = _writer.DoAsync(command, CancellationToken.None).AsTask().ContinueWith(
                task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
        catch (StoreException)
        {
            // Closed or broken: whoever writes next is told.
        }
    }

    private static ITimer? Every(TimeProvider time, TimeSpan interval, Action action) =>
        interval > TimeSpan.Zero ? time.CreateTimer(_ => action(), null, interval, interval) : null;
}
