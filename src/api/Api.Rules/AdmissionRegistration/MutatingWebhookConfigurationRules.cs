using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Which mutating webhooks are called for which requests.</summary>
internal sealed class MutatingWebhookConfigurationRules : KindRules<MutatingWebhookConfiguration>
{
    public override bool AllowUnconditionalUpdate => false;

    protected override bool CoreMetadata => false;

    protected override MutatingWebhookConfiguration OnDefault(MutatingWebhookConfiguration obj) => obj with { Webhooks = obj.Webhooks.Update(WebhookDefaults.Of) };

    protected override MutatingWebhookConfiguration OnCreate(MutatingWebhookConfiguration obj, RequestFacts facts) => FirstGeneration(obj);

    protected override MutatingWebhookConfiguration OnUpdate(MutatingWebhookConfiguration obj, MutatingWebhookConfiguration old, RequestFacts facts) =>
        WithGeneration(obj, old, obj.Webhooks != old.Webhooks);

    protected override void Validate(MutatingWebhookConfiguration obj, ErrorList errors) => Validate(obj, null, errors);

    // The metadata's update is compared before; what else there is to check is as for a create.
    protected override void ValidateUpdate(MutatingWebhookConfiguration obj, MutatingWebhookConfiguration old, ErrorList errors) => Validate(obj, old, errors);

    private void Validate(MutatingWebhookConfiguration obj, MutatingWebhookConfiguration? old, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        WebhookRules.Validate([.. obj.Webhooks.Select(Webhook.Of)], old is null ? null : [.. old.Webhooks.Select(Webhook.Of)], errors);
    }
}
