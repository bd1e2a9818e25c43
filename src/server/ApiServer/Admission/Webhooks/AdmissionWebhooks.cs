using Cybernetes.Api;
using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.AdmissionV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Webhooks;

/// <summary>Lets the cluster's mutating webhooks change objects, one after another by name of their configurations. Thread safe.</summary>
public sealed class MutatingWebhooks(IClusterView cluster, IAuthorizer authorizer) : IAdmissionPlugin
{
    private readonly WebhookDispatcher _dispatcher = new(cluster, authorizer);

    /// <inheritdoc/>
    public string Name => "MutatingAdmissionWebhook";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.All;

    /// <inheritdoc/>
    public async ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        var calls = cluster.List<MutatingWebhookConfiguration>().OrderBy(configuration => configuration.Metadata.Name, StringComparer.Ordinal).SelectMany(WebhookCall.Of).ToList();
        var seen = new Dictionary<WebhookCall, IKind?>();
        foreach (var call in calls)
        {
            if (await OneAsync(call, attributes, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                return refusal;
            }
            seen[call] = attributes.Object;
        }
        // Those who want to see what others did after them see it once more.
        foreach (var call in calls.Where(call => call.RunsAgain && !Equals(seen[call], attributes.Object)))
        {
            if (await OneAsync(call, attributes, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }

    private async ValueTask<Status?> OneAsync(WebhookCall call, AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        var (answer, refusal) = await _dispatcher.AskAsync(call, attributes, cancellationToken).ConfigureAwait(false);
        if (refusal is not null || answer is null || answer.Patch.IsEmpty)
        {
            return refusal;
        }
        try
        {
            Patch(call, answer, attributes);
            return null;
        }
        catch (Exception wrong) when (wrong is PatchException or WireException)
        {
            return call.IgnoresFailure ? null : Refusal.InternalError(wrong.Message);
        }
    }

    private static void Patch(WebhookCall call, AdmissionResponse answer, AdmissionAttributes attributes)
    {
        if (answer.PatchType is not (null or "" or "JSONPatch"))
        {
            throw new WireException($"admission webhook \"{call.Name}\" attempted an unsupported patch type \"{answer.PatchType}\"");
        }
        if (attributes.Object is not { } given)
        {
            throw new WireException($"admission webhook \"{call.Name}\" attempted to modify the object, which is not supported for this operation");
        }
        var patched = JsonPatch.Parse(Value.ParseJson(answer.Patch.Span)).Apply(Value.ParseJson(JsonEncoder.ToArray(given)));
        var changed = Kinds.Find(given.GroupVersionKind)!.ReadJson(patched.ToJson());
        attributes.Object = changed is IObject item && RulesTable.For(given.GroupVersionKind) is { } rules ? rules.Default(item) : changed;
    }
}

/// <summary>Lets the cluster's validating webhooks judge requests, by name of their configurations; the first refusal ends it. Thread safe.</summary>
public sealed class ValidatingWebhooks(IClusterView cluster, IAuthorizer authorizer) : IAdmissionPlugin
{
    private readonly WebhookDispatcher _dispatcher = new(cluster, authorizer);

    /// <inheritdoc/>
    public string Name => "ValidatingAdmissionWebhook";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.All;

    /// <inheritdoc/>
    public async ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        var calls = cluster.List<ValidatingWebhookConfiguration>().OrderBy(configuration => configuration.Metadata.Name, StringComparer.Ordinal).SelectMany(WebhookCall.Of).ToList();
        if (calls.Count == 0)
        {
            return null;
        }
        foreach (var call in calls)
        {
            if ((await _dispatcher.AskAsync(call, attributes, cancellationToken).ConfigureAwait(false)).Refusal is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }
}
