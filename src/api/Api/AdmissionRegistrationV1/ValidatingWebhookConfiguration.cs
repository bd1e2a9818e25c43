using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AdmissionRegistrationV1;

/// <summary>Services that are asked about writes and may refuse them.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
[Kind("admissionregistration.k8s.io", "v1", Plural = "validatingwebhookconfigurations", Categories = "api-extensions")]
public sealed partial record ValidatingWebhookConfiguration
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The webhooks; they are asked all at once.</summary>
    [Field(2)]
    public partial ValueList<ValidatingWebhook> Webhooks { get; init; }
}

[Message("k8s.io.api.admissionregistration.v1")]
[Kind("admissionregistration.k8s.io", "v1")]
public sealed partial record ValidatingWebhookConfigurationList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ValidatingWebhookConfiguration> Items { get; init; }
}

/// <summary>A service that is asked about writes and may refuse them.</summary>
[Message("k8s.io.api.admissionregistration.v1")]
public sealed partial record ValidatingWebhook
{
    /// <summary>A full name such as <c>check.example.com</c>, unique in the configuration.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>How it is reached.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial WebhookClientConfig ClientConfig { get; init; }

    /// <summary>The requests about which it is asked. It is never asked about webhook configurations.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<RuleWithOperations> Rules { get; init; }

    /// <summary>What an error or a timeout means: <c>Fail</c> (the default) refuses, <c>Ignore</c> goes on.</summary>
    [Field(4)]
    public partial string? FailurePolicy { get; init; }

    /// <summary><c>Equivalent</c> (the default) also asks about other versions of the same resource, converted; <c>Exact</c> does not.</summary>
    [Field(9)]
    public partial string? MatchPolicy { get; init; }

    /// <summary>Only objects in such namespaces; for a namespace, its own labels count. All by default.</summary>
    [Field(5)]
    public partial LabelSelector? NamespaceSelector { get; init; }

    /// <summary>Only objects with such labels, before or after the write. All by default.</summary>
    [Field(10)]
    public partial LabelSelector? ObjectSelector { get; init; }

    /// <summary>
    /// <c>None</c> or <c>NoneOnDryRun</c>: whether it does anything beyond answering. Requests that are tried only are refused where it might.
    /// </summary>
    [Field(6, Always = true, Required = true)]
    public partial string? SideEffects { get; init; }

    /// <summary>Seconds after which it counts as failed, 1 to 30; 10 by default.</summary>
    [Field(7)]
    public partial int? TimeoutSeconds { get; init; }

    /// <summary>The versions of AdmissionReview that it understands, best first.</summary>
    [Field(8, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<string> AdmissionReviewVersions { get; init; }

    /// <summary>CEL expressions that must all be true for it to be asked; at most 64.</summary>
    [Field(11, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<MatchCondition> MatchConditions { get; init; }
}
