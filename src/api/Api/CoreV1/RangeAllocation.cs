using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>The numbers or addresses taken from a range; used within the API server.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "rangeallocations", Namespaced = true)]
public sealed partial record RangeAllocation
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The range.</summary>
    [Field(2, Always = true)]
    public partial string Range { get; init; }

    /// <summary>A bit for each, set where it is taken.</summary>
    [Field(3, Always = true)]
    public partial Bytes Data { get; init; }
}
