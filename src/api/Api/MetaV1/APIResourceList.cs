using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record APIResourceList
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string GroupVersion { get; init; }

    [Field(2, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<APIResource> Resources { get; init; }
}

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record APIResource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(6, Always = true, Required = true, Default = "\"\"")]
    public partial string SingularName { get; init; }

    [Field(2, Always = true, Required = true, Default = "false")]
    public partial bool Namespaced { get; init; }

    [Field(8)]
    public partial string Group { get; init; }

    [Field(9)]
    public partial string Version { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    [Field(4, Always = true, Required = true)]
    public partial StringList Verbs { get; init; }

    [Field(5, ListType = "atomic")]
    public partial ValueList<string> ShortNames { get; init; }

    [Field(7, ListType = "atomic")]
    public partial ValueList<string> Categories { get; init; }

    [Field(10)]
    public partial string StorageVersionHash { get; init; }
}
