using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

/// <summary>A set of plugins.</summary>
[Message]
public sealed partial record KubeSchedulerProfile
{
    /// <summary>The name by which pods choose it; <c>default-scheduler</c> by default.</summary>
    [Field]
    public partial string? SchedulerName { get; init; }

    /// <summary>As above, for this profile.</summary>
    [Field]
    public partial int? PercentageOfNodesToScore { get; init; }

    /// <summary>Plugins beside and without the default ones.</summary>
    [Field]
    public partial Plugins? Plugins { get; init; }

    /// <summary>Settings of plugins.</summary>
    [Field]
    public partial ValueList<PluginConfig> PluginConfig { get; init; }
}

/// <summary>Which plugins run at which point.</summary>
[Message]
public sealed partial record Plugins
{
    /// <summary>Before a pod is queued.</summary>
    [Field(Always = true)]
    public partial PluginSet PreEnqueue { get; init; }

    /// <summary>In which order pods are taken; one plugin.</summary>
    [Field(Always = true)]
    public partial PluginSet QueueSort { get; init; }

    /// <summary>Once a pod, before nodes are looked at.</summary>
    [Field(Always = true)]
    public partial PluginSet PreFilter { get; init; }

    /// <summary>Whether a node fits.</summary>
    [Field(Always = true)]
    public partial PluginSet Filter { get; init; }

    /// <summary>When none fits: preemption.</summary>
    [Field(Always = true)]
    public partial PluginSet PostFilter { get; init; }

    /// <summary>Once a pod, before nodes are scored.</summary>
    [Field(Always = true)]
    public partial PluginSet PreScore { get; init; }

    /// <summary>How good a node is.</summary>
    [Field(Always = true)]
    public partial PluginSet Score { get; init; }

    /// <summary>When a node is chosen.</summary>
    [Field(Always = true)]
    public partial PluginSet Reserve { get; init; }

    /// <summary>Before binding: lets it wait.</summary>
    [Field(Always = true)]
    public partial PluginSet Permit { get; init; }

    /// <summary>Right before binding.</summary>
    [Field(Always = true)]
    public partial PluginSet PreBind { get; init; }

    /// <summary>Binding.</summary>
    [Field(Always = true)]
    public partial PluginSet Bind { get; init; }

    /// <summary>After binding.</summary>
    [Field(Always = true)]
    public partial PluginSet PostBind { get; init; }

    /// <summary>Every point that a plugin has.</summary>
    [Field(Always = true)]
    public partial PluginSet MultiPoint { get; init; }

    /// <summary>Making placements for groups of pods.</summary>
    [Field(Always = true)]
    public partial PluginSet PlacementGenerate { get; init; }

    /// <summary>Scoring placements.</summary>
    [Field(Always = true)]
    public partial PluginSet PlacementScore { get; init; }
}

/// <summary>Plugins at a point.</summary>
[Message]
public sealed partial record PluginSet
{
    /// <summary>Plugins that run besides the default ones, after them.</summary>
    [Field]
    public partial ValueList<Plugin> Enabled { get; init; }

    /// <summary>Default plugins that do not run; <c>*</c> for all.</summary>
    [Field]
    public partial ValueList<Plugin> Disabled { get; init; }
}

/// <summary>A plugin.</summary>
[Message]
public sealed partial record Plugin
{
    /// <summary>Its name.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>What its score counts.</summary>
    [Field]
    public partial int? Weight { get; init; }
}

/// <summary>Settings of a plugin.</summary>
[Message]
public sealed partial record PluginConfig
{
    /// <summary>The plugin.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>The settings.</summary>
    [Field(Always = true)]
    public partial RawExtension Args { get; init; }
}

/// <summary>A service that takes part in decisions.</summary>
[Message]
public sealed partial record Extender
{
    /// <summary>Its address.</summary>
    [Field(Always = true)]
    public partial string UrlPrefix { get; init; }

    /// <summary>The path at which it filters; none when empty.</summary>
    [Field]
    public partial string FilterVerb { get; init; }

    /// <summary>The path at which it judges preemption.</summary>
    [Field]
    public partial string PreemptVerb { get; init; }

    /// <summary>The path at which it scores.</summary>
    [Field]
    public partial string PrioritizeVerb { get; init; }

    /// <summary>What its score counts.</summary>
    [Field]
    public partial long Weight { get; init; }

    /// <summary>The path at which it binds.</summary>
    [Field]
    public partial string BindVerb { get; init; }

    /// <summary>Whether it is spoken to by TLS.</summary>
    [Field]
    public partial bool EnableHTTPS { get; init; }

    /// <summary>How TLS is done.</summary>
    [Field]
    public partial ExtenderTLSConfig? TlsConfig { get; init; }

    /// <summary>How long it may take; 5s by default.</summary>
    [Field]
    public partial Duration HttpTimeout { get; init; }

    /// <summary>Whether node names are enough for it.</summary>
    [Field]
    public partial bool NodeCacheCapable { get; init; }

    /// <summary>Resources for which alone it is asked.</summary>
    [Field]
    public partial ValueList<ExtenderManagedResource> ManagedResources { get; init; }

    /// <summary>Whether decisions go on without it.</summary>
    [Field]
    public partial bool Ignorable { get; init; }
}

/// <summary>A resource that an extender looks after.</summary>
[Message]
public sealed partial record ExtenderManagedResource
{
    /// <summary>The resource.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>Whether the scheduler itself passes it over.</summary>
    [Field]
    public partial bool IgnoredByScheduler { get; init; }
}

/// <summary>How TLS is done.</summary>
[Message]
public sealed partial record ExtenderTLSConfig
{
    /// <summary>Whether the certificate goes unchecked.</summary>
    [Field]
    public partial bool Insecure { get; init; }

    /// <summary>The name to check and to send.</summary>
    [Field]
    public partial string ServerName { get; init; }

    /// <summary>The client certificate's file.</summary>
    [Field]
    public partial string CertFile { get; init; }

    /// <summary>The client key's file.</summary>
    [Field]
    public partial string KeyFile { get; init; }

    /// <summary>The authorities' file.</summary>
    [Field]
    public partial string CaFile { get; init; }

    /// <summary>The client certificate.</summary>
    [Field]
    public partial Bytes CertData { get; init; }

    /// <summary>The client key.</summary>
    [Field]
    public partial Bytes KeyData { get; init; }

    /// <summary>The authorities.</summary>
    [Field]
    public partial Bytes CaData { get; init; }
}

/// <summary>A point.</summary>
[Message]
public sealed partial record UtilizationShapePoint
{
    /// <summary>The use in percent, 0 to 100.</summary>
    [Field(Always = true)]
    public partial int Utilization { get; init; }

    /// <summary>The score, 0 to 10.</summary>
    [Field(Always = true)]
    public partial int Score { get; init; }
}

/// <summary>A resource and what it counts.</summary>
[Message]
public sealed partial record ResourceSpec
{
    /// <summary>The resource.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>What it counts; 1 by default.</summary>
    [Field]
    public partial long Weight { get; init; }
}

/// <summary>How nodes are scored.</summary>
[Message]
public sealed partial record ScoringStrategy
{
    /// <summary><c>LeastAllocated</c> (the default), <c>MostAllocated</c> or <c>RequestedToCapacityRatio</c>.</summary>
    [Field]
    public partial string Type { get; init; }

    /// <summary>The resources and what they count.</summary>
    [Field]
    public partial ValueList<ResourceSpec> Resources { get; init; }

    /// <summary>Settings of RequestedToCapacityRatio.</summary>
    [Field]
    public partial RequestedToCapacityRatioParam? RequestedToCapacityRatio { get; init; }
}

/// <summary>The score by use.</summary>
[Message]
public sealed partial record RequestedToCapacityRatioParam
{
    /// <summary>The points between which it is drawn.</summary>
    [Field]
    public partial ValueList<UtilizationShapePoint> Shape { get; init; }
}
