using Cybernetes.Api.FlowControlV1;

namespace Cybernetes.ApiServer.FlowControl;

/// <summary>
/// The queues and seats of one priority level (KEP-1040). Requests of one flow share a few queues by shuffle sharding; queues take turns by
/// how many seats each has had, so that a flow with many requests cannot starve one with few. All members are called under the controller's lock.
/// </summary>
internal sealed class PriorityLevel
{
    private readonly List<Queue> _queues = [];
    private int _handSize = 1;
    private int _queueLimit;
    private double _virtualTime;

    public PriorityLevel(string name) => Name = name;

    public string Name { get; }

    public string Uid { get; set; } = "";

    public bool IsExempt { get; private set; }

    public int Shares { get; private set; }

    private int LendablePercent { get; set; }

    public int Nominal { get; private set; }

    public int Lendable { get; private set; }

    public int Running { get; set; }

    public int SeatsInUse { get; set; }

    public long Dispatched { get; set; }

    public long Rejected { get; set; }

    public long TimedOut { get; set; }

    public int Waiting => _queues.Sum(q => q.Requests.Count);

    public IReadOnlyList<Queue> Queues => _queues;

    public void Configure(PriorityLevelConfigurationSpec spec)
    {
        IsExempt = spec.Type == "Exempt";
        Shares = (IsExempt ? spec.Exempt?.NominalConcurrencyShares : spec.Limited?.NominalConcurrencyShares) ?? (IsExempt ? 0 : 30);
        LendablePercent = (IsExempt ? spec.Exempt?.LendablePercent : spec.Limited?.LendablePercent) ?? 0;
        var queuing = spec.Limited?.LimitResponse.Queuing;
        _queueLimit = queuing?.QueueLengthLimit is { } limit and > 0 ? limit : queuing is null ? 0 : 50;
        _handSize = queuing?.HandSize is { } hand and > 0 ? hand : 8;
        var wanted = queuing is null ? 0 : queuing.Queues > 0 ? queuing.Queues : 64;
        while (_queues.Count < wanted)
        {
            _queues.Add(new Queue());
        }
    }

    public void SetNominal(int seats)
    {
        Nominal = seats;
        Lendable = (int)Math.Round(seats * LendablePercent / 100.0);
    }

    /// <summary>Puts a request in the shortest queue of its flow's hand; false when that is full or there are no queues.</summary>
    public bool Enqueue(WaitingRequest request, ulong flowHash)
    {
        if (_queues.Count == 0)
        {
            return false;
        }
        Queue? best = null;
        foreach (var index in Hand(flowHash))
        {
            if (best is null || _queues[index].Requests.Count < best.Requests.Count)
            {
                best = _queues[index];
            }
        }
        if (best!.Requests.Count >= _queueLimit)
        {
            return false;
        }
        if (best.Requests.Count == 0)
        {
            // An idle queue does not save up turns.
            best.Served = Math.Max(best.Served, _virtualTime);
        }
        best.Requests.AddLast(request);
        return true;
    }

    /// <summary>The request whose turn it is, without taking it out.</summary>
    public (Queue Queue, WaitingRequest Request)? Next()
    {
        Queue? next = null;
        foreach (var queue in _queues)
        {
            if (queue.Requests.Count > 0 && (next is null || queue.Served < next.Served))
            {
                next = queue;
            }
        }
        return next is null ? null : (next, next.Requests.First!.Value);
    }

    public void Take(Queue queue, WaitingRequest request)
    {
        queue.Requests.Remove(request);
        _virtualTime = Math.Max(_virtualTime, queue.Served);
        queue.Served += request.Seats;
    }

    public void Remove(WaitingRequest request)
    {
        foreach (var queue in _queues)
        {
            if (queue.Requests.Remove(request))
            {
                return;
            }
        }
    }

    // Deals distinct cards from the hash, as one does from a deck.
    private int[] Hand(ulong hash)
    {
        var deck = Enumerable.Range(0, _queues.Count).ToArray();
        var hand = new int[Math.Min(_handSize, deck.Length)];
        for (var i = 0; i < hand.Length; i++)
        {
            var left = deck.Length - i;
            var at = (int)(hash % (ulong)left);
            hash /= (ulong)left;
            hand[i] = deck[at];
            deck[at] = deck[left - 1];
        }
        return hand;
    }

    internal sealed class Queue
    {
        public LinkedList<WaitingRequest> Requests { get; } = new();

        /// <summary>Seats given so far: the queue's virtual time.</summary>
        public double Served { get; set; }
    }
}
