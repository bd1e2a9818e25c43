using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules;

/// <summary>What webhooks leave open.</summary>
internal static class WebhookDefaults
{
    public static ValidatingWebhook Of(ValidatingWebhook hook) => hook with
    {
        FailurePolicy = hook.FailurePolicy ?? "Fail",
        MatchPolicy = hook.MatchPolicy ?? "Equivalent",
        NamespaceSelector = hook.NamespaceSelector ?? LabelSelector.Empty,
        ObjectSelector = hook.ObjectSelector ?? LabelSelector.Empty,
        TimeoutSeconds = hook.TimeoutSeconds ?? 10,
        ClientConfig = WebhookClientRules.Default(hook.ClientConfig),
        Rules = hook.Rules.Update(MatchResourcesRules.Default),
    };

    public static MutatingWebhook Of(MutatingWebhook hook) => hook with
    {
        FailurePolicy = hook.FailurePolicy ?? "Fail",
        MatchPolicy = hook.MatchPolicy ?? "Equivalent",
        NamespaceSelector = hook.NamespaceSelector ?? LabelSelector.Empty,
        ObjectSelector = hook.ObjectSelector ?? LabelSelector.Empty,
        TimeoutSeconds = hook.TimeoutSeconds ?? 10,
        ReinvocationPolicy = hook.ReinvocationPolicy ?? "Never",
        ClientConfig = WebhookClientRules.Default(hook.ClientConfig),
        Rules = hook.Rules.Update(MatchResourcesRules.Default),
    };
}
