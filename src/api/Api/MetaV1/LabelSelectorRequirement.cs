using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>A requirement on a label.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record LabelSelectorRequirement
{
    /// <summary>The label.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    /// <summary><c>In</c>, <c>NotIn</c>, <c>Exists</c> or <c>DoesNotExist</c>.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Operator { get; init; }

    /// <summary>The values for In and NotIn, at least one; none for the others.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<string> Values { get; init; }
}
