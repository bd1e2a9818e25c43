using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Controllers.Workloads;

/// <summary>Conditions of the common form.</summary>
public static class Conditions
{
    /// <summary>The condition of that type; null where there is none.</summary>
    public static Condition? Find(this ValueList<Condition> conditions, string type)
    {
        foreach (var condition in conditions)
        {
            if (condition.Type == type)
            {
                return condition;
            }
        }

        return null;
    }

    /// <summary>The list with a condition set; the transition time changes with the status only.</summary>
    public static ValueList<Condition> Set(this ValueList<Condition> conditions, Condition condition, DateTimeOffset now)
    {
        var before = conditions.Find(condition.Type);
        condition = condition with { LastTransitionTime = before is not null && before.Status == condition.Status ? before.LastTransitionTime : now };
        return before is null ? conditions.Add(condition) : conditions.Update(other => other.Type == condition.Type ? condition : other);
    }
}
