using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>What to run in a container and what to connect to.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record PodExecOptions
{
    /// <summary>Whether to send input.</summary>
    [Field(1)]
    public partial bool Stdin { get; init; }

    /// <summary>Whether to receive output.</summary>
    [Field(2)]
    public partial bool Stdout { get; init; }

    /// <summary>Whether to receive errors.</summary>
    [Field(3)]
    public partial bool Stderr { get; init; }

    /// <summary>Whether the command gets a terminal.</summary>
    [Field(4)]
    public partial bool Tty { get; init; }

    /// <summary>The container; may be left out where there is one.</summary>
    [Field(5)]
    public partial string Container { get; init; }

    /// <summary>The program and its arguments; not run by a shell.</summary>
    [Field(6, Always = true)]
    public partial ValueList<string> Command { get; init; }
}
