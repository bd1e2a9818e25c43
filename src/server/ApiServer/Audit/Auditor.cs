using Cybernetes.Api.AuditV1;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.Pipeline;

namespace Cybernetes.ApiServer.Audit;

/// <summary>Records what the policy asks for in every sink. Thread safe.</summary>
public sealed class Auditor(AuditPolicy policy, IReadOnlyList<IAuditSink> sinks, TimeProvider time) : IAsyncDisposable
{
    private const int MaxUserAgent = 1024;

    /// <summary>The server's auditor, or null when nothing is to be recorded. Throws <see cref="FormatException"/> or <see cref="IOException"/>.</summary>
    public static Auditor? Create(AuditOptions options, TimeProvider time)
    {
        if (options.PolicyFile.Length == 0 || (options.LogPath.Length == 0 && options.WebhookConfigFile.Length == 0))
        {
            return null;
        }
        var sinks = new List<IAuditSink>();
        if (options.LogPath.Length > 0)
        {
            sinks.Add(new AuditLogFile(options, time));
        }
        if (options.WebhookConfigFile.Length > 0)
        {
            sinks.Add(new AuditWebhook(options, time));
        }
        return new Auditor(AuditPolicy.Parse(File.ReadAllBytes(options.PolicyFile)), sinks, time);
    }

    /// <summary>Begins the record of a request, or null when the policy leaves it out.</summary>
    public async ValueTask<AuditTrail?> BeginAsync(RequestContext context, AuthorizationAttributes attributes, CancellationToken cancellationToken)
    {
        var decision = policy.Decide(attributes);
        if (decision.Level == AuditLevel.None)
        {
            return null;
        }
        var info = context.Info;
        var agent = context.UserAgent;
        var trail = new AuditTrail(this, decision, Event.Empty with
        {
            Level = decision.Level.ToString(),
            AuditID = IdOf(context),
            RequestURI = context.Query.Raw.Length == 0 ? context.Path : $"{context.Path}?{context.Query.Raw}",
            Verb = info.Verb,
            User = IdentityReviews.Describe(attributes.User),
            SourceIPs = context.Http?.Connection.RemoteIpAddress is { } ip ? [ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4().ToString() : ip.ToString()] : default,
            UserAgent = agent.Length > MaxUserAgent ? agent[..MaxUserAgent] + "...TRUNCATED" : agent,
            ObjectRef = !info.IsResourceRequest ? null : ObjectReference.Empty with
            {
                Resource = info.Resource,
                Namespace = info.Namespace,
                Name = info.Name,
                ApiGroup = info.Group,
                ApiVersion = info.Version,
                Subresource = info.Subresource,
            },
            RequestReceivedTimestamp = Now,
        });
        await trail.ReceivedAsync(cancellationToken).ConfigureAwait(false);
        return trail;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var sink in sinks)
        {
            await sink.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal MicroTime Now => new(time.GetUtcNow());

    internal async ValueTask SendAsync(Event item, CancellationToken cancellationToken)
    {
        foreach (var sink in sinks)
        {
            await sink.WriteAsync(item, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string IdOf(RequestContext context)
    {
        var given = context.Credentials.Headers["Audit-ID"].ToString();
        return given.Length is > 0 and <= 64 ? given : Guid.NewGuid().ToString();
    }
}
