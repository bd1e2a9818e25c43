namespace Cybernetes.ApiServer.Audit;

/// <summary>How much of a request is recorded.</summary>
public enum AuditLevel
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Who did what when, without bodies.</summary>
    Metadata,

    /// <summary>The request's body too.</summary>
    Request,

    /// <summary>The answer's body too.</summary>
    RequestResponse,
}
