using System.Diagnostics;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Audit;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authentication.Impersonation;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.FlowControl;
using Cybernetes.ApiServer.Metrics;
using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Pipeline;

/// <summary>
/// The way of every request, from a socket or from within the process: (1) who asks, (2) whether they may, (3) who carries it out. Refusals come
/// back as answers. Thread safe.
/// </summary>
public sealed class RequestPipeline(Router router, IAuthenticator authenticator, Impersonator impersonator, IAuthorizer authorizer, Auditor? auditor, RequestMetrics metrics, TimeSpan timeout, ILogger logger, FlowController? flow = null)
{
    /// <summary>Answers a request; one that takes too long is given up, unless it is one that lasts (a watch, a connection).</summary>
    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        context.Info = RequestInfoParser.Parse(context.Method, context.Path, context.Query);
        var began = Stopwatch.GetTimestamp();
        metrics.Begin(context.Info);
        var response = IsLongRunning(context.Info)
            ? await AnswerAsync(context, cancellationToken).ConfigureAwait(false)
            : await AnswerInTimeAsync(context, cancellationToken).ConfigureAwait(false);
        metrics.End(context.Info, context.Query["dryRun"] is not null, response.Code, Stopwatch.GetElapsedTime(began));
        return response;
    }

    /// <summary>Whether a request lasts as long as its client likes.</summary>
    public static bool IsLongRunning(RequestInfo info) =>
        info.Verb is "watch" || info.Subresource is "log" or "exec" or "attach" or "portforward" or "proxy";

    private async ValueTask<Response> AnswerInTimeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var answering = AnswerAsync(context, cancellationToken);
        if (answering.IsCompleted)
        {
            return await answering.ConfigureAwait(false);
        }

        try
        {
            return await answering.AsTask().WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return Refuse(ApiErrors.Timeout("Timeout: request did not complete within the allotted timeout", 0).Status);
        }
    }

    private async ValueTask<Response> AnswerAsync(RequestContext context, CancellationToken cancellationToken)
    {
        AuditTrail? trail = null;
        Response response;
        try
        {
            // 1
            if (await AuthenticateAsync(context, cancellationToken).ConfigureAwait(false) is { } unauthorized)
            {
                return unauthorized;
            }

            // 2
            var attributes = AttributesOf(context);
            trail = auditor is null ? null : await auditor.BeginAsync(context, attributes, cancellationToken).ConfigureAwait(false);
            context.Audit = trail;
            var isCounted = flow is not null && (!IsLongRunning(context.Info) || context.Info.Verb == "watch");
            using var turn = !isCounted ? FlowTicket.None : await flow!.EnterAsync(attributes, SeatEstimate.Of(context.Info.Verb, context.Query, router.StoredBy(context.Info)), cancellationToken).ConfigureAwait(false);
            context.Flow = turn;
            response = turn is null ? Busy() : await AnswerAllowedAsync(context, attributes, trail, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException refusal)
        {
            response = Refuse(refusal.Status);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            PipelineLog.Failed(logger, context.Method, context.Path, error);
            response = Refuse(ApiErrors.Internal(error.Message).Status);
        }

        return trail is null ? response : await trail.CompleteAsync(context, response, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Response> AnswerAllowedAsync(RequestContext context, AuthorizationAttributes attributes, AuditTrail? trail, CancellationToken cancellationToken)
    {
        var verdict = await authorizer.AuthorizeAsync(attributes, cancellationToken).ConfigureAwait(false);
        trail?.Authorized(verdict);

        // 3
        return verdict.IsAllowed
            ? await router.Route(context)(context, cancellationToken).ConfigureAwait(false)
            : new ObjectResponse(403, ForbiddenStatus.For(attributes, verdict.Reason));
    }

    private static BytesResponse Busy() => new(429, "text/plain; charset=utf-8", "Too many requests, please try again later.\n"u8.ToArray()) { Headers = [new("Retry-After", "1")] };

    /// <summary>A Status as an answer, with when to try again.</summary>
    public static Response Refuse(Status status) => new ObjectResponse(status.Code, status)
    {
        Headers = status.Details is { RetryAfterSeconds: > 0 and var seconds } && status.Code is 429 or >= 500
            ? [new("Retry-After", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture))]
            : [],
    };

    private async ValueTask<Response?> AuthenticateAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var user = context.KnownUser ?? (await authenticator.AuthenticateAsync(context.Credentials, cancellationToken).ConfigureAwait(false)).User;
        if (user is not null)
        {
            var (name, refusal) = await impersonator.ImpersonateAsync(user, context.Credentials.Headers, cancellationToken).ConfigureAwait(false);
            context.User = name;
            return refusal is null ? null : Refuse(refusal);
        }

        return new ObjectResponse(401, new Status { StatusValue = "Failure", Message = "Unauthorized", Reason = "Unauthorized", Code = 401 });
    }

    private static AuthorizationAttributes AttributesOf(RequestContext context)
    {
        var info = context.Info;
        var fields = info.Verb is "list" or "watch" or "deletecollection" ? FieldsOf(context.Query["fieldSelector"]) : [];

        // Who may read one object by name may list and watch it by that name.
        var named = info.Name.Length == 0 && info.Verb is "list" or "watch" ? fields.FirstOrDefault(one => one is { Key: "metadata.name", Operator: "In", Values: [not ""] }) : null;
        return new AuthorizationAttributes
        {
            User = context.User,
            Verb = info.Verb,
            IsResourceRequest = info.IsResourceRequest,
            Namespace = info.Namespace,
            ApiGroup = info.Group,
            ApiVersion = info.Version,
            Resource = info.Resource,
            Subresource = info.Subresource,
            Name = named?.Values[0] ?? info.Name,
            Path = info.Path,
            FieldSelector = fields,
        };
    }

    /// <summary>The requirements of a field selector; one that cannot be read narrows nothing here and is refused later.</summary>
    private static IReadOnlyList<SelectorRequirement> FieldsOf(string? text) => text is { Length: > 0 } && FieldSelector.TryParse(text, out var selector, out _)
        ? [.. selector.Requirements.Select(one => new SelectorRequirement(one.Field, one.Negated ? "NotIn" : "In", [one.Value]))]
        : [];
}
