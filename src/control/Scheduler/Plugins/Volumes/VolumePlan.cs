using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.Rules;
using Cybernetes.Api.Rules.Scheduling;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins.Volumes;

/// <summary>What a pod's claims get if the pod goes to one node.</summary>
/// <param name="Bindings">Volumes that are there, with the claims that get them.</param>
/// <param name="Provisions">Claims whose volumes must be made.</param>
internal sealed record VolumePlan(IReadOnlyList<(PersistentVolume Volume, PersistentVolumeClaim Claim)> Bindings, IReadOnlyList<PersistentVolumeClaim> Provisions)
{
    private const string NoProvisioner = "kubernetes.io/no-provisioner";

    /// <summary>The plan for one node, or why there is none.</summary>
    public static (VolumePlan? Plan, string[] Reasons) For(PodVolumeClaims claims, Node node, IClusterObjects objects)
    {
        var reasons = new List<string>(1);
        foreach (var claim in claims.Bound)
        {
            if (objects.Volume(claim.Spec.VolumeName) is not { } volume)
            {
                return (null, ["node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)"]);
            }

            if (!Accepts(volume, node))
            {
                reasons.Add("node(s) didn't match PersistentVolume's node affinity");
                break;
            }
        }

        var (plan, found, space) = Find(claims.Delayed, node, objects);
        if (!found)
        {
            reasons.Insert(0, "node(s) didn't find available persistent volumes to bind");
        }

        if (!space)
        {
            reasons.Add("node(s) did not have enough free storage");
        }

        return reasons.Count == 0 ? (plan, []) : (null, [.. reasons]);
    }

    private static (VolumePlan Plan, bool Found, bool Space) Find(IReadOnlyList<PersistentVolumeClaim> delayed, Node node, IClusterObjects objects)
    {
        var bindings = new List<(PersistentVolume, PersistentVolumeClaim)>();
        var provisions = new List<PersistentVolumeClaim>();
        var chosen = new HashSet<string>();

        // The smallest claims choose first, so that none takes what only a larger one could use.
        foreach (var claim in delayed.OrderBy(VolumeMatching.SizeOf))
        {
            if (claim.Metadata.Annotations.TryGetValue(PodVolumeClaims.SelectedNode, out var elsewhere))
            {
                if (elsewhere != node.Metadata.Name)
                {
                    return (new([], []), false, true);
                }

                provisions.Add(claim);
            }
            else if (VolumeMatching.Best(claim, objects.VolumesOfClass(VolumeMatching.ClassOf(claim)).Where(volume => !chosen.Contains(volume.Metadata.Name) && Accepts(volume, node)), schedulerChooses: false) is { } volume)
            {
                chosen.Add(volume.Metadata.Name);
                bindings.Add((volume, claim));
            }
            else
            {
                provisions.Add(claim);
            }
        }

        foreach (var claim in provisions)
        {
            var storageClass = objects.StorageClass(VolumeMatching.ClassOf(claim));
            if (storageClass is null or { Provisioner: "" or NoProvisioner } || !InTopology(storageClass.AllowedTopologies.Span, node))
            {
                return (new(bindings, provisions), false, true);
            }

            if (!HasCapacity(claim, storageClass.Metadata.Name, storageClass.Provisioner, node, objects))
            {
                return (new(bindings, provisions), true, false);
            }
        }

        return (new(bindings, provisions), true, true);
    }

    private static bool Accepts(PersistentVolume volume, Node node) => volume.Spec.NodeAffinity?.Required is not { } required || NodeSelectors.Matches(required, node);

    private static bool InTopology(ReadOnlySpan<TopologySelectorTerm> terms, Node node)
    {
        foreach (var term in terms)
        {
            if (term.MatchLabelExpressions.All(wanted => node.Metadata.Labels.TryGetValue(wanted.Key, out var label) && wanted.Values.Contains(label)))
            {
                return true;
            }
        }

        return terms.IsEmpty;
    }

    /// <summary>Storage capacity counts only for drivers that tell it (KEP-1472).</summary>
    private static bool HasCapacity(PersistentVolumeClaim claim, string storageClass, string provisioner, Node node, IClusterObjects objects)
    {
        if (objects.CsiDriver(provisioner)?.Spec.StorageCapacity != true)
        {
            return true;
        }

        var size = VolumeMatching.SizeOf(claim);
        return objects.StorageCapacities(storageClass).Any(capacity =>
            (capacity.MaximumVolumeSize ?? capacity.Capacity) is { } largest && largest >= size
            && capacity.NodeTopology is not null && capacity.NodeTopology.ToSelector().Matches(node.Metadata.Labels));
    }
}
