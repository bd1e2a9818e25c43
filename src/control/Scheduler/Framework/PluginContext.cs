using Cybernetes.Client;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Framework;

/// <summary>What plugins that write or remember are given when they are made.</summary>
/// <param name="Client">The server; null where decisions are only thought through.</param>
/// <param name="Objects">What can be looked up; null where decisions are only thought through.</param>
/// <param name="Volumes">Volumes and claims as they will be once the bindings under way are done.</param>
public sealed record PluginContext(KubeClient? Client, IClusterObjects? Objects, AssumedVolumes Volumes)
{
    /// <summary>For decisions without a server.</summary>
    public static PluginContext WithoutServer => new(null, null, new AssumedVolumes());
}
