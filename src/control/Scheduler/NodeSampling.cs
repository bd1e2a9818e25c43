namespace Cybernetes.Scheduler;

/// <summary>How many fitting nodes are enough, and where the next search begins. Owned by one scheduling loop.</summary>
/// <param name="percentage">Of the nodes, in percent; 0 for upstream's rule, which falls from 50 to 5 as the cluster grows.</param>
public sealed class NodeSampling(int percentage)
{
    private const int MinNodes = 100;
    private const int MinPercentage = 5;

    /// <summary>Where the next search begins, so that all nodes get their turn.</summary>
    public int First { get; set; }

    /// <summary>How many are enough.</summary>
    public int Wanted(int nodes)
    {
        if (nodes < MinNodes || percentage >= 100)
        {
            return nodes;
        }

        var share = percentage > 0 ? percentage : Math.Max(50 - (nodes / 125), MinPercentage);
        return Math.Max((int)((long)nodes * share / 100), MinNodes);
    }
}
