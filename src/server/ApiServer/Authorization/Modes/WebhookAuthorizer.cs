using System.Collections.Concurrent;
using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authentication.Webhooks;

namespace Cybernetes.ApiServer.Authorization.Modes;

/// <summary>Asks a webhook, by SubjectAccessReview, and remembers its answers for a while. Thread safe.</summary>
public sealed class WebhookAuthorizer(WebhookClient client, TimeSpan allowedTtl, TimeSpan refusedTtl, TimeProvider time, bool denyOnError = false)
    : IAuthorizer, IRuleResolver
{
    private const int MaxRemembered = 8192;

    private readonly ConcurrentDictionary<string, (Verdict Verdict, long At)> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<Verdict> AuthorizeAsync(AuthorizationAttributes attributes, CancellationToken cancellationToken)
    {
        var json = JsonEncoder.ToArray(SubjectAccessReview.Empty with { Spec = SpecOf(attributes) });
        var key = System.Text.Encoding.UTF8.GetString(json);
        if (_known.TryGetValue(key, out var known) && time.GetElapsedTime(known.At) < (known.Verdict.IsAllowed ? allowedTtl : refusedTtl))
        {
            return known.Verdict;
        }
        SubjectAccessReviewStatus status;
        try
        {
            status = JsonDecoder.Read<SubjectAccessReview>(await client.PostAsync(json, cancellationToken).ConfigureAwait(false)).Status;
        }
        catch (Exception e) when (e is IOException or WireException)
        {
            return new Verdict(denyOnError ? Decision.Deny : Decision.NoOpinion, "", e.Message);
        }
        var verdict = new Verdict(status.Denied ? Decision.Deny : status.Allowed ? Decision.Allow : Decision.NoOpinion, status.Reason);
        if (_known.Count >= MaxRemembered)
        {
            _known.Clear();
        }
        _known[key] = (verdict, time.GetTimestamp());
        return verdict;
    }

    /// <inheritdoc/>
    public ResolvedRules RulesFor(UserInfo user, string @namespace)
    {
        var rules = new ResolvedRules { Incomplete = true };
        rules.Errors.Add("webhook authorizer does not support user rule resolution");
        return rules;
    }

    /// <summary>A request as reviews describe it.</summary>
    internal static SubjectAccessReviewSpec SpecOf(AuthorizationAttributes a)
    {
        var user = IdentityReviews.Describe(a.User);
        return SubjectAccessReviewSpec.Empty with
        {
            User = user.Username,
            Uid = user.Uid,
            Groups = user.Groups,
            Extra = user.Extra,
            ResourceAttributes = !a.IsResourceRequest ? null : ResourceAttributes.Empty with
            {
                Namespace = a.Namespace,
                Verb = a.Verb,
                Group = a.ApiGroup,
                Version = a.ApiVersion,
                Resource = a.Resource,
                Subresource = a.Subresource,
                Name = a.Name,
            },
            NonResourceAttributes = a.IsResourceRequest ? null : NonResourceAttributes.Empty with { Path = a.Path, Verb = a.Verb },
        };
    }
}
