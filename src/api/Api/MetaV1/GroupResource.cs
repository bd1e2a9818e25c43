using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record GroupResource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Group { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Resource { get; init; }
}
