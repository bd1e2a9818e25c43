using Cybernetes.Api.MetaV1;

namespace Cybernetes.Client;

/// <summary>A refusal that the caller did not expect; the message is the server's.</summary>
public sealed class ApiException(Status status) : Exception(status.Message)
{
    /// <summary>The server's Status.</summary>
    public Status Status { get; } = status;
}
