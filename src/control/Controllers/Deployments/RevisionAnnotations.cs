using System.Globalization;
using Cybernetes.Api;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Controllers.Deployments;

/// <summary>The annotations by which a Deployment numbers its ReplicaSets and remembers how large it was. Pure.</summary>
public static class RevisionAnnotations
{
    /// <summary>The number of a rollout.</summary>
    public const string Revision = "deployment.kubernetes.io/revision";

    /// <summary>Earlier numbers of a ReplicaSet that was rolled back to.</summary>
    public const string History = "deployment.kubernetes.io/revision-history";

    /// <summary>The pods the Deployment wanted when it last sized the ReplicaSet.</summary>
    public const string DesiredReplicas = "deployment.kubernetes.io/desired-replicas";

    /// <summary>The pods the Deployment might have, with surge.</summary>
    public const string MaxReplicas = "deployment.kubernetes.io/max-replicas";

    private const int HistoryLength = 2000;

    private static readonly HashSet<string> _own =
    [
        "kubectl.kubernetes.io/last-applied-configuration", Revision, History, DesiredReplicas, MaxReplicas, "deprecated.deployment.rollback.to",
    ];

    /// <summary>A number in an annotation; null where there is none.</summary>
    public static int? Number(IObject value, string annotation) =>
        int.TryParse(value.Metadata.Annotations.GetValueOrDefault(annotation), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The highest revision of these ReplicaSets.</summary>
    public static long MaxRevision(IEnumerable<ReplicaSet> sets) => sets.Select(RevisionOf).DefaultIfEmpty(0).Max();

    /// <summary>The revision; 0 where there is none.</summary>
    public static long RevisionOf(IObject value) =>
        long.TryParse(value.Metadata.Annotations.GetValueOrDefault(Revision), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var revision) ? revision : 0;

    /// <summary>A ReplicaSet with the sizes it was made for.</summary>
    public static ReplicaSet WithSizes(ReplicaSet set, Deployment deployment)
    {
        var annotations = set.Metadata.Annotations
            .With(DesiredReplicas, Rollouts.Wanted(deployment).ToString(CultureInfo.InvariantCulture))
            .With(MaxReplicas, (Rollouts.Wanted(deployment) + Rollouts.MaxSurge(deployment)).ToString(CultureInfo.InvariantCulture));
        return set.Metadata.Annotations == annotations ? set : set.With(set.Metadata with { Annotations = annotations });
    }

    /// <summary>The new ReplicaSet with the Deployment's annotations and its revision, unless it has a higher one.</summary>
    public static ReplicaSet ForNew(ReplicaSet set, Deployment deployment, long revision, bool exists)
    {
        var annotations = set.Metadata.Annotations;
        foreach (var (key, value) in deployment.Metadata.Annotations)
        {
            if (!_own.Contains(key) && annotations.GetValueOrDefault(key) != value)
            {
                annotations = annotations.With(key, value);
            }
        }

        var before = annotations.GetValueOrDefault(Revision);
        if (RevisionOf(set) < revision)
        {
            annotations = annotations.With(Revision, revision.ToString(CultureInfo.InvariantCulture));
            if (!string.IsNullOrEmpty(before))
            {
                annotations = annotations.With(History, Append(annotations.GetValueOrDefault(History) ?? "", before));
            }
        }

        set = set.Metadata.Annotations == annotations ? set : set.With(set.Metadata with { Annotations = annotations });
        return exists ? set : WithSizes(set, deployment);
    }

    private static string Append(string history, string revision)
    {
        var entries = history.Length == 0 ? [] : history.Split(',').ToList();
        entries.Add(revision);
        while (entries.Count > 1 && entries.Sum(entry => entry.Length + 1) - 1 > HistoryLength)
        {
            entries.RemoveAt(0);
        }

        return string.Join(',', entries);
    }
}
