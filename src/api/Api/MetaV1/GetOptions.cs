using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>How to read one object.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record GetOptions
{
    /// <summary>The least version; <c>0</c> takes any that is at hand.</summary>
    [Field(1)]
    public partial string ResourceVersion { get; init; }
}
