using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubelet.Command;

/// <summary>Reads a KubeletConfiguration (kubelet.config.k8s.io/v1beta1) into options. Pure.</summary>
internal static class KubeletConfigDocument
{
    /// <summary>The options with what the document sets; throws <see cref="FormatException"/> for a value of the wrong form.</summary>
    public static KubeletOptions Apply(KubeletOptions options, Value document) => options with
    {
        StaticPodPath = Text(document["staticPodPath"], options.StaticPodPath),
        PodLogsDirectory = Text(document["podLogsDir"], options.PodLogsDirectory),
        SyncFrequency = Span(document["syncFrequency"], options.SyncFrequency),
        FileCheckFrequency = Span(document["fileCheckFrequency"], options.FileCheckFrequency),
        Address = Text(document["address"], options.Address),
        Port = Number(document["port"], options.Port),
        TlsCertFile = Text(document["tlsCertFile"], options.TlsCertFile),
        TlsPrivateKeyFile = Text(document["tlsPrivateKeyFile"], options.TlsPrivateKeyFile),
        RotateCertificates = Flag(document["rotateCertificates"], options.RotateCertificates),
        ClientCaFile = Text(document.At("authentication", "x509", "clientCAFile"), options.ClientCaFile),
        WebhookAuthentication = Flag(document.At("authentication", "webhook", "enabled"), options.WebhookAuthentication),
        AnonymousAuthentication = Flag(document.At("authentication", "anonymous", "enabled"), options.AnonymousAuthentication),
        AuthorizationMode = Text(document.At("authorization", "mode"), options.AuthorizationMode),
        HealthzPort = Number(document["healthzPort"], options.HealthzPort),
        HealthzBindAddress = Text(document["healthzBindAddress"], options.HealthzBindAddress),
        ClusterDomain = Text(document["clusterDomain"], options.ClusterDomain),
        ClusterDns = List(document["clusterDNS"], options.ClusterDns),
        NodeStatusUpdateFrequency = Span(document["nodeStatusUpdateFrequency"], options.NodeStatusUpdateFrequency),
        NodeStatusReportFrequency = Span(document["nodeStatusReportFrequency"], options.NodeStatusReportFrequency),
        NodeLeaseDurationSeconds = Number(document["nodeLeaseDurationSeconds"], options.NodeLeaseDurationSeconds),
        ImageMinimumGcAge = Span(document["imageMinimumGCAge"], options.ImageMinimumGcAge),
        ImageGcHighThresholdPercent = Number(document["imageGCHighThresholdPercent"], options.ImageGcHighThresholdPercent),
        ImageGcLowThresholdPercent = Number(document["imageGCLowThresholdPercent"], options.ImageGcLowThresholdPercent),
        CgroupRoot = Text(document["cgroupRoot"], options.CgroupRoot),
        CgroupsPerQos = Flag(document["cgroupsPerQOS"], options.CgroupsPerQos),
        CgroupDriver = Text(document["cgroupDriver"], options.CgroupDriver),
        RuntimeRequestTimeout = Span(document["runtimeRequestTimeout"], options.RuntimeRequestTimeout),
        MaxPods = Number(document["maxPods"], options.MaxPods),
        ResolverConfig = document["resolvConf"].AsString ?? options.ResolverConfig,
        CpuCfsQuota = Flag(document["cpuCFSQuota"], options.CpuCfsQuota),
        SerializeImagePulls = Flag(document["serializeImagePulls"], options.SerializeImagePulls),
        MaxParallelImagePulls = Number(document["maxParallelImagePulls"], options.MaxParallelImagePulls),
        EvictionHard = Map(document["evictionHard"], options.EvictionHard),
        EvictionSoft = Map(document["evictionSoft"], options.EvictionSoft),
        EvictionSoftGracePeriod = Map(document["evictionSoftGracePeriod"], options.EvictionSoftGracePeriod),
        EvictionMaxPodGracePeriod = Number(document["evictionMaxPodGracePeriod"], options.EvictionMaxPodGracePeriod),
        EvictionMinimumReclaim = Map(document["evictionMinimumReclaim"], options.EvictionMinimumReclaim),
        EvictionPressureTransitionPeriod = Span(document["evictionPressureTransitionPeriod"], options.EvictionPressureTransitionPeriod),
        StaticPodUrl = Text(document["staticPodURL"], options.StaticPodUrl),
        StaticPodUrlHeader = document["staticPodURLHeader"].IsMap
            ? document["staticPodURLHeader"].Entries.ToDictionary(e => e.Key, e => List(e.Value, []))
            : options.StaticPodUrlHeader,
        HttpCheckFrequency = Span(document["httpCheckFrequency"], options.HttpCheckFrequency),
        ContainerLogMaxSize = Text(document["containerLogMaxSize"], options.ContainerLogMaxSize),
        ContainerLogMaxFiles = Number(document["containerLogMaxFiles"], options.ContainerLogMaxFiles),
        SystemReserved = Map(document["systemReserved"], options.SystemReserved),
        KubeReserved = Map(document["kubeReserved"], options.KubeReserved),
        AllowedUnsafeSysctls = List(document["allowedUnsafeSysctls"], options.AllowedUnsafeSysctls),
        ProviderId = Text(document["providerID"], options.ProviderId),
        RegisterNode = Flag(document["registerNode"], options.RegisterNode),
        SeccompDefault = Flag(document["seccompDefault"], options.SeccompDefault),
        ContainerRuntimeEndpoint = Text(document["containerRuntimeEndpoint"], options.ContainerRuntimeEndpoint),
        MaxContainerRestartPeriod = Span(document.At("crashLoopBackOff", "maxContainerRestartPeriod"), options.MaxContainerRestartPeriod),
        RegisterWithTaints = document["registerWithTaints"].IsList ? [.. document["registerWithTaints"].Items.Select(t => Value.FromValue<Taint>(t))] : options.RegisterWithTaints,
    };

    private static string Text(Value value, string otherwise) => value.AsString is { Length: > 0 } text ? text : otherwise;

    private static bool Flag(Value value, bool otherwise) => value.AsBoolean ?? otherwise;

    private static int Number(Value value, int otherwise) => value.AsInteger is { } number ? checked((int)number) : otherwise;

    // A duration of zero means "the default" in the configuration file.
    private static TimeSpan Span(Value value, TimeSpan otherwise) =>
        value.AsString is { Length: > 0 } text && Base.GoDuration.Parse(text) is var span && span != TimeSpan.Zero ? span : otherwise;

    private static IReadOnlyList<string> List(Value value, IReadOnlyList<string> otherwise) => value.IsList ? [.. value.Items.Select(i => i.AsString ?? "")] : otherwise;

    private static IReadOnlyDictionary<string, string> Map(Value value, IReadOnlyDictionary<string, string> otherwise) =>
        value.IsMap ? value.Entries.ToDictionary(e => e.Key, e => e.Value.AsString ?? e.Value.ToString()) : otherwise;
}
