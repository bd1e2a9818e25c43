using System.Collections.Frozen;
using Cybernetes.Api;
using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CertificatesV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Errors;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>The fields of a kind that can be selected by: name and namespace, and what upstream knows for some kinds.</summary>
public sealed class FieldLabels
{
    private static readonly FieldLabels _common = new([], null);
    private static readonly FrozenDictionary<GroupKind, FieldLabels> _byKind = Declare();
    private readonly string[] _labels;
    private readonly Func<IObject, string, string?>? _read;

    private FieldLabels(string[] labels, Func<IObject, string, string?>? read) => (_labels, _read) = (labels, read);

    /// <summary>The fields of a kind.</summary>
    public static FieldLabels For(GroupVersionKind kind) => _byKind.GetValueOrDefault(kind.GroupKind, _common);

    /// <summary>The value of a field; empty where it has none.</summary>
    public string Read(IObject value, string label) => label switch
    {
        "metadata.name" => value.Metadata.Name,
        "metadata.namespace" => value.Metadata.Namespace,
        "name" => value.Metadata.Name,
        _ => _read?.Invoke(value, label) ?? "",
    };

    /// <summary>Refuses a field that cannot be selected by.</summary>
    public void Check(string label, string value)
    {
        if (label is "metadata.name" or "metadata.namespace" || _labels.Contains(label))
        {
            return;
        }

        throw ApiErrors.BadRequest(_read is null
            ? $"{GoText.Quote(label)} is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
            : $"field label not supported: {label}");
    }

    private static FrozenDictionary<GroupKind, FieldLabels> Declare() => new Dictionary<GroupKind, FieldLabels>
    {
        [new("", "Pod")] = Of<Pod>(
            ["spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "spec.hostNetwork", "status.phase", "status.podIP", "status.podIPs", "status.nominatedNodeName"],
            (pod, label) => label switch
            {
                "spec.nodeName" => pod.Spec.NodeName,
                "spec.restartPolicy" => pod.Spec.RestartPolicy,
                "spec.schedulerName" => pod.Spec.SchedulerName,
                "spec.serviceAccountName" => pod.Spec.ServiceAccountName,
                "spec.hostNetwork" => Truth(pod.Spec.HostNetwork),
                "status.phase" => pod.Status.Phase,
                "status.podIP" or "status.podIPs" => pod.Status.PodIP,
                "status.nominatedNodeName" => pod.Status.NominatedNodeName,
                _ => null,
            }),
        [new("", "Node")] = Of<Node>(["spec.unschedulable"], (node, label) => label == "spec.unschedulable" ? Truth(node.Spec.Unschedulable) : null),
        [new("", "Namespace")] = Of<Namespace>(["status.phase", "name"], (ns, label) => label == "status.phase" ? ns.Status.Phase : null),
        [new("", "Secret")] = Of<Secret>(["type"], (secret, label) => label == "type" ? secret.Type : null),
        [new("", "Service")] = Of<Service>(["spec.clusterIP", "spec.type"], (service, label) => label switch
        {
            "spec.clusterIP" => service.Spec.ClusterIP,
            "spec.type" => service.Spec.Type,
            _ => null,
        }),
        [new("", "ReplicationController")] = Of<ReplicationController>(
            ["status.replicas"], (rc, label) => label == "status.replicas" ? rc.Status.Replicas.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
        [new("apps", "ReplicaSet")] = Of<Api.AppsV1.ReplicaSet>(
            ["status.replicas"], (rs, label) => label == "status.replicas" ? rs.Status.Replicas.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
        [new("", "Event")] = Of<Event>(EventFields, ReadEvent),
        [new("events.k8s.io", "Event")] = Of<Event>([.. EventFields, "regarding.kind", "regarding.namespace", "regarding.name", "regarding.uid", "regarding.apiVersion", "regarding.resourceVersion", "regarding.fieldPath", "reportingController"], ReadEvent),
        [new("batch", "Job")] = Of<Job>(["status.successful"], (job, label) => label == "status.successful" ? job.Status.Succeeded.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
        [new("certificates.k8s.io", "CertificateSigningRequest")] = Of<CertificateSigningRequest>(
            ["spec.signerName"], (csr, label) => label == "spec.signerName" ? csr.Spec.SignerName : null),
    }.ToFrozenDictionary();

    private static string[] EventFields =>
    [
        "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid", "involvedObject.apiVersion",
        "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type",
    ];

    private static string? ReadEvent(Event value, string label) => label switch
    {
        "involvedObject.kind" or "regarding.kind" => value.InvolvedObject.Kind,
        "involvedObject.namespace" or "regarding.namespace" => value.InvolvedObject.Namespace,
        "involvedObject.name" or "regarding.name" => value.InvolvedObject.Name,
        "involvedObject.uid" or "regarding.uid" => value.InvolvedObject.Uid,
        "involvedObject.apiVersion" or "regarding.apiVersion" => value.InvolvedObject.ApiVersion,
        "involvedObject.resourceVersion" or "regarding.resourceVersion" => value.InvolvedObject.ResourceVersion,
        "involvedObject.fieldPath" or "regarding.fieldPath" => value.InvolvedObject.FieldPath,
        "reason" => value.Reason,
        "reportingComponent" or "reportingController" => value.ReportingComponent,
        "source" => value.Source.Component.Length > 0 ? value.Source.Component : value.ReportingComponent,
        "type" => value.Type,
        _ => null,
    };

    private static FieldLabels Of<T>(string[] labels, Func<T, string, string?> read)
        where T : class, IObject<T> =>
        new(labels, (value, label) => read((T)value, label));

    private static string Truth(bool value) => value ? "true" : "false";
}
