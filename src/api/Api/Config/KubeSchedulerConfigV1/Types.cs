using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

[Message]
public sealed partial record KubeSchedulerProfile
{
    [Field]
    public partial string? SchedulerName { get; init; }

    [Field]
    public partial int? PercentageOfNodesToScore { get; init; }

    [Field]
    public partial Plugins? Plugins { get; init; }

    [Field]
    public partial ValueList<PluginConfig> PluginConfig { get; init; }
}

[Message]
public sealed partial record Plugins
{
    [Field(Always = true)]
    public partial PluginSet PreEnqueue { get; init; }

    [Field(Always = true)]
    public partial PluginSet QueueSort { get; init; }

    [Field(Always = true)]
    public partial PluginSet PreFilter { get; init; }

    [Field(Always = true)]
    public partial PluginSet Filter { get; init; }

    [Field(Always = true)]
    public partial PluginSet PostFilter { get; init; }

    [Field(Always = true)]
    public partial PluginSet PreScore { get; init; }

    [Field(Always = true)]
    public partial PluginSet Score { get; init; }

    [Field(Always = true)]
    public partial PluginSet Reserve { get; init; }

    [Field(Always = true)]
    public partial PluginSet Permit { get; init; }

    [Field(Always = true)]
    public partial PluginSet PreBind { get; init; }

    [Field(Always = true)]
    public partial PluginSet Bind { get; init; }

    [Field(Always = true)]
    public partial PluginSet PostBind { get; init; }

    [Field(Always = true)]
    public partial PluginSet MultiPoint { get; init; }

    [Field(Always = true)]
    public partial PluginSet PlacementGenerate { get; init; }

    [Field(Always = true)]
    public partial PluginSet PlacementScore { get; init; }
}

[Message]
public sealed partial record PluginSet
{
    [Field]
    public partial ValueList<Plugin> Enabled { get; init; }

    [Field]
    public partial ValueList<Plugin> Disabled { get; init; }
}

[Message]
public sealed partial record Plugin
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field]
    public partial int? Weight { get; init; }
}

[Message]
public sealed partial record PluginConfig
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial RawExtension Args { get; init; }
}

[Message]
public sealed partial record Extender
{
    [Field(Always = true)]
    public partial string UrlPrefix { get; init; }

    [Field]
    public partial string FilterVerb { get; init; }

    [Field]
    public partial string PreemptVerb { get; init; }

    [Field]
    public partial string PrioritizeVerb { get; init; }

    [Field]
    public partial long Weight { get; init; }

    [Field]
    public partial string BindVerb { get; init; }

    [Field]
    public partial bool EnableHTTPS { get; init; }

    [Field]
    public partial ExtenderTLSConfig? TlsConfig { get; init; }

    [Field]
    public partial Duration HttpTimeout { get; init; }

    [Field]
    public partial bool NodeCacheCapable { get; init; }

    [Field]
    public partial ValueList<ExtenderManagedResource> ManagedResources { get; init; }

    [Field]
    public partial bool Ignorable { get; init; }
}

[Message]
public sealed partial record ExtenderManagedResource
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field]
    public partial bool IgnoredByScheduler { get; init; }
}

[Message]
public sealed partial record ExtenderTLSConfig
{
    [Field]
    public partial bool Insecure { get; init; }

    [Field]
    public partial string ServerName { get; init; }

    [Field]
    public partial string CertFile { get; init; }

    [Field]
    public partial string KeyFile { get; init; }

    [Field]
    public partial string CaFile { get; init; }

    [Field]
    public partial Bytes CertData { get; init; }

    [Field]
    public partial Bytes KeyData { get; init; }

    [Field]
    public partial Bytes CaData { get; init; }
}

[Message]
public sealed partial record UtilizationShapePoint
{
    [Field(Always = true)]
    public partial int Utilization { get; init; }

    [Field(Always = true)]
    public partial int Score { get; init; }
}

[Message]
public sealed partial record ResourceSpec
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field]
    public partial long Weight { get; init; }
}

[Message]
public sealed partial record ScoringStrategy
{
    [Field]
    public partial string Type { get; init; }

    [Field]
    public partial ValueList<ResourceSpec> Resources { get; init; }

    [Field]
    public partial RequestedToCapacityRatioParam? RequestedToCapacityRatio { get; init; }
}

[Message]
public sealed partial record RequestedToCapacityRatioParam
{
    [Field]
    public partial ValueList<UtilizationShapePoint> Shape { get; init; }
}
