namespace Cybernetes.ApiServer.Authorization;

/// <summary>An authorizer's word.</summary>
public enum Decision
{
    /// <summary>Ask the next one; if nobody allows, it is refused.</summary>
    NoOpinion,

    /// <summary>Do it; nobody else is asked.</summary>
    Allow,

    /// <summary>Refuse; nobody else is asked.</summary>
    Deny,
}
