using System.Diagnostics;
using Cybernetes.Hollow;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Bench;

/// <summary>Decisions a second, without server: what the algorithm alone costs.</summary>
internal static class DecideBench
{
    public static async Task RunAsync(int nodes, int pods, string only)
    {
        Console.WriteLine($"decisions on {nodes} nodes, {pods} pods each");
        Console.WriteLine($"{"shape",-15}{"pods/s",10}{"p50 us",10}{"p99 us",10}{"upstream holds",16}{"ratio",8}");
        foreach (var (name, (make, threshold)) in PodShapes.All.Where(shape => only.Length == 0 || shape.Key == only))
        {
            var options = new HollowOptions { Nodes = nodes, Zones = 3 };
            var infos = Enumerable.Range(0, nodes).Select(number => new NodeInfo(HollowObjects.NodeOf(options, number, DateTimeOffset.UnixEpoch))).ToArray();
            var byName = infos.ToDictionary(node => node.Name);
            var view = new ClusterView(infos, new ListedObjects(), byName.GetValueOrDefault);
            var random = new Random(1);
            var algorithm = new SchedulingAlgorithm(Profile.Default, ties => ties[random.Next(ties.Count)]);
            var nominated = new NominatedPods();
            var times = new double[pods];
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < pods; i++)
            {
                var began = Stopwatch.GetTimestamp();
                var pod = new PodInfo(make(i));
                var decision = await algorithm.ScheduleAsync(pod, view, nominated);
                if (decision.Node is { } node)
                {
                    byName[node].Add(pod);
                }

                times[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
            }

            var rate = pods / Stopwatch.GetElapsedTime(started).TotalSeconds;
            Array.Sort(times);
            Console.WriteLine($"{name,-15}{rate,10:F0}{times[pods / 2],10:F0}{times[pods * 99 / 100],10:F0}{threshold,16}{rate / threshold,8:F1}");
        }
    }
}
