using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record ListMeta
{
    [Field(1)]
    public partial string SelfLink { get; init; }

    [Field(2)]
    public partial string ResourceVersion { get; init; }

    [Field(3)]
    public partial string Continue { get; init; }

    [Field(4)]
    public partial long? RemainingItemCount { get; init; }

    [Field(5)]
    public partial ShardInfo? ShardInfo { get; init; }
}

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record ShardInfo
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Selector { get; init; }
}
