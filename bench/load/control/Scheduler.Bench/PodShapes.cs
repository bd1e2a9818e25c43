using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Scheduler.Bench;

/// <summary>The pods of upstream's scheduler_perf cases, with the rate that upstream holds itself to.</summary>
internal static class PodShapes
{
    public static IReadOnlyDictionary<string, (Func<int, Pod> Make, int UpstreamThreshold)> All { get; } = new Dictionary<string, (Func<int, Pod>, int)>
    {
        ["basic"] = (Plain, 270),
        ["spreading"] = (Spreading, 85),
        ["antiaffinity"] = (AntiAffinity, 60),
        ["affinity"] = (Affinity, 35),
        ["unschedulable"] = (Unschedulable, 140),
    };

    private static LabelSelector Green { get; } = new() { MatchLabels = ValueMap.Of(("color", "green")) };

    private static Pod Plain(int number) => new()
    {
        Metadata = new ObjectMeta { Name = $"pod-{number}", Namespace = "default", Uid = $"pod-{number}" },
        Spec = new PodSpec
        {
            SchedulerName = "default-scheduler",
            Containers =
            [
                new Container
                {
                    Name = "pause",
                    Image = "example.com/pause:1",
                    Resources = new ResourceRequirements { Requests = ValueMap.Of(("cpu", Quantity.Parse("100m")), ("memory", Quantity.Parse("500Mi"))) },
                },
            ],
        },
    };

    private static Pod Green_(int number) => Plain(number) with { Metadata = Plain(number).Metadata with { Labels = ValueMap.Of(("color", "green")) } };

    private static Pod Spreading(int number) => Green_(number) with
    {
        Spec = Plain(number).Spec with
        {
            TopologySpreadConstraints = [new TopologySpreadConstraint { MaxSkew = 5, TopologyKey = "topology.kubernetes.io/zone", WhenUnsatisfiable = "DoNotSchedule", LabelSelector = Green }],
        },
    };

    private static Pod AntiAffinity(int number) => Green_(number) with
    {
        Spec = Plain(number).Spec with
        {
            Affinity = new Affinity { PodAntiAffinity = new PodAntiAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [new PodAffinityTerm { TopologyKey = "kubernetes.io/hostname", LabelSelector = Green }] } },
        },
    };

    private static Pod Affinity(int number) => Green_(number) with
    {
        Spec = Plain(number).Spec with
        {
            Affinity = new Affinity { PodAffinity = new PodAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [new PodAffinityTerm { TopologyKey = "topology.kubernetes.io/zone", LabelSelector = Green }] } },
        },
    };

    private static Pod Unschedulable(int number) => Plain(number) with
    {
        Spec = Plain(number).Spec with
        {
            Containers = [Plain(number).Spec.Containers[0] with { Resources = new ResourceRequirements { Requests = ValueMap.Of(("cpu", Quantity.Parse(number % 2 == 0 ? "9" : "100m"))) } }],
        },
    };
}
