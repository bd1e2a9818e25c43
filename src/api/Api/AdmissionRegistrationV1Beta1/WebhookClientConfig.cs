using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AdmissionRegistrationV1Beta1;

/// <inheritdoc cref="AdmissionRegistrationV1.WebhookClientConfig"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record WebhookClientConfig
{
    [Field(3)]
    public partial string? Url { get; init; }

    [Field(1)]
    public partial ServiceReference? Service { get; init; }

    [Field(2)]
    public partial Bytes CaBundle { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.ServiceReference"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record ServiceReference
{
    [Field(1, Always = true)]
    public partial string Namespace { get; init; }

    [Field(2, Always = true)]
    public partial string Name { get; init; }

    [Field(3)]
    public partial string? Path { get; init; }

    [Field(4)]
    public partial int? Port { get; init; }
}
