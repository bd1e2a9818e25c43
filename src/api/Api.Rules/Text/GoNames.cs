using System.Collections.Frozen;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>How upstream's internal structs name and order the fields of messages.</summary>
internal static class GoNames
{
    private static readonly FrozenDictionary<string, string> _special = new Dictionary<string, string>
    {
        ["apiVersion"] = "APIVersion", ["apiGroup"] = "APIGroup", ["apiGroups"] = "APIGroups", ["fsType"] = "FSType", ["fsGroup"] = "FSGroup",
        ["fsGroupChangePolicy"] = "FSGroupChangePolicy", ["nfs"] = "NFS", ["rbd"] = "RBD", ["iscsi"] = "ISCSI", ["cephfs"] = "CephFS", ["fc"] = "FC",
        ["csi"] = "CSI", ["storageos"] = "StorageOS", ["gcePersistentDisk"] = "GCEPersistentDisk", ["awsElasticBlockStore"] = "AWSElasticBlockStore",
        ["pdName"] = "PDName", ["diskURI"] = "DataDiskURI", ["sslEnabled"] = "SSLEnabled", ["wwids"] = "WWIDs", ["iqn"] = "IQN",
        ["iscsiInterface"] = "ISCSIInterface", ["chapAuthDiscovery"] = "DiscoveryCHAPAuth", ["chapAuthSession"] = "SessionCHAPAuth", ["uid"] = "UID",
        ["ip"] = "IP", ["dnsPolicy"] = "DNSPolicy", ["dnsConfig"] = "DNSConfig", ["httpGet"] = "HTTPGet", ["tcpSocket"] = "TCPSocket", ["grpc"] = "GRPC",
        ["httpHeaders"] = "HTTPHeaders", ["seLinuxOptions"] = "SELinuxOptions", ["seLinuxChangePolicy"] = "SELinuxChangePolicy", ["os"] = "OS", ["tty"] = "TTY",
        ["gmsaCredentialSpecName"] = "GMSACredentialSpecName", ["gmsaCredentialSpec"] = "GMSACredentialSpec", ["cel"] = "CEL",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string[]> _order = new Dictionary<string, string[]>
    {
        ["PodSpec"] =
        [
            "volumes", "initContainers", "containers", "ephemeralContainers", "restartPolicy", "terminationGracePeriodSeconds", "activeDeadlineSeconds", "dnsPolicy",
            "nodeSelector", "serviceAccountName", "automountServiceAccountToken", "nodeName", "securityContext", "imagePullSecrets", "hostname", "subdomain",
            "setHostnameAsFQDN", "affinity", "schedulerName", "tolerations", "hostAliases", "priorityClassName", "priority", "preemptionPolicy", "dnsConfig",
            "readinessGates", "runtimeClassName", "overhead", "enableServiceLinks", "topologySpreadConstraints", "os", "schedulingGates", "resourceClaims", "resources",
            "hostnameOverride", "schedulingGroup",
        ],
        ["VolumeSource"] =
        [
            "hostPath", "emptyDir", "gcePersistentDisk", "awsElasticBlockStore", "gitRepo", "secret", "nfs", "iscsi", "glusterfs", "persistentVolumeClaim", "rbd", "quobyte",
            "flexVolume", "cinder", "cephfs", "flocker", "downwardAPI", "fc", "azureFile", "configMap", "vsphereVolume", "azureDisk", "photonPersistentDisk", "projected",
            "portworxVolume", "scaleIO", "storageos", "csi", "ephemeral", "image",
        ],
        ["PodSecurityContext"] =
        [
            "seLinuxOptions", "windowsOptions", "runAsUser", "runAsGroup", "runAsNonRoot", "supplementalGroups", "supplementalGroupsPolicy", "fsGroup",
            "fsGroupChangePolicy", "sysctls", "seccompProfile", "appArmorProfile", "seLinuxChangePolicy",
        ],
        ["PersistentVolumeSource"] =
        [
            "gcePersistentDisk", "awsElasticBlockStore", "hostPath", "glusterfs", "nfs", "rbd", "quobyte", "iscsi", "flexVolume", "cinder", "cephfs", "fc", "flocker",
            "azureFile", "vsphereVolume", "azureDisk", "photonPersistentDisk", "portworxVolume", "scaleIO", "local", "storageos", "csi",
        ],
    }.ToFrozenDictionary();

    private static readonly MessageSchema _podSpec = TableOf<Api.CoreV1.PodSpec>();

    private static readonly string[] _podSecurity = ["hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace", "hostUsers"];

    /// <summary>The fields of a message as its internal struct has them, each with its Go name and the value it stands in. An empty name stands for embedded metadata.</summary>
    public static IEnumerable<(string Name, FieldSchema Field, Value Parent)> Fields(MessageSchema schema, Value value)
    {
        IEnumerable<FieldSchema> fields = schema.Fields;
        if (_order.TryGetValue(schema.Name, out var order))
        {
            fields = order.Select(name => schema.Find(name)!);
        }

        if (schema.Name == "PodSecurityContext")
        {
            fields = _podSecurity.Select(name => _podSpec.Find(name)!).Concat(fields);
        }

        foreach (var field in fields)
        {
            if (schema.Name == "PodSpec" && field.JsonName == "securityContext")
            {
                // The internal struct keeps the host namespaces in the security context.
                var context = value["securityContext"];
                foreach (var name in _podSecurity)
                {
                    context = value[name].IsNull ? context : context.With(name, value[name]);
                }

                value = value.With("securityContext", context);
            }

            yield return (field.TypeName == "ObjectMeta" ? "" : Name(schema, field), field, value);
        }
    }

    private static MessageSchema TableOf<T>()
        where T : IMessage<T> => T.Schema!;

    private static string Name(MessageSchema schema, FieldSchema field) => (schema.Name, field.JsonName) switch
    {
        ("GlusterfsVolumeSource" or "GlusterfsPersistentVolumeSource", "endpoints") => "EndpointsName",
        ("RBDVolumeSource" or "RBDPersistentVolumeSource", "monitors") => "CephMonitors",
        ("RBDVolumeSource" or "RBDPersistentVolumeSource", "image") => "RBDImage",
        ("RBDVolumeSource" or "RBDPersistentVolumeSource", "pool") => "RBDPool",
        ("RBDVolumeSource" or "RBDPersistentVolumeSource", "user") => "RadosUser",
        _ => _special.TryGetValue(field.JsonName, out var name) ? name : char.ToUpperInvariant(field.JsonName[0]) + field.JsonName[1..],
    };
}
