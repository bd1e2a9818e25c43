using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AdmissionRegistrationV1;

/// <summary>An expression with a name.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record Variable
{
    /// <summary>The name; others write variables.NAME.</summary>
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    /// <summary>The CEL expression.</summary>
    [Field(2, Always = true)]
    public partial string Expression { get; init; }
}
