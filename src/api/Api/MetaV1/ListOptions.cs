using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record ListOptions
{
    [Field(1)]
    public partial string LabelSelector { get; init; }

    [Field(2)]
    public partial string FieldSelector { get; init; }

    [Field(3)]
    public partial bool Watch { get; init; }

    [Field(9)]
    public partial bool AllowWatchBookmarks { get; init; }

    [Field(4)]
    public partial string ResourceVersion { get; init; }

    [Field(10)]
    public partial string ResourceVersionMatch { get; init; }

    [Field(5)]
    public partial long? TimeoutSeconds { get; init; }

    [Field(7)]
    public partial long Limit { get; init; }

    [Field(8)]
    public partial string Continue { get; init; }

    [Field(11)]
    public partial bool? SendInitialEvents { get; init; }

    [Field(15)]
    public partial string ShardSelector { get; init; }
}
