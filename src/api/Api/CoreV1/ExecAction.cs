using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A command run in the container.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ExecAction
{
    /// <summary>The program and its arguments; not run by a shell. Exit code 0 is success.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Command { get; init; }
}
