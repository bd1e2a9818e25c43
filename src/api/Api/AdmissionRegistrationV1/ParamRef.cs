using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1;

/// <summary>Objects with settings, by name or by selector.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record ParamRef
{
    /// <summary>The name. Excludes selector.</summary>
    [Field(1)]
    public partial string Name { get; init; }

    /// <summary>The namespace; that of the object checked when unset.</summary>
    [Field(2)]
    public partial string Namespace { get; init; }

    /// <summary>The labels. The policy must hold for every object that matches.</summary>
    [Field(3)]
    public partial LabelSelector? Selector { get; init; }

    /// <summary>What it means where there is none: <c>Allow</c> or <c>Deny</c>.</summary>
    [Field(4)]
    public partial string? ParameterNotFoundAction { get; init; }
}
