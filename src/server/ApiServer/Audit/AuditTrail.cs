using System.Runtime.CompilerServices;
using Cybernetes.Api.AuditV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.Pipeline;

namespace Cybernetes.ApiServer.Audit;

/// <summary>The audit record of one request as it goes along. Used by one request.</summary>
public sealed class AuditTrail
{
    private readonly Auditor _auditor;
    private readonly AuditPolicy.Decision _decision;
    private Event _event;
    private ValueMap<string> _annotations;

    internal AuditTrail(Auditor auditor, AuditPolicy.Decision decision, Event start) => (_auditor, _decision, _event) = (auditor, decision, start);

    /// <summary>How much is recorded.</summary>
    public AuditLevel Level => _decision.Level;

    /// <summary>The request's audit identity, for the Audit-Id header.</summary>
    public string Id => _event.AuditID;

    /// <summary>Adds an annotation; the first value of a key stays.</summary>
    public void Annotate(string key, string value)
    {
        if (!_annotations.ContainsKey(key))
        {
            _annotations = _annotations.With(key, value);
        }
    }

    /// <summary>Records what authorization said.</summary>
    public void Authorized(Verdict verdict)
    {
        Annotate("authorization.k8s.io/decision", verdict.IsAllowed ? "allow" : "forbid");
        Annotate("authorization.k8s.io/reason", verdict.Reason);
    }

    /// <summary>Records in whose name the request acts.</summary>
    public void Impersonated(Authentication.UserInfo user) => _event = _event with { ImpersonatedUser = IdentityReviews.Describe(user) };

    /// <summary>Records the answer, or for a watch that it began and, later, that it ended; gives back what to answer with.</summary>
    public async ValueTask<Response> CompleteAsync(RequestContext context, Response response, CancellationToken cancellationToken)
    {
        if (Level >= AuditLevel.Request && _event.RequestObject is null)
        {
            _event = _event with { RequestObject = AuditBodies.OfRequest(context, _decision.OmitManagedFields) };
        }
        if (response is WatchResponse watch)
        {
            await SendAsync("ResponseStarted", response.Code, null, null, cancellationToken).ConfigureAwait(false);
            return watch with { Events = FollowAsync(watch.Events, cancellationToken) };
        }
        var body = Level >= AuditLevel.RequestResponse ? AuditBodies.OfResponse(response, _decision.OmitManagedFields) : null;
        var failure = (response as ObjectResponse)?.Object as Status;
        await SendAsync("ResponseComplete", response.Code, failure, body, CancellationToken.None).ConfigureAwait(false);
        return response;
    }

    internal ValueTask ReceivedAsync(CancellationToken cancellationToken) => SendAsync("RequestReceived", null, null, null, cancellationToken);

    private async IAsyncEnumerable<WatchItem> FollowAsync(IAsyncEnumerable<WatchItem> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in events.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
        finally
        {
            await SendAsync("ResponseComplete", 200, null, null, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private ValueTask SendAsync(string stage, int? code, Status? failure, Unknown? body, CancellationToken cancellationToken)
    {
        if (_decision.OmitStages.Contains(stage))
        {
            return default;
        }
        return _auditor.SendAsync(_event with
        {
            Stage = stage,
            StageTimestamp = _auditor.Now,
            ResponseStatus = code is null ? null : Status.Empty with
            {
                Code = code.Value,
                StatusValue = failure?.StatusValue ?? "",
                Reason = failure?.Reason ?? "",
                Message = failure?.Message ?? "",
            },
            ResponseObject = body,
            Annotations = stage == "RequestReceived" ? default : _annotations,
        }, cancellationToken);
    }
}
