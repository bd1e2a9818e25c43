using Cybernetes.Api.Machinery;
using Cybernetes.Api.ResourceV1;
using Cybernetes.Api.StorageV1;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>Storage and dynamic resources.</summary>
internal static class StoragePrinters
{
    public static IEnumerable<(GroupKind, TablePrinter)> All() => [.. Storage(), .. Resources()];

    private static IEnumerable<(GroupKind, TablePrinter)> Storage()
    {
        const string Group = "storage.k8s.io";
        yield return (new(Group, "StorageClass"), TablePrinter.Of<StorageClass>("Name|Provisioner|ReclaimPolicy|VolumeBindingMode|AllowVolumeExpansion|Age", (c, now) =>
        [
            c.Metadata.Annotations.GetValueOrDefault("storageclass.kubernetes.io/is-default-class") == "true" || c.Metadata.Annotations.GetValueOrDefault("storageclass.beta.kubernetes.io/is-default-class") == "true"
                ? c.Metadata.Name + " (default)" : c.Metadata.Name,
            c.Provisioner, c.ReclaimPolicy ?? "Delete", c.VolumeBindingMode ?? "Immediate", c.AllowVolumeExpansion ?? false, Cells.Age(c, now),
        ]));
        yield return (new(Group, "VolumeAttachment"), TablePrinter.Of<VolumeAttachment>("Name|Attacher|PV|Node|Attached:boolean|Age", (a, now) =>
            [a.Metadata.Name, a.Spec.Attacher, a.Spec.Source.PersistentVolumeName ?? "", a.Spec.NodeName, a.Status.Attached, Cells.Age(a, now)]));
        yield return (new(Group, "VolumeAttributesClass"), TablePrinter.Of<VolumeAttributesClass>("Name|DriverName|Age", (c, now) => [c.Metadata.Name, c.DriverName, Cells.Age(c, now)]));
        yield return (new(Group, "CSINode"), TablePrinter.Of<CSINode>("Name|Drivers:integer|Age", (n, now) => [n.Metadata.Name, (long)n.Spec.Drivers.Count, Cells.Age(n, now)]));
        yield return (new(Group, "CSIStorageCapacity"), TablePrinter.Of<CSIStorageCapacity>("Name|Created At:date", (c, _) => [c.Metadata.Name, Cells.Created(c)]));
        yield return (new(Group, "CSIDriver"), TablePrinter.Of<CSIDriver>("Name|AttachRequired:boolean|PodInfoOnMount:boolean|StorageCapacity:boolean|TokenRequests|RequiresRepublish:boolean|Modes|Age", (d, now) =>
        [
            d.Metadata.Name, d.Spec.AttachRequired ?? true, d.Spec.PodInfoOnMount ?? false, d.Spec.StorageCapacity ?? false,
            d.Spec.TokenRequests.IsEmpty ? Cells.Unset : string.Join(',', d.Spec.TokenRequests.Select(request => request.Audience)), d.Spec.RequiresRepublish ?? false,
            d.Spec.VolumeLifecycleModes.IsEmpty ? Cells.None : string.Join(',', d.Spec.VolumeLifecycleModes), Cells.Age(d, now),
        ]));
    }

    private static IEnumerable<(GroupKind, TablePrinter)> Resources()
    {
        const string Group = "resource.k8s.io";
        yield return (new(Group, "DeviceClass"), TablePrinter.Of<DeviceClass>("Name|Age", (c, now) => [c.Metadata.Name, Cells.Age(c, now)]));
        yield return (new(Group, "ResourceClaimTemplate"), TablePrinter.Of<ResourceClaimTemplate>("Name|Age", (t, now) => [t.Metadata.Name, Cells.Age(t, now)]));
        yield return (new(Group, "ResourceClaim"), TablePrinter.Of<ResourceClaim>("Name|State|Age", (c, now) => [c.Metadata.Name, State(c), Cells.Age(c, now)]));
        yield return (new(Group, "ResourceSlice"), TablePrinter.Of<ResourceSlice>("Name|Node|Driver|Pool|Age", (s, now) =>
            [s.Metadata.Name, s.Spec.NodeName ?? "", s.Spec.Driver, s.Spec.Pool.Name, Cells.Age(s, now)]));
    }

    private static string State(ResourceClaim claim)
    {
        var states = new List<string>();
        if (claim.Metadata.DeletionTimestamp is not null)
        {
            states.Add("deleted");
        }

        if (claim.Status.Allocation is null)
        {
            if (claim.Metadata.DeletionTimestamp is null)
            {
                states.Add("pending");
            }
        }
        else
        {
            states.Add("allocated");
            if (!claim.Status.ReservedFor.IsEmpty)
            {
                states.Add("reserved");
            }
        }

        return string.Join(',', states);
    }
}
