using Cybernetes.Api.ComponentConfigV1Alpha1;
using Cybernetes.Api.LogsConfigV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeProxyConfigV1Alpha1;

/// <summary>How kube-proxy works: the file given by <c>--config</c>.</summary>
[Message]
[Kind("kubeproxy.config.k8s.io", "v1alpha1")]
public sealed partial record KubeProxyConfiguration
{
    /// <summary>Features switched on or off.</summary>
    [Field]
    public partial ValueMap<bool> FeatureGates { get; init; }

    /// <summary>How the API server is reached.</summary>
    [Field(Always = true)]
    public partial ClientConnectionConfiguration ClientConnection { get; init; }

    /// <summary>How it logs.</summary>
    [Field]
    public partial LoggingConfiguration Logging { get; init; }

    /// <summary>The node's name, where it is not the host name.</summary>
    [Field(Always = true)]
    public partial string HostnameOverride { get; init; }

    /// <summary>The node's address; decides the main family. Found out by default.</summary>
    [Field(Always = true)]
    public partial string BindAddress { get; init; }

    /// <summary>Where the health page is; <c>0.0.0.0:10256</c> by default.</summary>
    [Field(Always = true)]
    public partial string HealthzBindAddress { get; init; }

    /// <summary>Where metrics are; <c>127.0.0.1:10249</c> by default.</summary>
    [Field(Always = true)]
    public partial string MetricsBindAddress { get; init; }

    /// <summary>Whether failing to listen is fatal. False by default.</summary>
    [Field(Always = true)]
    public partial bool BindAddressHardFail { get; init; }

    /// <summary>Whether /debug/pprof is served. False by default.</summary>
    [Field(Always = true)]
    public partial bool EnableProfiling { get; init; }

    /// <summary>A release whose hidden metrics are shown.</summary>
    [Field(Always = true)]
    public partial string ShowHiddenMetricsForVersion { get; init; }

    /// <summary><c>iptables</c> (upstream's default), <c>ipvs</c> or <c>nftables</c>.</summary>
    [Field(Always = true)]
    public partial string Mode { get; init; }

    /// <summary>Settings of iptables mode.</summary>
    [Field(Always = true)]
    public partial KubeProxyIPTablesConfiguration Iptables { get; init; }

    /// <summary>Settings of ipvs mode.</summary>
    [Field(Always = true)]
    public partial KubeProxyIPVSConfiguration Ipvs { get; init; }

    /// <summary>Settings of nftables mode.</summary>
    [Field(Always = true)]
    public partial KubeProxyNFTablesConfiguration Nftables { get; init; }

    /// <summary>Settings on Windows.</summary>
    [Field(Always = true)]
    public partial KubeProxyWinkernelConfiguration Winkernel { get; init; }

    /// <summary>How local traffic is told: <c>ClusterCIDR</c>, <c>NodeCIDR</c>, <c>BridgeInterface</c> or <c>InterfaceNamePrefix</c>.</summary>
    [Field(Always = true)]
    public partial string DetectLocalMode { get; init; }

    /// <summary>Settings of detectLocalMode.</summary>
    [Field(Always = true)]
    public partial DetectLocalConfiguration DetectLocal { get; init; }

    /// <summary>The pods' ranges.</summary>
    [Field(Always = true)]
    public partial string ClusterCIDR { get; init; }

    /// <summary>The ranges of node addresses on which node ports answer; all, or <c>primary</c>.</summary>
    [Field(Always = true)]
    public partial ValueList<string> NodePortAddresses { get; init; }

    /// <summary>The process's oom_score_adj; -999 by default.</summary>
    [Field(Always = true)]
    public partial int? OomScoreAdj { get; init; }

    /// <summary>Settings of connection tracking.</summary>
    [Field(Always = true)]
    public partial KubeProxyConntrackConfiguration Conntrack { get; init; }

    /// <summary>Time between refreshes from the API server; 15m by default.</summary>
    [Field(Always = true)]
    public partial Duration ConfigSyncPeriod { get; init; }

    /// <summary>No longer used.</summary>
    [Field(Always = true)]
    public partial string PortRange { get; init; }

    /// <summary>Whether it runs as a Windows service.</summary>
    [Field]
    public partial bool WindowsRunAsService { get; init; }
}

/// <summary>Settings of iptables mode.</summary>
[Message]
public sealed partial record KubeProxyIPTablesConfiguration
{
    /// <summary>The mark's bit for masquerading; 14 by default.</summary>
    [Field(Always = true)]
    public partial int? MasqueradeBit { get; init; }

    /// <summary>Whether all Service traffic is masqueraded. False by default.</summary>
    [Field(Always = true)]
    public partial bool MasqueradeAll { get; init; }

    /// <summary>Whether node ports answer on localhost. True by default.</summary>
    [Field(Always = true)]
    public partial bool? LocalhostNodePorts { get; init; }

    /// <summary>Time between full synchronizations; 30s by default.</summary>
    [Field(Always = true)]
    public partial Duration SyncPeriod { get; init; }

    /// <summary>The least time between synchronizations; 1s by default.</summary>
    [Field(Always = true)]
    public partial Duration MinSyncPeriod { get; init; }
}

/// <summary>Settings of ipvs mode.</summary>
[Message]
public sealed partial record KubeProxyIPVSConfiguration
{
    /// <summary>Time between full synchronizations; 30s by default.</summary>
    [Field(Always = true)]
    public partial Duration SyncPeriod { get; init; }

    /// <summary>The least time between synchronizations; 0s by default.</summary>
    [Field(Always = true)]
    public partial Duration MinSyncPeriod { get; init; }

    /// <summary>The scheduling algorithm; <c>rr</c> by default.</summary>
    [Field(Always = true)]
    public partial string Scheduler { get; init; }

    /// <summary>Ranges of virtual servers to leave alone.</summary>
    [Field(Always = true)]
    public partial ValueList<string> ExcludeCIDRs { get; init; }

    /// <summary>Whether ARP is answered only for addresses of the interface. False by default.</summary>
    [Field(Always = true)]
    public partial bool StrictARP { get; init; }

    /// <summary>How long idle TCP connections last; the kernel's by default.</summary>
    [Field(Always = true)]
    public partial Duration TcpTimeout { get; init; }

    /// <summary>How long they last after FIN.</summary>
    [Field(Always = true)]
    public partial Duration TcpFinTimeout { get; init; }

    /// <summary>How long idle UDP flows last.</summary>
    [Field(Always = true)]
    public partial Duration UdpTimeout { get; init; }
}

/// <summary>Settings of nftables mode.</summary>
/// <inheritdoc cref="KubeProxyIPTablesConfiguration"/>
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

/// <summary>Settings of connection tracking.</summary>
[Message]
public sealed partial record KubeProxyConntrackConfiguration
{
    /// <summary>Entries for each core; 32768 by default, 0 leaves the kernel's.</summary>
    [Field(Always = true)]
    public partial int? MaxPerCore { get; init; }

    /// <summary>The least number of entries; 131072 by default.</summary>
    [Field(Always = true)]
    public partial int? Min { get; init; }

    /// <summary>How long idle established connections last; 24h by default.</summary>
    [Field(Always = true)]
    public partial Duration? TcpEstablishedTimeout { get; init; }

    /// <summary>How long connections in CLOSE_WAIT last; 1h by default.</summary>
    [Field(Always = true)]
    public partial Duration? TcpCloseWaitTimeout { get; init; }

    /// <summary>Whether packets outside the window are let through.</summary>
    [Field(Always = true)]
    public partial bool TcpBeLiberal { get; init; }

    /// <summary>How long unanswered UDP flows last.</summary>
    [Field(Always = true)]
    public partial Duration UdpTimeout { get; init; }

    /// <summary>How long answered UDP flows last.</summary>
    [Field(Always = true)]
    public partial Duration UdpStreamTimeout { get; init; }
}

/// <summary>Settings on Windows.</summary>
[Message]
public sealed partial record KubeProxyWinkernelConfiguration
{
    /// <summary>The HNS network.</summary>
    [Field(Always = true)]
    public partial string NetworkName { get; init; }

    /// <summary>The address for source translation.</summary>
    [Field(Always = true)]
    public partial string SourceVip { get; init; }

    /// <summary>Whether answers bypass the proxy.</summary>
    [Field(Always = true)]
    public partial bool EnableDSR { get; init; }

    /// <summary>The HNS endpoint of the root namespace.</summary>
    [Field(Always = true)]
    public partial string RootHnsEndpointName { get; init; }

    /// <summary>Whether health checks to the virtual address are forwarded.</summary>
    [Field(Always = true)]
    public partial bool ForwardHealthCheckVip { get; init; }
}

/// <summary>Settings of detectLocalMode.</summary>
[Message]
public sealed partial record DetectLocalConfiguration
{
    /// <summary>The bridge whose traffic is local.</summary>
    [Field(Always = true)]
    public partial string BridgeInterface { get; init; }

    /// <summary>The prefix of interfaces whose traffic is local.</summary>
    [Field(Always = true)]
    public partial string InterfaceNamePrefix { get; init; }
}
