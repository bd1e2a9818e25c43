using System.Text;
using Cybernetes.Scheduler.Configuration;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;
using static Cybernetes.Scheduler.Tests.TestObjects;

namespace Cybernetes.Scheduler.Tests.Configuration;

public sealed class SchedulerConfigurationTests
{
    [Fact]
    public void TheDefaultProfileHasUpstreamsOrderAndWeights()
    {
        Assert.Equal(
            ["NodeUnschedulable", "NodeName", "TaintToleration", "NodeAffinity", "NodePorts", "NodeResourcesFit", "VolumeRestrictions", "NodeVolumeLimits", "VolumeBinding", "VolumeZone", "PodTopologySpread", "InterPodAffinity"],
            Profile.Default.Filters.Select(plugin => plugin.Name));
        Assert.Equal(
            ["TaintToleration 3", "NodeAffinity 2", "NodeResourcesFit 1", "PodTopologySpread 2", "InterPodAffinity 2", "NodeResourcesBalancedAllocation 1", "ImageLocality 1"],
            Profile.Default.Scores.Select(entry => $"{entry.Plugin.Name} {entry.Weight}"));
    }

    [Fact]
    public void PluginsAreSwitchedOffAndReweightedPerExtensionPoint()
    {
        var profile = Read("""
            profiles:
            - schedulerName: mine
              plugins:
                filter: {disabled: [{name: NodeName}]}
                score: {disabled: [{name: "*"}], enabled: [{name: ImageLocality, weight: 7}]}
                multiPoint: {disabled: [{name: NodePorts}]}
            """)[0];

        Assert.Equal("mine", profile.SchedulerName);
        Assert.DoesNotContain("NodeName", profile.Filters.Select(plugin => plugin.Name));
        Assert.DoesNotContain("NodePorts", profile.PreFilters.Select(plugin => plugin.Name));
        Assert.Equal(["ImageLocality 7"], profile.Scores.Select(entry => $"{entry.Plugin.Name} {entry.Weight}"));
    }

    [Fact]
    public void MostAllocatedPrefersTheFullerNode()
    {
        var profile = Read("""
            profiles:
            - pluginConfig:
              - name: NodeResourcesFit
                args: {scoringStrategy: {type: MostAllocated, resources: [{name: cpu, weight: 1}]}}
            """)[0];
        var fit = profile.Scores.First(entry => entry.Plugin.Name == "NodeResourcesFit").Plugin;
        var (empty, full) = (new NodeInfo(Node("empty")), new NodeInfo(Node("full")));
        full.Add(Pod("there", cpu: "2"));

        Assert.Equal((25, 75), (fit.Score(new CycleState(), Pod("p", cpu: "1"), empty), fit.Score(new CycleState(), Pod("p", cpu: "1"), full)));
    }

    [Fact]
    public void RequestedToCapacityRatioFollowsItsShape()
    {
        var strategy = new Scheduler.Plugins.ScoringStrategy("RequestedToCapacityRatio", [("cpu", 1)], [(0, 0), (50, 10), (100, 0)]);
        Assert.Equal((50, 100), (strategy.Score(Pod("p", cpu: "1"), new NodeInfo(Node("n"))), strategy.Score(Pod("p", cpu: "2"), new NodeInfo(Node("n")))));
    }

    [Theory]
    [InlineData("parallelism: 0", "parallelism: Invalid value: 0: should be an integer value greater than zero")]
    [InlineData("percentageOfNodesToScore: 101", "percentageOfNodesToScore: Invalid value: 101: not in valid range [0-100]")]
    [InlineData("profiles: [{schedulerName: a}, {schedulerName: a}]", "profiles[1].schedulerName: Duplicate value: \"a\"")]
    [InlineData("podMaxBackoffSeconds: 1\npodInitialBackoffSeconds: 2", "podMaxBackoffSeconds: Invalid value: 1: must be greater than or equal to PodInitialBackoffSeconds")]
    [InlineData("nonsense: 1", "strict decoding error: unknown field \"nonsense\"")]
    public void AWrongConfigurationIsRefusedInUpstreamsWords(string text, string error) => Assert.Equal(error, Assert.Throws<SchedulerConfigurationException>(() => Read(text)).Message);

    [Theory]
    [InlineData("profiles: [{schedulerName: a, plugins: {filter: {enabled: [{name: Nothing}]}}}]", "Nothing does not exist")]
    [InlineData("profiles: [{schedulerName: a, plugins: {filter: {enabled: [{name: ImageLocality}]}}}]", "plugin \"ImageLocality\" does not extend FilterPlugin plugin")]
    [InlineData("profiles: [{schedulerName: a, plugins: {bind: {disabled: [{name: \"*\"}]}}}]", "at least one bind plugin is needed")]
    [InlineData("profiles: [{schedulerName: a, pluginConfig: [{name: InterPodAffinity, args: {hardPodAffinityWeight: 101}}]}]", "hardPodAffinityWeight: Invalid value: 101: not in valid range [0, 100]")]
    public void AProfileThatCannotBeIsRefused(string text, string error) => Assert.EndsWith(error, Assert.Throws<SchedulerConfigurationException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void AnotherKindIsRefused() => Assert.StartsWith(
        "no kind \"KubeSchedulerConfiguration\" is registered for version \"kubescheduler.config.k8s.io/v1beta3\"",
        Assert.Throws<SchedulerConfigurationException>(() => SchedulerConfiguration.Read("apiVersion: kubescheduler.config.k8s.io/v1beta3\nkind: KubeSchedulerConfiguration"u8)).Message,
        StringComparison.Ordinal);

    private static IReadOnlyList<Profile> Read(string text)
    {
        var document = "apiVersion: kubescheduler.config.k8s.io/v1\nkind: KubeSchedulerConfiguration\n" + text;
        return SchedulerConfiguration.ToOptions(SchedulerConfiguration.Read(Encoding.UTF8.GetBytes(document)), TimeSpan.FromMinutes(5), TimeProvider.System).Profiles(PluginContext.WithoutServer);
    }
}
