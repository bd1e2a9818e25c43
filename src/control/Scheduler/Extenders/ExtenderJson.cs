using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Scheduler.Preemption;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Extenders;

/// <summary>What is said to extenders and what they answer. Go writes these structures without field names of their own and reads them in any case.</summary>
internal static class ExtenderJson
{
    /// <summary>An entry by its name in any case; null where there is none.</summary>
    public static Value Get(Value map, string name)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return Value.Null;
    }

    /// <summary>An object.</summary>
    public static Value Of(IMessage message) => Value.ParseJson(MessageText.ToJson(message));

    /// <summary>The plans, with whole pods, or with their IDs for an extender that knows them.</summary>
    public static Value OfPlans(Pod pod, IReadOnlyList<PreemptionPlan> plans, bool byId)
    {
        var victims = plans.Select(plan => KeyValuePair.Create(plan.Node, Value.MapOf(
            ("Pods", Value.List([.. plan.Victims.Select(victim => byId ? Value.MapOf(("UID", victim.Uid)) : Of(victim.Pod))])),
            ("NumPDBViolations", (long)plan.BudgetViolations))));
        return Value.MapOf(("Pod", Of(pod)), (byId ? "NodeNameToMetaVictims" : "NodeNameToVictims", Value.Map(ValueMap.From(victims))));
    }

    /// <summary>The plans that an answer leaves. Throws <see cref="ExtenderException"/> where it names what was not proposed.</summary>
    public static IReadOnlyList<PreemptionPlan> ReadPlans(Value answer, IReadOnlyList<PreemptionPlan> proposed)
    {
        var left = new List<PreemptionPlan>();
        foreach (var (node, victims) in Get(answer, "NodeNameToMetaVictims").Entries)
        {
            var plan = proposed.FirstOrDefault(plan => plan.Node == node) ?? throw new ExtenderException($"extender claims to preempt on node \"{node}\" that was not proposed");
            var pods = new List<PodInfo>();
            foreach (var pod in Get(victims, "Pods").Items)
            {
                var uid = Get(pod, "UID").AsString;
                pods.Add(plan.Victims.FirstOrDefault(victim => victim.Uid == uid) ?? throw new ExtenderException($"extender claims to preempt pod (UID: {uid}) on node: {node}, but the pod is not found on that node"));
            }

            left.Add(plan with { Victims = PodImportance.Sort(pods), BudgetViolations = (int)(Get(victims, "NumPDBViolations").AsInteger ?? 0) });
        }

        return left;
    }
}
