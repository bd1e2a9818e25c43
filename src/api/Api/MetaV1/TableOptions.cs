using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>How to answer a request for a table.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record TableOptions
{
    /// <summary>What of each object stands in its row: <c>None</c>, <c>Metadata</c> (the default) or <c>Object</c>.</summary>
    [Field(1)]
    public partial string IncludeObject { get; init; }
}
