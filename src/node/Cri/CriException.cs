using Grpc.Core;

namespace Cybernetes.Cri;

/// <summary>An error the runtime answered, or that it could not be reached. The message is what Go's gRPC prints, which events and statuses show.</summary>
public sealed class CriException(StatusCode code, string detail, Exception? inner = null)
    : Exception($"rpc error: code = {GoName(code)} desc = {detail}", inner)
{
    /// <summary>The gRPC status code.</summary>
    public StatusCode Code { get; } = code;

    /// <summary>The runtime's own words.</summary>
    public string Detail { get; } = detail;

    /// <summary>The named sandbox, container or image is not there.</summary>
    public bool IsNotFound => Code == StatusCode.NotFound;

    /// <summary>The runtime does not know the call.</summary>
    public bool IsUnimplemented => Code == StatusCode.Unimplemented;

    /// <summary>The call did not end in time.</summary>
    public bool IsDeadlineExceeded => Code == StatusCode.DeadlineExceeded;

    private static string GoName(StatusCode code) => code == StatusCode.Cancelled ? "Canceled" : code.ToString();
}
