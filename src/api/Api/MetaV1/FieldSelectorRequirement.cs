using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record FieldSelectorRequirement
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Operator { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<string> Values { get; init; }
}
