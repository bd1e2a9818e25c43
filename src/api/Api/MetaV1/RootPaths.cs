using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>The paths that the server has.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record RootPaths
{
    /// <summary>The paths.</summary>
    [Field(1, Always = true)]
    public partial ValueList<string> Paths { get; init; }
}
