using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>Pods, whose status column is the sum of much.</summary>
internal sealed class PodPrinter : TablePrinter
{
    private static readonly Column[] _columns = Parse("Name|Ready|Status|Restarts|Age|IP*|Node*|Nominated Node*|Readiness Gates*");

    public override IReadOnlyList<Column> Columns => _columns;

    public override (string Reason, string Message)? Completed(IObject value) => ((Pod)value).Status.Phase switch
    {
        "Succeeded" => ("Succeeded", "The pod has completed successfully."),
        "Failed" => ("Failed", "The pod failed."),
        _ => null,
    };

    public override Value[] Row(IObject value, DateTimeOffset now)
    {
        var pod = (Pod)value;
        var sum = PodSummary.Of(pod);
        var restarts = sum.Restarts == 0 || sum.LastRestart.IsZero ? Cells.Text(sum.Restarts) : $"{Cells.Text(sum.Restarts)} ({Cells.Since(sum.LastRestart, now)} ago)";
        return
        [
            pod.Metadata.Name,
            $"{Cells.Text(sum.Ready)}/{Cells.Text(sum.Total)}",
            sum.Reason,
            restarts,
            Cells.Age(pod, now),
            Cells.Or(pod.Status.PodIPs is [var first, ..] ? first.Ip : pod.Status.PodIP),
            Cells.Or(pod.Spec.NodeName),
            Cells.Or(pod.Status.NominatedNodeName),
            Gates(pod),
        ];
    }

    private static string Gates(Pod pod)
    {
        if (pod.Spec.ReadinessGates.IsEmpty)
        {
            return Cells.None;
        }

        var met = pod.Spec.ReadinessGates.Count(gate => pod.Status.Conditions.Any(condition => condition.Type == gate.ConditionType && condition.Status == "True"));
        return $"{Cells.Text(met)}/{Cells.Text(pod.Spec.ReadinessGates.Count)}";
    }
}
