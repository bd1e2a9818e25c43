using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules.Scheduling;

/// <summary>Whether tolerations tolerate taints.</summary>
public static class Taints
{
    /// <summary>The taint that marks a node as unschedulable.</summary>
    public static Taint Unschedulable { get; } = new() { Key = "node.kubernetes.io/unschedulable", Effect = "NoSchedule" };

    /// <summary>True when one of the tolerations tolerates the taint.</summary>
    public static bool Tolerate(ValueList<Toleration> tolerations, Taint taint)
    {
        foreach (var toleration in tolerations.Span)
        {
            if (Tolerates(toleration, taint))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when pods may be placed on the node: each NoSchedule and NoExecute taint is tolerated.</summary>
    public static bool Allow(ValueList<Toleration> tolerations, ValueList<Taint> taints) => Allow(tolerations, taints, "NoSchedule", "NoExecute");

    /// <summary>True when each taint of one of these effects is tolerated.</summary>
    public static bool Allow(ValueList<Toleration> tolerations, ValueList<Taint> taints, params ReadOnlySpan<string> effects)
    {
        foreach (var taint in taints.Span)
        {
            if (effects.Contains(taint.Effect) && !Tolerate(tolerations, taint))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when the toleration tolerates the taint.</summary>
    public static bool Tolerates(Toleration toleration, Taint taint)
    {
        if ((toleration.Effect.Length > 0 && toleration.Effect != taint.Effect) || (toleration.Key.Length > 0 && toleration.Key != taint.Key))
        {
            return false;
        }

        return toleration.Operator switch
        {
            "" or "Equal" => toleration.Value == taint.Value,
            "Exists" => true,
            "Lt" => Compare(toleration, taint) is { } order && order < 0,
            "Gt" => Compare(toleration, taint) is { } order && order > 0,
            _ => false,
        };
    }

    /// <summary>Numeric tolerations (KEP-5471): the taint's value against the toleration's.</summary>
    private static int? Compare(Toleration toleration, Taint taint) =>
        long.TryParse(taint.Value, out var actual) && long.TryParse(toleration.Value, out var bound) ? actual.CompareTo(bound) : null;
}
