using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AdmissionRegistrationV1;

[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record RuleWithOperations
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Operations { get; init; }

    [Field(2, Inline = true)]
    public partial Rule Rule { get; init; }
}

[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record Rule
{
    [Field(1)]
    public partial ValueList<string> ApiGroups { get; init; }

    [Field(2)]
    public partial ValueList<string> ApiVersions { get; init; }

    [Field(3)]
    public partial ValueList<string> Resources { get; init; }

    [Field(4)]
    public partial string? Scope { get; init; }
}
