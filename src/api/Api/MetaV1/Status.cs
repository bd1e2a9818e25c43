using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record Status
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Json = "status")]
    public partial string StatusValue { get; init; }

    [Field(3)]
    public partial string Message { get; init; }

    [Field(4)]
    public partial string Reason { get; init; }

    [Field(5)]
    public partial StatusDetails? Details { get; init; }

    [Field(6)]
    public partial int Code { get; init; }
}

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record StatusCause
{
    [Field(1)]
    public partial string Reason { get; init; }

    [Field(2)]
    public partial string Message { get; init; }

    [Field(3)]
    public partial string Field { get; init; }
}

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record StatusDetails
{
    [Field(1)]
    public partial string Name { get; init; }

    [Field(2)]
    public partial string Group { get; init; }

    [Field(3)]
    public partial string Kind { get; init; }

    [Field(6)]
    public partial string Uid { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<StatusCause> Causes { get; init; }

    [Field(5)]
    public partial int RetryAfterSeconds { get; init; }
}
