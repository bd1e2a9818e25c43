using Cybernetes.Api.ComponentConfigV1Alpha1;
using Cybernetes.Api.KubeSchedulerConfigV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Scheduler.Extenders;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;

namespace Cybernetes.Scheduler.Configuration;

/// <summary>Reads, completes and checks a KubeSchedulerConfiguration (kubescheduler.config.k8s.io/v1).</summary>
public static class SchedulerConfiguration
{
    private const string ApiVersion = "kubescheduler.config.k8s.io/v1";

    /// <summary>Upstream's defaults.</summary>
    public static KubeSchedulerConfiguration Default { get; } = Complete(KubeSchedulerConfiguration.Empty);

    /// <summary>Reads a document, YAML or JSON, and completes it. Throws <see cref="SchedulerConfigurationException"/>.</summary>
    public static KubeSchedulerConfiguration Read(ReadOnlySpan<byte> document)
    {
        try
        {
            var value = YamlReader.Read(document);
            var (version, kind) = (value["apiVersion"].AsString ?? "", value["kind"].AsString ?? "");
            if (kind.Length == 0)
            {
                throw new SchedulerConfigurationException("Object 'Kind' is missing in '" + value + "'");
            }

            if (version != ApiVersion || kind != nameof(KubeSchedulerConfiguration))
            {
                throw new SchedulerConfigurationException($"no kind \"{kind}\" is registered for version \"{version}\" in scheme \"pkg/scheduler/apis/config/scheme/scheme.go:30\"");
            }

            var json = value.ToJson();
            if (StrictScan.Find(json, SchemaOf<KubeSchedulerConfiguration>()) is { Count: > 0 } findings)
            {
                throw new SchedulerConfigurationException(StrictScan.Describe(findings));
            }

            return Check(Complete(JsonDecoder.Read<KubeSchedulerConfiguration>(json)));
        }
        catch (WireException error)
        {
            throw new SchedulerConfigurationException($"couldn't get version/kind; json parse error: {error.Message}");
        }
    }

    /// <summary>What the scheduler is told.</summary>
    public static SchedulerOptions ToOptions(KubeSchedulerConfiguration configuration, TimeSpan maxUnschedulable, TimeProvider time)
    {
        var extenders = configuration.Extenders.Select(extender => (IExtender)new HttpExtender(extender, time)).ToList();
        return new SchedulerOptions
        {
            Profiles = context => Profiles(configuration, context),
            Extenders = extenders,
            PercentageOfNodesToScore = configuration.PercentageOfNodesToScore ?? 0,
            Queue = new QueueOptions
            {
                InitialBackOff = TimeSpan.FromSeconds(configuration.PodInitialBackoffSeconds ?? 1),
                MaxBackOff = TimeSpan.FromSeconds(configuration.PodMaxBackoffSeconds ?? 10),
                MaxUnschedulable = maxUnschedulable,
            },
        };
    }

    private static List<Profile> Profiles(KubeSchedulerConfiguration configuration, PluginContext context)
    {
        // Resources that an extender alone counts are none of the plugin's business.
        var ignored = configuration.Extenders.SelectMany(extender => extender.ManagedResources).Where(resource => resource.IgnoredByScheduler).Select(resource => resource.Name).ToList();
        return [.. configuration.Profiles.Select(profile => ProfileBuilder.Build(ignored.Count == 0 ? profile : Ignoring(profile, ignored), context))];
    }

    private static KubeSchedulerProfile Ignoring(KubeSchedulerProfile profile, List<string> resources)
    {
        const string Fit = nameof(Plugins.NodeResourcesFit);
        var args = profile.PluginConfig.FirstOrDefault(entry => entry.Name == Fit)?.Args.ToValue() ?? Value.EmptyMap;
        var all = args["ignoredResources"].Items.Concat(resources.Select(resource => (Value)resource)).Distinct();
        var entry = new PluginConfig { Name = Fit, Args = RawExtension.FromValue(args.With("ignoredResources", Value.List([.. all]))) };
        return profile with { PluginConfig = [.. profile.PluginConfig.Where(other => other.Name != Fit), entry] };
    }

    private static KubeSchedulerConfiguration Complete(KubeSchedulerConfiguration given)
    {
        var election = given.LeaderElection;
        return given with
        {
            Parallelism = given.Parallelism ?? 16,
            PercentageOfNodesToScore = given.PercentageOfNodesToScore ?? 0,
            PodInitialBackoffSeconds = given.PodInitialBackoffSeconds ?? 1,
            PodMaxBackoffSeconds = given.PodMaxBackoffSeconds ?? 10,
            Profiles = given.Profiles.IsEmpty ? [new KubeSchedulerProfile { SchedulerName = "default-scheduler" }]
                : given.Profiles.Count == 1 && given.Profiles[0].SchedulerName is null ? [given.Profiles[0] with { SchedulerName = "default-scheduler" }]
                : given.Profiles,
            ClientConnection = given.ClientConnection with
            {
                ContentType = given.ClientConnection.ContentType.Length == 0 ? "application/vnd.kubernetes.protobuf" : given.ClientConnection.ContentType,
                Qps = given.ClientConnection.Qps == 0 ? 50 : given.ClientConnection.Qps,
                Burst = given.ClientConnection.Burst == 0 ? 100 : given.ClientConnection.Burst,
            },
            LeaderElection = new LeaderElectionConfiguration
            {
                LeaderElect = election.LeaderElect ?? true,
                LeaseDuration = election.LeaseDuration.Nanoseconds == 0 ? Seconds(15) : election.LeaseDuration,
                RenewDeadline = election.RenewDeadline.Nanoseconds == 0 ? Seconds(10) : election.RenewDeadline,
                RetryPeriod = election.RetryPeriod.Nanoseconds == 0 ? Seconds(2) : election.RetryPeriod,
                ResourceLock = election.ResourceLock.Length == 0 ? "leases" : election.ResourceLock,
                ResourceName = election.ResourceName.Length == 0 ? "kube-scheduler" : election.ResourceName,
                ResourceNamespace = election.ResourceNamespace.Length == 0 ? "kube-system" : election.ResourceNamespace,
            },
            DebuggingConfiguration = given.DebuggingConfiguration with
            {
                EnableProfiling = given.DebuggingConfiguration.EnableProfiling ?? true,
                EnableContentionProfiling = given.DebuggingConfiguration.EnableContentionProfiling ?? true,
            },
        };
    }

    private static KubeSchedulerConfiguration Check(KubeSchedulerConfiguration given)
    {
        var errors = new List<string>();
        if (given.Parallelism <= 0)
        {
            errors.Add($"parallelism: Invalid value: {given.Parallelism}: should be an integer value greater than zero");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < given.Profiles.Count; i++)
        {
            var profile = given.Profiles[i];
            if (string.IsNullOrEmpty(profile.SchedulerName))
            {
                errors.Add($"profiles[{i}].schedulerName: Required value");
            }
            else if (!names.Add(profile.SchedulerName))
            {
                errors.Add($"profiles[{i}].schedulerName: Duplicate value: \"{profile.SchedulerName}\"");
            }

            if (profile.PercentageOfNodesToScore is < 0 or > 100)
            {
                errors.Add($"profiles[{i}].percentageOfNodesToScore: Invalid value: {profile.PercentageOfNodesToScore}: not in valid range [0-100]");
            }
        }

        if (given.PercentageOfNodesToScore is < 0 or > 100)
        {
            errors.Add($"percentageOfNodesToScore: Invalid value: {given.PercentageOfNodesToScore}: not in valid range [0-100]");
        }

        if (given.PodInitialBackoffSeconds <= 0)
        {
            errors.Add($"podInitialBackoffSeconds: Invalid value: {given.PodInitialBackoffSeconds}: must be greater than 0");
        }

        if (given.PodMaxBackoffSeconds < given.PodInitialBackoffSeconds)
        {
            errors.Add($"podMaxBackoffSeconds: Invalid value: {given.PodMaxBackoffSeconds}: must be greater than or equal to PodInitialBackoffSeconds");
        }

        var binders = 0;
        for (var i = 0; i < given.Extenders.Count; i++)
        {
            var extender = given.Extenders[i];
            if (extender.PrioritizeVerb.Length > 0 && extender.Weight <= 0)
            {
                errors.Add($"extenders[{i}].weight: Invalid value: {extender.Weight}: must have a positive weight applied to it");
            }

            binders += extender.BindVerb.Length > 0 ? 1 : 0;
        }

        if (binders > 1)
        {
            errors.Add($"extenders: Invalid value: \"found {binders} extenders implementing bind\": only one extender can implement bind");
        }

        return errors.Count switch
        {
            0 => given,
            1 => throw new SchedulerConfigurationException(errors[0]),
            _ => throw new SchedulerConfigurationException($"[{string.Join(", ", errors)}]"),
        };
    }

    private static MessageSchema? SchemaOf<T>()
        where T : class, IKind<T> => T.Schema;

    private static Duration Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
