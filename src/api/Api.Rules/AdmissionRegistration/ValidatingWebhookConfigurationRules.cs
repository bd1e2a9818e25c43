using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Which validating webhooks are called for which requests.</summary>
internal sealed class ValidatingWebhookConfigurationRules : KindRules<ValidatingWebhookConfiguration>
{
    public override bool AllowUnconditionalUpdate => false;

    protected override bool CoreMetadata => false;

    protected override ValidatingWebhookConfiguration OnDefault(ValidatingWebhookConfiguration obj) => obj with { Webhooks = obj.Webhooks.Update(WebhookDefaults.Of) };

    protected override ValidatingWebhookConfiguration OnCreate(ValidatingWebhookConfiguration obj, RequestFacts facts) => FirstGeneration(obj);

    protected override ValidatingWebhookConfiguration OnUpdate(ValidatingWebhookConfiguration obj, ValidatingWebhookConfiguration old, RequestFacts facts) =>
        WithGeneration(obj, old, obj.Webhooks != old.Webhooks);

    protected override void Validate(ValidatingWebhookConfiguration obj, ErrorList errors) => Validate(obj, null, errors);

    // The metadata's update is compared before; what else there is to check is as for a create.
    protected override void ValidateUpdate(ValidatingWebhookConfiguration obj, ValidatingWebhookConfiguration old, ErrorList errors) => Validate(obj, old, errors);

    private void Validate(ValidatingWebhookConfiguration obj, ValidatingWebhookConfiguration? old, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        WebhookRules.Validate([.. obj.Webhooks.Select(Webhook.Of)], old is null ? null : [.. old.Webhooks.Select(Webhook.Of)], errors);
    }
}
