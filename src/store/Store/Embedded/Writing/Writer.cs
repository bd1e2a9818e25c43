using Cybernetes.Store.Embedded.History;
using Cybernetes.Store.Embedded.Leases;
using Cybernetes.Store.Embedded.Watching;

namespace Cybernetes.Store.Embedded.Writing;

/// <summary>
/// The one writer, a thread of its own. It takes all that is queued, applies it to a tree nobody sees, commits it as one transaction of the file,
/// and only then publishes the new state, rings the watchers and answers: in that order, so that whoever was answered reads his write.
/// </summary>
internal sealed partial class Writer : IDisposable
{
    private const long MaxGroupBytes = 4 << 20;
    private readonly object _gate = new();
    private readonly IHistoryFile _file;
    private readonly EmbeddedStoreOptions _options;
    private readonly Thread _thread;
    private List<WriteRequest> _queue = [];
    private List<WriteRequest> _taken = [];
    private volatile StoreState _state;
    private volatile StoreException? _broken;
    private bool _stopping;

    public Writer(Func<Func<StoreState>, IHistoryFile> file, StoreState state, RevisionLog log, LeaseTable leases, EmbeddedStoreOptions options)
    {
        _state = state;
        _options = options;
        Log = log;
        Leases = leases;
        Hub = new WatchHub(log, state.Revision, state.Compacted);
        _file = file(() => _state);
        Compactor = new Compactor(this);
        _thread = new Thread(Run) { Name = "store writer", IsBackground = true };
    }

    public StoreState State => _state;

    public RevisionLog Log { get; }

    public LeaseTable Leases { get; }

    public WatchHub Hub { get; }

    public Compactor Compactor { get; }

    public IHistoryFile File => _file;

    /// <summary>Why it does not write any more, if so.</summary>
    public StoreException? Broken => _broken;

    public void Start() => _thread.Start();

    /// <summary>Queues a request and waits for its answer.</summary>
    public ValueTask<T> DoAsync<T>(WriteRequest<T> request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_stopping || _broken is not null)
            {
                throw _broken ?? Closed();
            }
            _queue.Add(request);
            if (_queue.Count == 1)
            {
                Monitor.Pulse(_gate);
            }
        }
        return request.WaitAsync(cancellationToken);
    }

    /// <summary>Publishes a state that says the same as the one before, or is already durable.</summary>
    public void Publish(StoreState state) => _state = state;

    /// <summary>Does what is queued, stops, ends the watches and closes the file.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_stopping)
            {
                return;
            }
            _stopping = true;
            Monitor.Pulse(_gate);
        }
        if (_thread.IsAlive)
        {
            _thread.Join();
        }
        Hub.Stop(Closed());
        _file.Dispose();
    }

    private static StoreException Closed() => new(StoreError.Unavailable, "the store is closed");

    private void Run()
    {
        while (Take() is { } requests)
        {
            var group = new Group(_state);
            foreach (var request in requests)
            {
                if (!request.TryBegin())
                {
                    continue;
                }
                switch (request)
                {
                    case TxnWrite txn:
                        group = Apply(group, txn);
                        break;
                    case WriterCommand command:
                        group = Commit(group);
                        Do(command);
                        group = new Group(_state);
                        break;
                }
                if (group.Bytes > MaxGroupBytes)
                {
                    group = Commit(group);
                }
            }
            Commit(group);
            if (_broken is null)
            {
                Compactor.Step();
            }
            requests.Clear();
        }
        Compactor.Stop(Closed());
    }

    /// <summary>All that is queued; waits for something unless the compactor has work; null when the store is closed.</summary>
    private List<WriteRequest>? Take()
    {
        lock (_gate)
        {
            while (_queue.Count == 0 && !_stopping && !(Compactor.HasWork && _broken is null))
            {
                Monitor.Wait(_gate, Compactor.IsOpen && _broken is null ? TimeSpan.FromSeconds(1) : Timeout.InfiniteTimeSpan);
            }
            if (_queue.Count == 0 && _stopping)
            {
                return null;
            }
            (_queue, _taken) = (_taken, _queue);
            return _taken;
        }
    }

    private Group Apply(Group group, TxnWrite request)
    {
        try
        {
            var plan = TxnPlan.Make(group.Editor.Tree, request.Txn);
            TxnCheck.Run(plan, group, Leases.Exists, _options.MaxTxnBytes);
            var applied = false;
            try
            {
                group.Waiting.Add((request, TxnApply.Run(group, plan)));
                applied = true;
            }
            finally
            {
                if (!applied)
                {
                    // Half of it is in the tree: the group cannot be kept.
                    Fail(group, new StoreException(StoreError.Unavailable, "a transaction committed together with this one failed; try again"));
                    group = new Group(_state);
                }
            }
        }
        catch (Exception reason)
        {
            request.Fail(reason);
        }
        return group;
    }

    private void Do(WriterCommand command)
    {
        try
        {
            if (_broken is not null)
            {
                throw _broken;
            }
            command.Run(this);
        }
        catch (Exception reason)
        {
            command.Fail(reason);
        }
    }

    private static void Fail(Group group, Exception reason)
    {
        foreach (var (request, _) in group.Waiting)
        {
            request.Fail(reason);
        }
    }
}
