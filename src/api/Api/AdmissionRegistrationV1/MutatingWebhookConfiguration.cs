using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1;

/// <summary>Services that are asked about writes and may change them.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
[Kind("admissionregistration.k8s.io", "v1", Plural = "mutatingwebhookconfigurations", Categories = "api-extensions")]
public sealed partial record MutatingWebhookConfiguration
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The webhooks; they are asked one after the other.</summary>
    [Field(2)]
    public partial ValueList<MutatingWebhook> Webhooks { get; init; }
}

[Message("k8s.io.api.admissionregistration.v1")]
[Kind("admissionregistration.k8s.io", "v1")]
public sealed partial record MutatingWebhookConfigurationList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<MutatingWebhookConfiguration> Items { get; init; }
}

/// <summary>A service that is asked about writes and may change them.</summary>
/// <inheritdoc cref="ValidatingWebhook"/>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record MutatingWebhook
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial WebhookClientConfig ClientConfig { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<RuleWithOperations> Rules { get; init; }

    [Field(4)]
    public partial string? FailurePolicy { get; init; }

    [Field(9)]
    public partial string? MatchPolicy { get; init; }

    [Field(5)]
    public partial LabelSelector? NamespaceSelector { get; init; }

    [Field(11)]
    public partial LabelSelector? ObjectSelector { get; init; }

    [Field(6, Always = true, Required = true)]
    public partial string? SideEffects { get; init; }

    [Field(7)]
    public partial int? TimeoutSeconds { get; init; }

    [Field(8, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> AdmissionReviewVersions { get; init; }

    /// <summary><c>Never</c> (the default) or <c>IfNeeded</c>: asked again when a later webhook changed the object.</summary>
    [Field(10)]
    public partial string? ReinvocationPolicy { get; init; }

    [Field(12, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<MatchCondition> MatchConditions { get; init; }
}
