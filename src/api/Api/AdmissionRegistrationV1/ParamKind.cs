using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AdmissionRegistrationV1;

/// <summary>A kind of object with settings.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record ParamKind
{
    /// <summary>Its group and version.</summary>
    [Field(1)]
    public partial string ApiVersion { get; init; }

    /// <summary>Its kind.</summary>
    [Field(2)]
    public partial string Kind { get; init; }
}
