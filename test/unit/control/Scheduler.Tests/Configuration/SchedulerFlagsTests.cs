using Cybernetes.Scheduler.Command;

namespace Cybernetes.Scheduler.Tests.Configuration;

public sealed class SchedulerFlagsTests
{
    [Fact]
    public void EveryFlagOfUpstreamIsTaken()
    {
        var scheduling = RecordedCluster.Find();
        Assert.SkipWhen(scheduling is null, "the flags of upstream (spec/flags.tsv) are not beside the checkout");
        var flags = new SchedulerFlags().Set;
        var missing = File.ReadLines(Path.Combine(Path.GetDirectoryName(scheduling)!, "flags.tsv"))
            .Select(line => line.Split('\t'))
            .Where(row => row[0] == "kube-scheduler" && row[1].StartsWith("--", StringComparison.Ordinal) && flags.Lookup(row[1][2..]) is null)
            .Select(row => row[1]);
        Assert.Empty(missing);
    }

    [Fact]
    public void FlagsOfLeaderElectionStandAboveTheConfiguration()
    {
        var flags = new SchedulerFlags();
        flags.Set.Parse(["--leader-elect=false", "--leader-elect-resource-name=other", "--kubeconfig=/k"]);
        var configuration = flags.Configuration();
        Assert.Equal((false, "other", "/k", 50.0), (configuration.LeaderElection.LeaderElect, configuration.LeaderElection.ResourceName, configuration.ClientConnection.Kubeconfig, configuration.ClientConnection.Qps));
    }
}
