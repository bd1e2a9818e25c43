using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authentication.Impersonation;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.Errors;
using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Pipeline;

/// <summary>
/// The way of every request, from a socket or from within the process: (1) what is asked, (2) who asks, (3) whether they may, (4) who carries it
/// out. Refusals come back as answers. Thread safe.
/// </summary>
public sealed class RequestPipeline(Router router, IAuthenticator authenticator, Impersonator impersonator, IAuthorizer authorizer, ILogger logger)
{
    /// <summary>Answers a request.</summary>
    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        try
        {
            // 1
            context.Info = RequestInfoParser.Parse(context.Method, context.Path, context.Query);

            // 2
            if (await AuthenticateAsync(context, cancellationToken).ConfigureAwait(false) is { } unauthorized)
            {
                return unauthorized;
            }

            // 3
            var attributes = AttributesOf(context);
            var verdict = await authorizer.AuthorizeAsync(attributes, cancellationToken).ConfigureAwait(false);
            if (!verdict.IsAllowed)
            {
                return new ObjectResponse(403, ForbiddenStatus.For(attributes, verdict.Reason));
            }

            // 4
            return await router.Route(context)(context, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException refusal)
        {
            return Refuse(refusal.Status);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            PipelineLog.Failed(logger, context.Method, context.Path, error);
            return Refuse(ApiErrors.Internal(error.Message).Status);
        }
    }

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
            Name = info.Name,
            Path = info.Path,
            FieldSelector = info.Verb is "list" or "watch" or "deletecollection" ? FieldsOf(context.Query["fieldSelector"]) : [],
        };
    }

    /// <summary>The requirements of a field selector; one that cannot be read narrows nothing here and is refused later.</summary>
    private static IReadOnlyList<SelectorRequirement> FieldsOf(string? text) => text is { Length: > 0 } && FieldSelector.TryParse(text, out var selector, out _)
        ? [.. selector.Requirements.Select(one => new SelectorRequirement(one.Field, one.Negated ? "NotIn" : "In", [one.Value]))]
        : [];
}
