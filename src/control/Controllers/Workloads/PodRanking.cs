using System.Globalization;
using Cybernetes.Api.CoreV1;

namespace Cybernetes.Controllers.Workloads;

/// <summary>
/// Which pods go first when there are too many: those not on a node, not running, not ready, of low deletion cost, on crowded nodes, ready or
/// made most lately (on a logarithmic scale), restarted most often.
/// </summary>
public sealed class PodRanking(Func<Pod, int> rank, DateTimeOffset now) : IComparer<Pod>
{
    private const string CostAnnotation = "controller.kubernetes.io/pod-deletion-cost";

    /// <inheritdoc/>
    public int Compare(Pod? x, Pod? y)
    {
        var (a, b) = (x!, y!);
        if (a.Spec.NodeName.Length == 0 != (b.Spec.NodeName.Length == 0))
        {
            return a.Spec.NodeName.Length == 0 ? -1 : 1;
        }

        if (PhaseOrder(a) != PhaseOrder(b))
        {
            return PhaseOrder(a).CompareTo(PhaseOrder(b));
        }

        if (a.IsReady() != b.IsReady())
        {
            return a.IsReady() ? 1 : -1;
        }

        var cost = Cost(a).CompareTo(Cost(b));
        if (cost != 0)
        {
            return cost;
        }

        var crowd = rank(b).CompareTo(rank(a));
        if (crowd != 0)
        {
            return crowd;
        }

        if (a.ReadySince() is { } readyA && b.ReadySince() is { } readyB && !readyA.Equals(readyB))
        {
            var order = Newer(readyA.Moment, readyB.Moment);
            return order != 0 ? order : string.CompareOrdinal(a.Metadata.Uid, b.Metadata.Uid);
        }

        var (restartsA, restartsB) = (a.MaxRestarts(), b.MaxRestarts());
        if (restartsA.Regular != restartsB.Regular)
        {
            return restartsB.Regular.CompareTo(restartsA.Regular);
        }

        if (restartsA.Sidecar != restartsB.Sidecar)
        {
            return restartsB.Sidecar.CompareTo(restartsA.Sidecar);
        }

        if (!a.Metadata.CreationTimestamp.Equals(b.Metadata.CreationTimestamp))
        {
            var order = Newer(a.Metadata.CreationTimestamp.Moment, b.Metadata.CreationTimestamp.Moment);
            return order != 0 ? order : string.CompareOrdinal(a.Metadata.Uid, b.Metadata.Uid);
        }

        return 0;
    }

    // Ages within the same power of two count as alike, so that pods of one rollout go evenly.
    private int Newer(DateTimeOffset a, DateTimeOffset b) => Magnitude(a).CompareTo(Magnitude(b));

    private int Magnitude(DateTimeOffset moment)
    {
        var age = (now - moment).TotalSeconds;
        return age <= 0 ? -1 : (int)Math.Log2(Math.Max(age * 1e9, 1));
    }

    private static int PhaseOrder(Pod pod) => pod.Status.Phase switch
    {
        "Pending" => 0,
        "Unknown" => 1,
        "Running" => 2,
        _ => 0,
    };

    private static int Cost(Pod pod) =>
        int.TryParse(pod.Metadata.Annotations.GetValueOrDefault(CostAnnotation), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var cost) ? cost : 0;
}
