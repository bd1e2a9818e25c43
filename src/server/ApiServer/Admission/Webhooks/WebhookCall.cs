using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Admission.Policies;

namespace Cybernetes.ApiServer.Admission.Webhooks;

/// <summary>A webhook of either kind, as the dispatcher needs it. Immutable.</summary>
internal sealed record WebhookCall(string Configuration, string Name, WebhookClientConfig Client, ValueList<string> Versions)
{
    public ValueList<RuleWithOperations> Rules { get; init; }

    public LabelSelector? NamespaceSelector { get; init; }

    public LabelSelector? ObjectSelector { get; init; }

    public string? MatchPolicy { get; init; }

    public ValueList<MatchCondition> Conditions { get; init; }

    public bool IgnoresFailure { get; init; }

    public bool HasSideEffects { get; init; }

    public bool RunsAgain { get; init; }

    public int TimeoutSeconds { get; init; }

    public static IEnumerable<WebhookCall> Of(ValidatingWebhookConfiguration configuration) => configuration.Webhooks.Select(hook => new WebhookCall(configuration.Metadata.Name, hook.Name, hook.ClientConfig, hook.AdmissionReviewVersions)
    {
        Rules = hook.Rules,
        NamespaceSelector = hook.NamespaceSelector,
        ObjectSelector = hook.ObjectSelector,
        MatchPolicy = hook.MatchPolicy,
        Conditions = hook.MatchConditions,
        IgnoresFailure = hook.FailurePolicy == "Ignore",
        HasSideEffects = hook.SideEffects is not ("None" or "NoneOnDryRun"),
        TimeoutSeconds = hook.TimeoutSeconds ?? 10,
    });

    public static IEnumerable<WebhookCall> Of(MutatingWebhookConfiguration configuration) => configuration.Webhooks.Select(hook => new WebhookCall(configuration.Metadata.Name, hook.Name, hook.ClientConfig, hook.AdmissionReviewVersions)
    {
        Rules = hook.Rules,
        NamespaceSelector = hook.NamespaceSelector,
        ObjectSelector = hook.ObjectSelector,
        MatchPolicy = hook.MatchPolicy,
        Conditions = hook.MatchConditions,
        IgnoresFailure = hook.FailurePolicy == "Ignore",
        HasSideEffects = hook.SideEffects is not ("None" or "NoneOnDryRun"),
        RunsAgain = hook.ReinvocationPolicy == "IfNeeded",
        TimeoutSeconds = hook.TimeoutSeconds ?? 10,
    });

    /// <summary>Which requests it is about, but for its conditions. No rules means no requests.</summary>
    public MatchResources? Match => Rules.IsEmpty ? null : MatchResources.Empty with
    {
        NamespaceSelector = NamespaceSelector,
        ObjectSelector = ObjectSelector,
        MatchPolicy = MatchPolicy,
        ResourceRules = Rules.Select(rule => NamedRuleWithOperations.Empty with { RuleWithOperations = rule }).ToValueList(),
    };
}
