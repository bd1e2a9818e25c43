using Cybernetes.Api.AppsV1;
using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>Workloads of core, apps and batch.</summary>
internal static class WorkloadPrinters
{
    public static IEnumerable<(GroupKind, TablePrinter)> All()
    {
        yield return (new("apps", "Deployment"), TablePrinter.Of<Deployment>("Name|Ready|Up-to-date|Available|Age|Containers*|Images*|Selector*", (d, now) =>
        [
            d.Metadata.Name, $"{Cells.Text(d.Status.ReadyReplicas)}/{Cells.Text(d.Spec.Replicas ?? 0)}", (long)d.Status.UpdatedReplicas, (long)d.Status.AvailableReplicas, Cells.Age(d, now),
            Cells.Names(d.Spec.Template.Spec.Containers), Cells.Images(d.Spec.Template.Spec.Containers), Cells.Selector(d.Spec.Selector),
        ]));
        yield return (new("apps", "ReplicaSet"), TablePrinter.Of<ReplicaSet>("Name|Desired:integer|Current:integer|Ready:integer|Age|Containers*|Images*|Selector*", (s, now) =>
        [
            s.Metadata.Name, (long)(s.Spec.Replicas ?? 0), (long)s.Status.Replicas, (long)s.Status.ReadyReplicas, Cells.Age(s, now),
            Cells.Names(s.Spec.Template.Spec.Containers), Cells.Images(s.Spec.Template.Spec.Containers), Cells.Selector(s.Spec.Selector),
        ]));
        yield return (new("", "ReplicationController"), TablePrinter.Of<ReplicationController>("Name|Desired:integer|Current:integer|Ready:integer|Age|Containers*|Images*|Selector*", (c, now) =>
        [
            c.Metadata.Name, (long)(c.Spec.Replicas ?? 0), (long)c.Status.Replicas, (long)c.Status.ReadyReplicas, Cells.Age(c, now),
            Cells.Names(c.Spec.Template?.Spec.Containers ?? default), Cells.Images(c.Spec.Template?.Spec.Containers ?? default), Cells.Labels(c.Spec.Selector),
        ]));
        yield return (new("apps", "StatefulSet"), TablePrinter.Of<StatefulSet>("Name|Ready|Age|Containers*|Images*", (s, now) =>
        [
            s.Metadata.Name, $"{Cells.Text(s.Status.ReadyReplicas)}/{Cells.Text(s.Spec.Replicas ?? 0)}", Cells.Age(s, now),
            Cells.Names(s.Spec.Template.Spec.Containers), Cells.Images(s.Spec.Template.Spec.Containers),
        ]));
        yield return (new("apps", "DaemonSet"), TablePrinter.Of<DaemonSet>("Name|Desired:integer|Current:integer|Ready:integer|Up-to-date:integer|Available:integer|Node Selector|Age|Containers*|Images*|Selector*", (s, now) =>
        [
            s.Metadata.Name, (long)s.Status.DesiredNumberScheduled, (long)s.Status.CurrentNumberScheduled, (long)s.Status.NumberReady, (long)s.Status.UpdatedNumberScheduled, (long)s.Status.NumberAvailable,
            Cells.Labels(s.Spec.Template.Spec.NodeSelector), Cells.Age(s, now),
            Cells.Names(s.Spec.Template.Spec.Containers), Cells.Images(s.Spec.Template.Spec.Containers), Cells.Selector(s.Spec.Selector),
        ]));
        yield return (new("apps", "ControllerRevision"), TablePrinter.Of<ControllerRevision>("Name|Controller|Revision|Age", (r, now) =>
        [
            r.Metadata.Name, Controller(r), r.Revision, Cells.Age(r, now),
        ]));
        yield return (new("batch", "Job"), TablePrinter.Of<Job>("Name|Status|Completions|Duration|Age|Containers*|Images*|Selector*", (j, now) =>
        [
            j.Metadata.Name, JobStatus(j), Completions(j), JobDuration(j, now), Cells.Age(j, now),
            Cells.Names(j.Spec.Template.Spec.Containers), Cells.Images(j.Spec.Template.Spec.Containers), Cells.Selector(j.Spec.Selector),
        ]));
        yield return (new("batch", "CronJob"), TablePrinter.Of<CronJob>("Name|Schedule|Timezone|Suspend:boolean|Active:integer|Last Schedule|Age|Containers*|Images*|Selector*", (c, now) =>
        [
            c.Metadata.Name, c.Spec.Schedule, Cells.Or(c.Spec.TimeZone), c.Spec.Suspend is { } suspend ? Cells.Truth(suspend) : Cells.Unset, (long)c.Status.Active.Count,
            c.Status.LastScheduleTime is { } last ? Cells.Since(last, now) : Cells.None, Cells.Age(c, now),
            Cells.Names(c.Spec.JobTemplate.Spec.Template.Spec.Containers), Cells.Images(c.Spec.JobTemplate.Spec.Template.Spec.Containers), Cells.Selector(c.Spec.JobTemplate.Spec.Selector),
        ]));
        yield return (new("", "PodTemplate"), TablePrinter.Of<PodTemplate>("Name|Containers|Images|Pod Labels", (t, _) =>
        [
            t.Metadata.Name, Cells.Names(t.Template.Spec.Containers), Cells.Images(t.Template.Spec.Containers), Cells.Labels(t.Template.Metadata.Labels),
        ]));
    }

    private static string Controller(ControllerRevision revision)
    {
        foreach (var owner in revision.Metadata.OwnerReferences)
        {
            if (owner.Controller == true)
            {
                var group = GroupVersionKind.From(owner.ApiVersion, owner.Kind).Group;
                return $"{owner.Kind.ToLowerInvariant()}{(group.Length > 0 ? "." + group : "")}/{owner.Name}";
            }
        }

        return Cells.None;
    }

    private static string JobStatus(Job job)
    {
        bool Is(string type) => job.Status.Conditions.Any(condition => condition.Type == type && condition.Status == "True");
        return Is("Complete") ? "Complete"
            : Is("Failed") ? "Failed"
            : job.Metadata.DeletionTimestamp is not null ? "Terminating"
            : Is("Suspended") ? "Suspended"
            : Is("FailureTarget") ? "FailureTarget"
            : Is("SuccessCriteriaMet") ? "SuccessCriteriaMet"
            : "Running";
    }

    private static string Completions(Job job) => (job.Spec.Completions, job.Spec.Parallelism ?? 0) switch
    {
        ({ } wanted, _) => $"{Cells.Text(job.Status.Succeeded)}/{Cells.Text(wanted)}",
        (null, > 1 and var parallel) => $"{Cells.Text(job.Status.Succeeded)}/1 of {Cells.Text(parallel)}",
        _ => $"{Cells.Text(job.Status.Succeeded)}/1",
    };

    private static string JobDuration(Job job, DateTimeOffset now) => (job.Status.StartTime, job.Status.CompletionTime) switch
    {
        (null, _) => "",
        ({ } start, null) => HumanDuration.Of(now - start.Moment),
        ({ } start, { } end) => HumanDuration.Of(end.Moment - start.Moment),
    };
}
