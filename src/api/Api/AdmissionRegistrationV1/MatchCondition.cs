using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AdmissionRegistrationV1;

/// <summary>A CEL expression that must be true.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record MatchCondition
{
    /// <summary>A name, unique in the list.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The expression. Knows object, oldObject, request, authorizer and, in policies, params, namespaceObject and variables.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Expression { get; init; }
}
