using System.Globalization;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.StatefulSets;

/// <summary>The pods of a StatefulSet: their names, numbers, identity and volumes. Pure.</summary>
public static class StatefulPods
{
    /// <summary>The label with the name of a pod's revision.</summary>
    public const string RevisionLabel = "controller-revision-hash";

    private const string NameLabel = "statefulset.kubernetes.io/pod-name";
    private const string IndexLabel = "apps.kubernetes.io/pod-index";

    /// <summary>The first number.</summary>
    public static int Start(StatefulSet set) => set.Spec.Ordinals?.Start ?? 0;

    /// <summary>How many pods are wanted.</summary>
    public static int Replicas(StatefulSet set) => set.Spec.Replicas ?? 1;

    /// <summary>The pod's number; -1 where its name is not of the set's form.</summary>
    public static int OrdinalOf(StatefulSet set, string podName)
    {
        var dash = podName.LastIndexOf('-');
        return dash >= 0 && podName[..dash] == set.Metadata.Name
            && int.TryParse(podName.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? ordinal : -1;
    }

    /// <summary>The name of the pod of a number.</summary>
    public static string NameOf(StatefulSet set, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{set.Metadata.Name}-{ordinal}");

    /// <summary>The name of a claim of the pod of a number.</summary>
    public static string ClaimNameOf(StatefulSet set, PersistentVolumeClaim template, int ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"{template.Metadata.Name}-{set.Metadata.Name}-{ordinal}");

    /// <summary>The revision a pod was made of.</summary>
    public static string RevisionOf(Pod pod) => pod.Metadata.Labels.GetValueOrDefault(RevisionLabel) ?? "";

    /// <summary>A new pod.</summary>
    public static Pod New(StatefulSet set, PodTemplateSpec template, string revision, int ordinal)
    {
        var pod = PodControl.FromTemplate(set, StatefulSet.Info.Kind, template);
        pod = pod.With(pod.Metadata with { GenerateName = "", Name = NameOf(set, ordinal), Labels = pod.Metadata.Labels.With(RevisionLabel, revision) });
        pod = pod with { Spec = pod.Spec with { Hostname = pod.Metadata.Name, Subdomain = set.Spec.ServiceName } };
        return WithStorage(set, WithIdentity(set, pod, ordinal), ordinal);
    }

    /// <summary>A pod with the labels that its name and number give it.</summary>
    public static Pod WithIdentity(StatefulSet set, Pod pod, int ordinal)
    {
        var labels = pod.Metadata.Labels
            .With(NameLabel, NameOf(set, ordinal))
            .With(IndexLabel, ordinal.ToString(CultureInfo.InvariantCulture));
        return labels == pod.Metadata.Labels ? pod : pod.With(pod.Metadata with { Labels = labels });
    }

    /// <summary>A pod whose volumes of the set's claim templates are its own claims.</summary>
    public static Pod WithStorage(StatefulSet set, Pod pod, int ordinal)
    {
        if (set.Spec.VolumeClaimTemplates.IsEmpty)
        {
            return pod;
        }

        var templates = set.Spec.VolumeClaimTemplates.Select(template => template.Metadata.Name).ToHashSet(StringComparer.Ordinal);
        var volumes = set.Spec.VolumeClaimTemplates.Select(template => new Volume
        {
            Name = template.Metadata.Name,
            VolumeSource = VolumeSource.Empty with { PersistentVolumeClaim = new PersistentVolumeClaimVolumeSource { ClaimName = ClaimNameOf(set, template, ordinal) } },
        }).Concat(pod.Spec.Volumes.Where(volume => !templates.Contains(volume.Name))).ToValueList();
        return pod with { Spec = pod.Spec with { Volumes = volumes } };
    }

    /// <summary>The claims of the pod of a number.</summary>
    public static IEnumerable<PersistentVolumeClaim> ClaimsOf(StatefulSet set, int ordinal) => set.Spec.VolumeClaimTemplates.Select(template => template with
    {
        Metadata = template.Metadata with
        {
            Name = ClaimNameOf(set, template, ordinal),
            Namespace = set.Metadata.Namespace,
            Labels = template.Metadata.Labels.Overlay(set.Spec.Selector?.MatchLabels ?? default),
        },
        Status = PersistentVolumeClaimStatus.Empty,
    });

    /// <summary>The owners a claim shall have by the set's retention policy, its others kept.</summary>
    public static ValueList<OwnerReference> ClaimOwners(StatefulSet set, PersistentVolumeClaim claim, Pod? pod, int ordinal)
    {
        var policy = set.Spec.PersistentVolumeClaimRetentionPolicy;
        var condemned = ordinal < Start(set) || ordinal >= Start(set) + Replicas(set);
        var byScale = policy?.WhenScaled == "Delete" && condemned && !set.IsDeleting();
        var bySet = policy?.WhenDeleted == "Delete" && !byScale;
        var owners = claim.Metadata.OwnerReferences
            .Where(owner => !(owner.Kind == "StatefulSet" && owner.Name == set.Metadata.Name) && !(owner.Kind == "Pod" && owner.Name == NameOf(set, ordinal)))
            .ToList();
        // What somebody else controls is not the set's to delete.
        if (!owners.Exists(owner => owner.Controller == true))
        {
            if (bySet)
            {
                owners.Add(set.ToControllerReference(StatefulSet.Info.Kind));
            }
            else if (byScale && pod is not null)
            {
                owners.Add(pod.ToControllerReference(Pod.Info.Kind));
            }
        }

        return owners.SequenceEqual(claim.Metadata.OwnerReferences) ? claim.Metadata.OwnerReferences : owners.ToValueList();
    }
}
