using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Errors;

/// <summary>A refusal on its way to the client: the <see cref="Status"/> it will be answered with.</summary>
public sealed class ApiException(Status status) : Exception(status.Message)
{
    /// <summary>What the client gets.</summary>
    public Status Status { get; } = status;

    /// <summary>The HTTP status code.</summary>
    public int Code => Status.Code;

    /// <summary>Upstream's reason, such as <c>NotFound</c>.</summary>
    public string Reason => Status.Reason;
}
