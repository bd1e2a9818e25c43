using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Rollout;

/// <summary>How far a rollout is, in kubectl's words: a pure function of the object.</summary>
internal static class RolloutView
{
    /// <summary>The line to show, and whether the rollout is over.</summary>
    /// <exception cref="KubectlException">It has failed, or is of a kind that has none.</exception>
    public static (string Text, bool Done) Of(string kind, Value document) => kind switch
    {
        "Deployment" => Deployment(document),
        "StatefulSet" => StatefulSet(document),
        "DaemonSet" => DaemonSet(document),
        _ => throw KubectlException.Error($"no status viewer has been implemented for {kind}"),
    };

    private static (string Text, bool Done) Deployment(Value document)
    {
        var (name, spec, status) = Parts(document);
        if (!IsObserved(document))
        {
            return ("Waiting for deployment spec update to be observed...\n", false);
        }

        if (status["conditions"].Items.Any(one => one["type"].AsString == "Progressing" && one["reason"].AsString == "ProgressDeadlineExceeded"))
        {
            throw KubectlException.Error($"deployment \"{name}\" exceeded its progress deadline");
        }

        var (wanted, updated, all, available) = (spec["replicas"].AsInteger ?? 1, Number(status, "updatedReplicas"), Number(status, "replicas"), Number(status, "availableReplicas"));
        return updated < wanted ? ($"Waiting for deployment \"{name}\" rollout to finish: {updated} out of {wanted} new replicas have been updated...\n", false)
            : all > updated ? ($"Waiting for deployment \"{name}\" rollout to finish: {all - updated} old replicas are pending termination...\n", false)
            : available < updated ? ($"Waiting for deployment \"{name}\" rollout to finish: {available} of {updated} updated replicas are available...\n", false)
            : ($"deployment \"{name}\" successfully rolled out\n", true);
    }

    private static (string Text, bool Done) StatefulSet(Value document)
    {
        var (_, spec, status) = Parts(document);
        var strategy = spec.At("updateStrategy", "type").AsString ?? "RollingUpdate";
        if (strategy != "RollingUpdate")
        {
            throw KubectlException.Error("rollout status is only available for RollingUpdate strategy type");
        }

        if (!IsObserved(document))
        {
            return ("Waiting for statefulset spec update to be observed...\n", false);
        }

        var (wanted, ready, updated) = (spec["replicas"].AsInteger ?? 1, Number(status, "readyReplicas"), Number(status, "updatedReplicas"));
        if (ready < wanted)
        {
            return ($"Waiting for {wanted - ready} pods to be ready...\n", false);
        }

        if (spec.At("updateStrategy", "rollingUpdate", "partition").AsInteger is { } partition)
        {
            return updated < wanted - partition
                ? ($"Waiting for partitioned roll out to finish: {updated} out of {wanted - partition} new pods have been updated...\n", false)
                : ($"partitioned roll out complete: {updated} new pods have been updated...\n", true);
        }

        var (current, update) = (status["currentRevision"].AsString, status["updateRevision"].AsString);
        return update != current
            ? ($"waiting for statefulset rolling update to complete {updated} pods at revision {update}...\n", false)
            : ($"statefulset rolling update complete {Number(status, "currentReplicas")} pods at revision {current}...\n", true);
    }

    private static (string Text, bool Done) DaemonSet(Value document)
    {
        var (name, spec, status) = Parts(document);
        if ((spec.At("updateStrategy", "type").AsString ?? "RollingUpdate") != "RollingUpdate")
        {
            throw KubectlException.Error("rollout status is only available for RollingUpdate strategy type");
        }

        if (!IsObserved(document))
        {
            return ("Waiting for daemon set spec update to be observed...\n", false);
        }

        var (wanted, updated, available) = (Number(status, "desiredNumberScheduled"), Number(status, "updatedNumberScheduled"), Number(status, "numberAvailable"));
        return updated < wanted ? ($"Waiting for daemon set \"{name}\" rollout to finish: {updated} out of {wanted} new pods have been updated...\n", false)
            : available < wanted ? ($"Waiting for daemon set \"{name}\" rollout to finish: {available} of {wanted} updated pods are available...\n", false)
            : ($"daemon set \"{name}\" successfully rolled out\n", true);
    }

    private static (string Name, Value Spec, Value Status) Parts(Value document) => (document.At("metadata", "name").AsString ?? "", document["spec"], document["status"]);

    private static bool IsObserved(Value document) => Number(document["status"], "observedGeneration") >= Number(document["metadata"], "generation");

    private static long Number(Value map, string key) => map[key].AsInteger ?? 0;
}
