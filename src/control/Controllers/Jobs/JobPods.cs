using System.Globalization;
using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.Jobs;

/// <summary>The pods of a Job: indexes, endings, and what a new one looks like. Pure.</summary>
public static class JobPods
{
    /// <summary>The finalizer by which a pod waits to be counted.</summary>
    public const string Finalizer = "batch.kubernetes.io/job-tracking";

    /// <summary>The annotation and label with a pod's index.</summary>
    public const string IndexKey = "batch.kubernetes.io/job-completion-index";

    /// <summary>The annotation with how often the index has failed before.</summary>
    public const string FailureCountKey = "batch.kubernetes.io/job-index-failure-count";

    /// <summary>The annotation with how often the index has failed without that being counted.</summary>
    public const string IgnoredFailureCountKey = "batch.kubernetes.io/job-index-ignored-failure-count";

    /// <summary>Whether pods have indexes.</summary>
    public static bool IsIndexed(Job job) => job.Spec.CompletionMode == "Indexed";

    /// <summary>Whether a pod that is being deleted counts only when it has ended.</summary>
    public static bool CountsOnlyEnded(Job job) => job.Spec.PodReplacementPolicy == "Failed" || job.Spec.PodFailurePolicy is not null;

    /// <summary>The pod's index; -1 where it has none.</summary>
    public static int IndexOf(Pod pod) => Number(pod, IndexKey) ?? -1;

    /// <summary>How often the pod's index has failed before.</summary>
    public static int FailuresBefore(Pod pod) => Number(pod, FailureCountKey) ?? 0;

    /// <summary>Whether the pod waits to be counted.</summary>
    public static bool IsTracked(Pod pod) => pod.Metadata.Finalizers.Contains(Finalizer);

    /// <summary>Whether the pod has failed, or counts as failed because it is being deleted.</summary>
    public static bool HasFailed(Job job, Pod pod) =>
        pod.Status.Phase == "Failed" || (pod.IsDeleting() && pod.Status.Phase != "Succeeded" && !CountsOnlyEnded(job));

    /// <summary>When the pod ended.</summary>
    public static DateTimeOffset EndOf(Pod pod, DateTimeOffset now)
    {
        var ends = pod.Status.ContainerStatuses.Select(status => status.State.Terminated?.FinishedAt.Moment).Where(moment => moment > DateTimeOffset.MinValue).ToList();
        if (ends.Count > 0)
        {
            return ends.Max() ?? now;
        }

        return pod.Condition("Ready") is { LastTransitionTime.IsZero: false } ready ? ready.LastTransitionTime.Moment : pod.Metadata.DeletionTimestamp?.Moment ?? now;
    }

    /// <summary>The template of a Job's pod, for one index or none.</summary>
    public static PodTemplateSpec TemplateFor(Job job, int? index, int failures)
    {
        var template = job.Spec.Template;
        var metadata = template.Metadata with { Finalizers = template.Metadata.Finalizers.Contains(Finalizer) ? template.Metadata.Finalizers : template.Metadata.Finalizers.Add(Finalizer) };
        if (index is not { } number)
        {
            return template with { Metadata = metadata };
        }

        var text = number.ToString(CultureInfo.InvariantCulture);
        metadata = metadata with { Annotations = metadata.Annotations.With(IndexKey, text), Labels = metadata.Labels.With(IndexKey, text) };
        if (job.Spec.BackoffLimitPerIndex is not null)
        {
            metadata = metadata with { Annotations = metadata.Annotations.With(FailureCountKey, failures.ToString(CultureInfo.InvariantCulture)) };
        }

        return template with
        {
            Metadata = metadata,
            Spec = template.Spec with
            {
                Hostname = $"{job.Metadata.Name}-{text}",
                Containers = template.Spec.Containers.Update(WithIndex),
                InitContainers = template.Spec.InitContainers.Update(WithIndex),
            },
        };
    }

    private static Container WithIndex(Container container)
    {
        if (container.Env.Any(variable => variable.Name == "JOB_COMPLETION_INDEX"))
        {
            return container;
        }

        var source = new EnvVarSource { FieldRef = new ObjectFieldSelector { FieldPath = $"metadata.labels['{IndexKey}']" } };
        return container with { Env = container.Env.Add(new EnvVar { Name = "JOB_COMPLETION_INDEX", ValueFrom = source }) };
    }

    private static int? Number(Pod pod, string annotation) =>
        int.TryParse(pod.Metadata.Annotations.GetValueOrDefault(annotation), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
