using System.Runtime.InteropServices;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;
using Cybernetes.Base;
using Cybernetes.Base.Features;
using Cybernetes.Base.Metrics;

namespace Cybernetes.ApiServer.Metrics;

/// <summary>What the server says of itself, and the page that says it.</summary>
internal static class ServerMetrics
{
    public static void Declare(MetricsRegistry registry, IReadOnlyList<ResourceStorage> storages)
    {
        var build = registry.Gauge(
            "kubernetes_build_info", "The build's version and where it was made, always 1.", Stability.Alpha,
            "major", "minor", "git_version", "git_commit", "git_tree_state", "build_date", "go_version", "compiler", "platform");
        build.With("1", "36", ProductVersion.GitVersion, "", "clean", "", "", "ilc", $"linux/{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "amd64")}").Set(1);
        var features = registry.Gauge("kubernetes_feature_enabled", "Whether a feature is on, by its name and how far it has come.", Stability.Beta, "name", "stage");
        foreach (var (feature, enabled) in FeatureGates.Defaults.All)
        {
            features.With(feature.Name, feature.Stage == FeatureStage.GA ? "" : feature.Stage.ToString().ToUpperInvariant()).Set(enabled ? 1 : 0);
        }

        var objects = registry.Gauge("apiserver_storage_objects", "How many objects are stored, by resource.", Stability.Stable, "resource");
        registry.OnCollect(() =>
        {
            foreach (var storage in storages)
            {
                objects.With(storage.Resource.ToString()).Set(storage.Cache.Snapshot.Count);
            }
        });
        var start = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0;
        registry.Gauge("process_start_time_seconds", "When the process began, in seconds since 1970.", Stability.Alpha, () => start);
        registry.Gauge("process_resident_memory_bytes", "Resident memory.", Stability.Alpha, () => Environment.WorkingSet);
        registry.Gauge("process_cpu_seconds_total", "Processor time of user and system.", Stability.Alpha, () => Environment.CpuUsage.TotalTime.TotalSeconds);
    }

    public static void AddTo(PathTable paths, MetricsRegistry registry)
    {
        paths.Add("/metrics", (_, _) => new(new BytesResponse(200, MetricsRegistry.ContentType, registry.Write())));
        paths.Add("/metrics/slis", (_, _) => new(new BytesResponse(200, MetricsRegistry.ContentType, default)));
    }
}
