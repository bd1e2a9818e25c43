namespace Cybernetes.ApiServer.Authorization;

/// <summary>A decision with the reason upstream would give, and what went wrong on the way (which access reviews show).</summary>
public readonly record struct Verdict(Decision Decision, string Reason = "", string? EvaluationError = null)
{
    /// <summary>Allowed.</summary>
    public static Verdict Allow(string reason = "") => new(Decision.Allow, reason);

    /// <summary>Refused, whatever others say.</summary>
    public static Verdict Deny(string reason = "") => new(Decision.Deny, reason);

    /// <summary>No opinion.</summary>
    public static Verdict NoOpinion(string reason = "") => new(Decision.NoOpinion, reason);

    /// <summary>Whether it is allowed.</summary>
    public bool IsAllowed => Decision == Decision.Allow;
}
