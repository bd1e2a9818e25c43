using Cybernetes.Api.ComponentConfigV1Alpha1;
using Cybernetes.Api.LogsConfigV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeProxyConfigV1Alpha1;

[Message]
[Kind("kubeproxy.config.k8s.io", "v1alpha1")]
public sealed partial record KubeProxyConfiguration
{
    [Field]
    public partial ValueMap<bool> FeatureGates { get; init; }

    [Field(Always = true)]
    public partial ClientConnectionConfiguration ClientConnection { get; init; }

    [Field]
    public partial LoggingConfiguration Logging { get; init; }

    [Field(Always = true)]
    public partial string HostnameOverride { get; init; }

    [Field(Always = true)]
    public partial string BindAddress { get; init; }

    [Field(Always = true)]
    public partial string HealthzBindAddress { get; init; }

    [Field(Always = true)]
    public partial string MetricsBindAddress { get; init; }

    [Field(Always = true)]
    public partial bool BindAddressHardFail { get; init; }

    [Field(Always = true)]
    public partial bool EnableProfiling { get; init; }

    [Field(Always = true)]
    public partial string ShowHiddenMetricsForVersion { get; init; }

    [Field(Always = true)]
    public partial string Mode { get; init; }

    [Field(Always = true)]
    public partial KubeProxyIPTablesConfiguration Iptables { get; init; }

    [Field(Always = true)]
    public partial KubeProxyIPVSConfiguration Ipvs { get; init; }

    [Field(Always = true)]
    public partial KubeProxyNFTablesConfiguration Nftables { get; init; }

    [Field(Always = true)]
    public partial KubeProxyWinkernelConfiguration Winkernel { get; init; }

    [Field(Always = true)]
    public partial string DetectLocalMode { get; init; }

    [Field(Always = true)]
    public partial DetectLocalConfiguration DetectLocal { get; init; }

    [Field(Always = true)]
    public partial string ClusterCIDR { get; init; }

    [Field(Always = true)]
    public partial ValueList<string> NodePortAddresses { get; init; }

    [Field(Always = true)]
    public partial int? OomScoreAdj { get; init; }

    [Field(Always = true)]
    public partial KubeProxyConntrackConfiguration Conntrack { get; init; }

    [Field(Always = true)]
    public partial Duration ConfigSyncPeriod { get; init; }

    [Field(Always = true)]
    public partial string PortRange { get; init; }

    [Field]
    public partial bool WindowsRunAsService { get; init; }
}

[Message]
public sealed partial record KubeProxyIPTablesConfiguration
{
    [Field(Always = true)]
    public partial int? MasqueradeBit { get; init; }

    [Field(Always = true)]
    public partial bool MasqueradeAll { get; init; }

    [Field(Always = true)]
    public partial bool? LocalhostNodePorts { get; init; }

    [Field(Always = true)]
    public partial Duration SyncPeriod { get; init; }

    [Field(Always = true)]
    public partial Duration MinSyncPeriod { get; init; }
}

[Message]
public sealed partial record KubeProxyIPVSConfiguration
{
    [Field(Always = true)]
    public partial Duration SyncPeriod { get; init; }

    [Field(Always = true)]
    public partial Duration MinSyncPeriod { get; init; }

    [Field(Always = true)]
    public partial string Scheduler { get; init; }

    [Field(Always = true)]
    public partial ValueList<string> ExcludeCIDRs { get; init; }

    [Field(Always = true)]
    public partial bool StrictARP { get; init; }

    [Field(Always = true)]
    public partial Duration TcpTimeout { get; init; }

    [Field(Always = true)]
    public partial Duration TcpFinTimeout { get; init; }

    [Field(Always = true)]
    public partial Duration UdpTimeout { get; init; }
}

[Message]
public sealed partial record KubeProxyNFTablesConfiguration
{
    [Field(Always = true)]
    public partial int? MasqueradeBit { get; init; }

    [Field(Always = true)]
    public partial bool MasqueradeAll { get; init; }

    [Field(Always = true)]
    public partial Duration SyncPeriod { get; init; }

    [Field(Always = true)]
    public partial Duration MinSyncPeriod { get; init; }
}

[Message]
public sealed partial record KubeProxyConntrackConfiguration
{
    [Field(Always = true)]
    public partial int? MaxPerCore { get; init; }

    [Field(Always = true)]
    public partial int? Min { get; init; }

    [Field(Always = true)]
    public partial Duration? TcpEstablishedTimeout { get; init; }

    [Field(Always = true)]
    public partial Duration? TcpCloseWaitTimeout { get; init; }

    [Field(Always = true)]
    public partial bool TcpBeLiberal { get; init; }

    [Field(Always = true)]
    public partial Duration UdpTimeout { get; init; }

    [Field(Always = true)]
    public partial Duration UdpStreamTimeout { get; init; }
}

[Message]
public sealed partial record KubeProxyWinkernelConfiguration
{
    [Field(Always = true)]
    public partial string NetworkName { get; init; }

    [Field(Always = true)]
    public partial string SourceVip { get; init; }

    [Field(Always = true)]
    public partial bool EnableDSR { get; init; }

    [Field(Always = true)]
    public partial string RootHnsEndpointName { get; init; }

    [Field(Always = true)]
    public partial bool ForwardHealthCheckVip { get; init; }
}

[Message]
public sealed partial record DetectLocalConfiguration
{
    [Field(Always = true)]
    public partial string BridgeInterface { get; init; }

    [Field(Always = true)]
    public partial string InterfaceNamePrefix { get; init; }
}
