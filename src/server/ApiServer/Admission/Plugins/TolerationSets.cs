using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Which tolerations say no more than others. Pure.</summary>
internal static class TolerationSets
{
    /// <summary>All of both, without those that another one covers; of equal ones the first stays.</summary>
    public static ValueList<Toleration> Merge(ValueList<Toleration> first, ValueList<Toleration> second)
    {
        var all = first.Concat(second).ToList();
        var merged = new List<Toleration>();
        for (var i = 0; i < all.Count; i++)
        {
            var one = all[i];
            if (!merged.Any(other => Covers(other, one)) && !all.Skip(i + 1).Any(other => other != one && Covers(other, one)))
            {
                merged.Add(one);
            }
        }
        return merged.ToValueList();
    }

    /// <summary>Whether each toleration is covered by one of a whitelist; an empty whitelist covers all.</summary>
    public static bool IsAllowed(ValueList<Toleration> tolerations, ValueList<Toleration> whitelist) =>
        whitelist.IsEmpty || tolerations.All(toleration => whitelist.Any(allowed => Covers(allowed, toleration)));

    private static bool Covers(Toleration wide, Toleration narrow)
    {
        if (wide == narrow)
        {
            return true;
        }
        if (narrow.Key != wide.Key && !(wide.Key.Length == 0 && wide.Operator == "Exists"))
        {
            return false;
        }
        if (narrow.Effect != wide.Effect && wide.Effect.Length > 0)
        {
            return false;
        }
        if (wide is { Effect: "NoExecute", TolerationSeconds: { } most } && !(narrow.TolerationSeconds <= most))
        {
            return false;
        }
        return wide.Operator switch
        {
            "Exists" => true,
            "Equal" or "" => narrow.Operator == "Equal" && narrow.Value == wide.Value,
            _ => false,
        };
    }
}
