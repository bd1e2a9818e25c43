using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>The plain kinds of core.</summary>
internal static class CorePrinters
{
    public static IEnumerable<(GroupKind, TablePrinter)> All()
    {
        yield return (new("", "Pod"), new PodPrinter());
        yield return (new("", "Node"), new NodePrinter());
        yield return (new("", "Service"), new ServicePrinter());
        yield return (new("", "ComponentStatus"), TablePrinter.Of<ComponentStatus>("Name|Status|Message|Error", (s, _) =>
        {
            var healthy = s.Conditions.FirstOrDefault(condition => condition.Type == "Healthy");
            return [s.Metadata.Name, healthy?.Status == "True" ? "Healthy" : "Unhealthy", healthy?.Message ?? "", healthy?.Error ?? ""];
        }));
        yield return (new("", "ConfigMap"), TablePrinter.Of<ConfigMap>("Name|Data|Age", (m, now) => [m.Metadata.Name, (long)(m.Data.Count + m.BinaryData.Count), Cells.Age(m, now)]));
        yield return (new("", "Secret"), TablePrinter.Of<Secret>("Name|Type|Data|Age", (s, now) => [s.Metadata.Name, s.Type, (long)s.Data.Count, Cells.Age(s, now)]));
        yield return (new("", "ServiceAccount"), TablePrinter.Of<ServiceAccount>("Name|Age", (a, now) => [a.Metadata.Name, Cells.Age(a, now)]));
        yield return (new("", "Namespace"), TablePrinter.Of<Namespace>("Name|Status|Age", (n, now) => [n.Metadata.Name, n.Status.Phase, Cells.Age(n, now)]));
        yield return (new("", "LimitRange"), TablePrinter.Of<LimitRange>("Name|Created At:date", (r, _) => [r.Metadata.Name, Cells.Created(r)]));
        yield return (new("", "ResourceQuota"), TablePrinter.Of<ResourceQuota>("Name|Request|Limit|Age", (q, now) =>
        {
            string Of(bool limits) => string.Join(", ", q.Status.Hard
                .Where(entry => entry.Key.StartsWith("limits", StringComparison.Ordinal) == limits)
                .Select(entry => $"{entry.Key}: {(q.Status.Used.TryGetValue(entry.Key, out var used) ? used.ToString() : "0")}/{entry.Value}"));
            return [q.Metadata.Name, Of(limits: false), Of(limits: true), Cells.Age(q, now)];
        }));
        yield return (new("", "Endpoints"), TablePrinter.Of<Endpoints>("Name|Endpoints|Age", (e, now) => [e.Metadata.Name, EndpointTexts.Of(e), Cells.Age(e, now)]));
        yield return (new("", "PersistentVolume"), TablePrinter.Of<PersistentVolume>("Name|Capacity|Access Modes|Reclaim Policy|Status|Claim|StorageClass|VolumeAttributesClass|Reason|Age|VolumeMode*", (v, now) =>
        [
            v.Metadata.Name, v.Spec.Capacity.TryGetValue("storage", out var size) ? size.ToString() : "", VolumeTexts.Modes(v.Spec.AccessModes), v.Spec.PersistentVolumeReclaimPolicy,
            v.Metadata.DeletionTimestamp is null ? v.Status.Phase : "Terminating",
            v.Spec.ClaimRef is { } claim ? $"{claim.Namespace}/{claim.Name}" : "", VolumeTexts.Class(v.Metadata, v.Spec.StorageClassName), Cells.Or(v.Spec.VolumeAttributesClassName, Cells.Unset),
            v.Status.Reason, Cells.Age(v, now), Cells.Or(v.Spec.VolumeMode, Cells.Unset),
        ]));
        yield return (new("", "PersistentVolumeClaim"), TablePrinter.Of<PersistentVolumeClaim>("Name|Status|Volume|Capacity|Access Modes|StorageClass|VolumeAttributesClass|Age|VolumeMode*", (c, now) =>
        [
            c.Metadata.Name, c.Metadata.DeletionTimestamp is null ? c.Status.Phase : "Terminating", c.Spec.VolumeName,
            c.Spec.VolumeName.Length > 0 && c.Status.Capacity.TryGetValue("storage", out var size) ? size.ToString() : "",
            c.Spec.VolumeName.Length > 0 ? VolumeTexts.Modes(c.Status.AccessModes) : "", VolumeTexts.Class(c.Metadata, c.Spec.StorageClassName), Cells.Or(c.Spec.VolumeAttributesClassName, Cells.Unset),
            Cells.Age(c, now), Cells.Or(c.Spec.VolumeMode, Cells.Unset),
        ]));
        yield return (new("", "Event"), new EventPrinter());
        yield return (new("events.k8s.io", "Event"), new EventPrinter());
    }
}
