using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.StorageV1;

namespace Cybernetes.Api.Rules.Tests.Recordings;

/// <summary>What the admission plugins of the recorded server did to objects, as far as the recordings show it.</summary>
internal static class TestAdmission
{
    public const string Uid = "4c6a3b1e-0000-4000-8000-000000000001";

    private const string Access = "kube-api-access-abcde";

    public static Time Made { get; } = Time.Parse("2026-02-03T04:05:06Z");

    public static IObject Mutate(IObject obj, IObject? old) => obj switch
    {
        Pod pod when old is null => Pod(pod),
        PersistentVolumeClaim claim when old is null => claim with { Metadata = claim.Metadata with { Finalizers = Protect(claim.Metadata.Finalizers, "kubernetes.io/pvc-protection") } },
        PersistentVolume volume when old is null => volume with { Metadata = volume.Metadata with { Finalizers = Protect(volume.Metadata.Finalizers, "kubernetes.io/pv-protection") } },
        VolumeAttributesClass attributes when old is null => attributes with { Metadata = attributes.Metadata with { Finalizers = Protect(attributes.Metadata.Finalizers, "kubernetes.io/vac-protection") } },
        Node node when old is null => node with { Spec = node.Spec with { Taints = node.Spec.Taints.Add(new() { Key = "node.kubernetes.io/not-ready", Effect = "NoSchedule" }) } },
        Service service => TestAllocation.Give(service, old as Service),
        _ => obj,
    };

    /// <summary>The object as the store answers it: empty lists become none.</summary>
    public static IObject Store(IObject obj) => Answered(obj).WithMetadata(obj.Metadata with { ResourceVersion = "1" });

    private static IObject Answered(IObject obj) =>
        obj.GroupVersionKind.Group is "apiextensions.k8s.io" or "apiregistration.k8s.io" ? obj : (IObject)Kinds.Find(obj.GroupVersionKind)!.ReadProto(ProtoWriter.ToArray(obj));

    private static ValueList<string> Protect(ValueList<string> finalizers, string own) => finalizers.Contains(own) ? finalizers : finalizers.Add(own);

    private static Pod Pod(Pod pod)
    {
        var spec = pod.Spec;
        var account = spec.ServiceAccountName.Length == 0 ? "default" : spec.ServiceAccountName;
        spec = spec with { ServiceAccountName = account, ServiceAccount = account, Priority = spec.Priority ?? 0, PreemptionPolicy = spec.PreemptionPolicy ?? "PreemptLowerPriority" };
        foreach (var key in new[] { "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable" })
        {
            if (!spec.Tolerations.Any(own => (own.Key == key || own.Key.Length == 0) && own.Effect is "NoExecute" or ""))
            {
                spec = spec with { Tolerations = spec.Tolerations.Add(new() { Key = key, Operator = "Exists", Effect = "NoExecute", TolerationSeconds = 300 }) };
            }
        }

        if (spec.AutomountServiceAccountToken == false)
        {
            return pod with { Spec = spec };
        }

        var mount = new VolumeMount { Name = Access, ReadOnly = true, MountPath = "/var/run/secrets/kubernetes.io/serviceaccount" };
        Container Mounted(Container container) => container.VolumeMounts.Any(own => own.MountPath == mount.MountPath) ? container : container with { VolumeMounts = container.VolumeMounts.Add(mount) };
        var volume = new Volume
        {
            Name = Access,
            VolumeSource = new()
            {
                Projected = new()
                {
                    DefaultMode = 420,
                    Sources =
                    [
                        new() { ServiceAccountToken = new() { ExpirationSeconds = 3607, Path = "token" } },
                        new() { ConfigMap = new() { LocalObjectReference = new() { Name = "kube-root-ca.crt" }, Items = [new() { Key = "ca.crt", Path = "ca.crt" }] } },
                        new() { DownwardAPI = new() { Items = [new() { Path = "namespace", FieldRef = new() { ApiVersion = "v1", FieldPath = "metadata.namespace" } }] } },
                    ],
                },
            },
        };
        return pod with { Spec = spec with { Volumes = spec.Volumes.Add(volume), Containers = spec.Containers.Update(Mounted), InitContainers = spec.InitContainers.Update(Mounted) } };
    }
}
