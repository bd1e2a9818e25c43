using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1Beta1;

/// <inheritdoc cref="AdmissionRegistrationV1.ValidatingWebhookConfiguration"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
[Kind("admissionregistration.k8s.io", "v1beta1", Plural = "validatingwebhookconfigurations", Categories = "api-extensions")]
public sealed partial record ValidatingWebhookConfiguration
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2)]
    public partial ValueList<ValidatingWebhook> Webhooks { get; init; }
}

[Message("k8s.io.api.admissionregistration.v1beta1")]
[Kind("admissionregistration.k8s.io", "v1beta1")]
public sealed partial record ValidatingWebhookConfigurationList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<ValidatingWebhookConfiguration> Items { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.ValidatingWebhook"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record ValidatingWebhook
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    [Field(2, Always = true)]
    public partial WebhookClientConfig ClientConfig { get; init; }

    [Field(3)]
    public partial ValueList<RuleWithOperations> Rules { get; init; }

    [Field(4)]
    public partial string? FailurePolicy { get; init; }

    [Field(9)]
    public partial string? MatchPolicy { get; init; }

    [Field(5)]
    public partial LabelSelector? NamespaceSelector { get; init; }

    [Field(10)]
    public partial LabelSelector? ObjectSelector { get; init; }

    [Field(6)]
    public partial string? SideEffects { get; init; }

    [Field(7)]
    public partial int? TimeoutSeconds { get; init; }

    [Field(8)]
    public partial ValueList<string> AdmissionReviewVersions { get; init; }

    [Field(11)]
    public partial ValueList<MatchCondition> MatchConditions { get; init; }
}
