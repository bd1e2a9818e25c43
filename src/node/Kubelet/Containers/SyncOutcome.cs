namespace Cybernetes.Kubelet.Containers;

/// <summary>What came of one attempt to bring a pod to its spec: whether anything was done, and after what time to try again (null: no need).</summary>
internal sealed record SyncOutcome(bool Changed, TimeSpan? RetryAfter)
{
    public static readonly SyncOutcome Nothing = new(false, null);

    public SyncOutcome Retry(TimeSpan after) => this with { RetryAfter = RetryAfter is { } before && before < after ? before : after };
}
