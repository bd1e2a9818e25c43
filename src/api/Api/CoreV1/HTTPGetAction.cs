using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record HTTPGetAction
{
    [Field(1)]
    public partial string Path { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial IntOrString Port { get; init; }

    [Field(3)]
    public partial string Host { get; init; }

    [Field(4)]
    public partial string Scheme { get; init; }

    [Field(5, ListType = "atomic")]
    public partial ValueList<HTTPHeader> HttpHeaders { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record HTTPHeader
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Value { get; init; }
}
