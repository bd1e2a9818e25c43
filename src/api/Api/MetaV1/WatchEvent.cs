using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>A change in a watch.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record WatchEvent
{
    /// <summary><c>ADDED</c>, <c>MODIFIED</c>, <c>DELETED</c>, <c>BOOKMARK</c> or <c>ERROR</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary>The object after the change; a Status for ERROR.</summary>
    [Field(2, Always = true, Required = true)]
    public partial RawExtension Object { get; init; }
}
