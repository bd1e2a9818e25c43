using Cybernetes.Scheduler.Framework;

namespace Cybernetes.Scheduler;

/// <summary>Upstream's FitError text: how many nodes gave which reason.</summary>
public static class Diagnosis
{
    /// <summary>Such as <c>0/3 nodes are available: 1 Insufficient cpu, 2 node(s) were unschedulable.</c></summary>
    public static string Text(int totalNodes, IEnumerable<Verdict> verdicts)
    {
        var counts = new Dictionary<string, int>();
        foreach (var verdict in verdicts)
        {
            foreach (var reason in verdict.Reasons)
            {
                counts[reason] = counts.GetValueOrDefault(reason) + 1;
            }
        }

        var histogram = counts.Select(entry => $"{entry.Value} {entry.Key}").Order(StringComparer.Ordinal);
        var text = $"0/{totalNodes} nodes are available";
        return counts.Count == 0 ? text : $"{text}: {string.Join(", ", histogram)}.";
    }
}
