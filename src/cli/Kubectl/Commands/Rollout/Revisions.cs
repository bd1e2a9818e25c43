using System.Globalization;
using Cybernetes.Api.Machinery;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Rollout;

/// <summary>One of a workload's revisions.</summary>
/// <param name="Number">Its number; the newest is the highest.</param>
/// <param name="ChangeCause">The annotation that says why.</param>
/// <param name="Patch">What brings the workload back to it.</param>
internal sealed record Revision(long Number, string ChangeCause, Value Patch);

/// <summary>Reads the revisions of a workload: a Deployment's ReplicaSets, the others' ControllerRevisions.</summary>
internal static class Revisions
{
    private const string DeploymentRevision = "deployment.kubernetes.io/revision";
    private const string ChangeCause = "kubernetes.io/change-cause";

    /// <summary>The revisions, oldest first.</summary>
    public static async Task<IReadOnlyList<Revision>> ReadAsync(Session session, ResourceObject one, CancellationToken cancellationToken)
    {
        var isDeployment = one.Info.Kind.Kind == "Deployment";
        if (!isDeployment && one.Info.Kind.Kind is not ("StatefulSet" or "DaemonSet"))
        {
            throw KubectlException.Error($"no history viewer has been implemented for \"{one.Info.Kind.Kind}\"");
        }

        var uid = one.Document.At("metadata", "uid").AsString;
        var path = ApiPath.Of(new("apps", "v1", isDeployment ? "replicasets" : "controllerrevisions"), one.Namespace);
        var list = await session.SendAsync(new ApiRequest("GET", path), cancellationToken).ConfigureAwait(false);
        return [.. list["items"].Items
            .Where(item => item.At("metadata", "ownerReferences").Items.Any(owner => owner["uid"].AsString == uid))
            .Select(item => isDeployment ? OfReplicaSet(item) : OfControllerRevision(item))
            .OrderBy(revision => revision.Number)];
    }

    private static Revision OfReplicaSet(Value set)
    {
        var annotations = set.At("metadata", "annotations");
        var template = set.At("spec", "template");
        var labels = template.At("metadata", "labels").Without("pod-template-hash");
        template = template.With("metadata", template["metadata"].With("labels", labels));
        _ = long.TryParse(annotations[DeploymentRevision].AsString, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return new(number, Cause(annotations), Value.MapOf(("spec", Value.MapOf(("template", template.With("$patch", "replace"))))));
    }

    private static Revision OfControllerRevision(Value revision) =>
        new(revision["revision"].AsInteger ?? 0, Cause(revision.At("metadata", "annotations")), revision["data"]);

    private static string Cause(Value annotations) => annotations[ChangeCause].AsString ?? "";
}
