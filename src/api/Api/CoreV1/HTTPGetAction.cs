using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>An HTTP GET. Any status from 200 to 399 is success.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record HTTPGetAction
{
    /// <summary>The path; <c>/</c> by default.</summary>
    [Field(1)]
    public partial string Path { get; init; }

    /// <summary>The port's number or a container port's name.</summary>
    [Field(2, Always = true, Required = true)]
    public partial IntOrString Port { get; init; }

    /// <summary>The host asked; the pod's address by default. Set a Host header instead, if that is meant.</summary>
    [Field(3)]
    public partial string Host { get; init; }

    /// <summary><c>HTTP</c> (the default) or <c>HTTPS</c>, whose certificate is not checked.</summary>
    [Field(4)]
    public partial string Scheme { get; init; }

    /// <summary>Headers to send; a name may repeat.</summary>
    [Field(5, ListType = "atomic")]
    public partial ValueList<HTTPHeader> HttpHeaders { get; init; }
}

/// <summary>One header.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record HTTPHeader
{
    /// <summary>The name; compared without regard to case.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The value.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Value { get; init; }
}
