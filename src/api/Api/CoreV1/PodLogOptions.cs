using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>What part of a container's log is wanted.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record PodLogOptions
{
    /// <summary>The container; may be left out where there is one.</summary>
    [Field(1)]
    public partial string Container { get; init; }

    /// <summary>Whether to go on as the log grows.</summary>
    [Field(2)]
    public partial bool Follow { get; init; }

    /// <summary>Whether to read the container's last run before this one.</summary>
    [Field(3)]
    public partial bool Previous { get; init; }

    /// <summary>Only lines of the last so many seconds.</summary>
    [Field(4)]
    public partial long? SinceSeconds { get; init; }

    /// <summary>Only lines since then.</summary>
    [Field(5)]
    public partial Time? SinceTime { get; init; }

    /// <summary>Whether each line starts with its time.</summary>
    [Field(6)]
    public partial bool Timestamps { get; init; }

    /// <summary>Only the last so many lines.</summary>
    [Field(7)]
    public partial long? TailLines { get; init; }

    /// <summary>The most bytes to send; may cut a line.</summary>
    [Field(8)]
    public partial long? LimitBytes { get; init; }

    /// <summary>Whether the kubelet's certificate goes unchecked.</summary>
    [Field(9)]
    public partial bool InsecureSkipTLSVerifyBackend { get; init; }

    /// <summary><c>All</c> (the default), <c>Stdout</c> or <c>Stderr</c>.</summary>
    [Field(10)]
    public partial string? Stream { get; init; }
}
