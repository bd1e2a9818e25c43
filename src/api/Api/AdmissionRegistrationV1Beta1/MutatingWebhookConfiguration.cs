using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1Beta1;

/// <inheritdoc cref="AdmissionRegistrationV1.MutatingWebhookConfiguration"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
[Kind("admissionregistration.k8s.io", "v1beta1", Plural = "mutatingwebhookconfigurations", Categories = "api-extensions")]
public sealed partial record MutatingWebhookConfiguration
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2)]
    public partial ValueList<MutatingWebhook> Webhooks { get; init; }
}

[Message("k8s.io.api.admissionregistration.v1beta1")]
[Kind("admissionregistration.k8s.io", "v1beta1")]
public sealed partial record MutatingWebhookConfigurationList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<MutatingWebhookConfiguration> Items { get; init; }
}

/// <inheritdoc cref="AdmissionRegistrationV1.MutatingWebhook"/>
[Message("k8s.io.api.admissionregistration.v1beta1")]
public sealed partial record MutatingWebhook
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

    [Field(11)]
    public partial LabelSelector? ObjectSelector { get; init; }

    [Field(6)]
    public partial string? SideEffects { get; init; }

    [Field(7)]
    public partial int? TimeoutSeconds { get; init; }

    [Field(8)]
    public partial ValueList<string> AdmissionReviewVersions { get; init; }

    [Field(10)]
    public partial string? ReinvocationPolicy { get; init; }

    [Field(12)]
    public partial ValueList<MatchCondition> MatchConditions { get; init; }
}
