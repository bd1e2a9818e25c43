using Cybernetes.ApiServer.FlowControl;
using Cybernetes.ApiServer.Pipeline;

namespace Cybernetes.ApiServer.SystemPaths;

/// <summary>The state of priority and fairness, as upstream's debug paths show it.</summary>
internal static class GuardEndpoints
{
    private const string FlowPath = "/debug/api_priority_and_fairness/";

    public static void AddTo(PathTable paths, FlowController? flow)
    {
        if (flow is null)
        {
            return;
        }
        paths.Add(FlowPath + "dump_priority_levels", (_, _) => new(SystemEndpoints.Plain(200, flow.DumpPriorityLevels())));
        paths.Add(FlowPath + "dump_queues", (_, _) => new(SystemEndpoints.Plain(200, flow.DumpQueues())));
        paths.Add(FlowPath + "dump_requests", (_, _) => new(SystemEndpoints.Plain(200, flow.DumpRequests())));
    }
}
