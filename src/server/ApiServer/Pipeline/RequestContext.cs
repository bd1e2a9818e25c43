using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Audit;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.FlowControl;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Resources;
using Microsoft.AspNetCore.Http;

namespace Cybernetes.ApiServer.Pipeline;

/// <summary>One request on its way through the pipeline: what came in, and what each step found out. Used by one request at a time.</summary>
public sealed class RequestContext
{
    private List<string>? _warnings;

    /// <summary>GET, POST, PUT, PATCH, DELETE …</summary>
    public required string Method { get; init; }

    /// <summary>The path, still percent-encoded, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query.</summary>
    public QueryParameters Query { get; init; } = QueryParameters.Empty;

    /// <summary>The Accept header; empty for any.</summary>
    public string Accept { get; init; } = "";

    /// <summary>The Content-Type header; empty for none.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The User-Agent header.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The body's bytes; empty where there is none or <see cref="BodyObject"/> stands for it.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>The body as a record, from a caller in this process.</summary>
    public IKind? BodyObject { get; init; }

    /// <summary>The credentials and headers; for callers in this process, of their own making.</summary>
    public required AuthenticationRequest Credentials { get; init; }

    /// <summary>The connection; null for callers in this process.</summary>
    public HttpContext? Http { get; init; }

    /// <summary>When the request came.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Who asks; anonymous until found out.</summary>
    public UserInfo User { get; set; } = UserInfo.Anonymous;

    /// <summary>Who asks, where the transport knows: callers in this process.</summary>
    public UserInfo? KnownUser { get; init; }

    /// <summary>The record of the request; null where none is kept.</summary>
    public AuditTrail? Audit { get; set; }

    /// <summary>The request's flow and priority level; null for a request that was refused before, or that none counts.</summary>
    public FlowTicket? Flow { get; set; }

    /// <summary>What method and path mean.</summary>
    public RequestInfo Info { get; set; } = null!;

    /// <summary>The resource asked for; null for paths.</summary>
    public ServedResource? Resource { get; set; }

    /// <summary>How the answer is wanted.</summary>
    public OutputFormat Output { get; set; } = OutputFormat.Json;

    /// <summary>Texts for Warning headers, each once.</summary>
    public IReadOnlyList<string> Warnings => _warnings ?? [];

    /// <summary>Adds a Warning header.</summary>
    public void Warn(string text)
    {
        _warnings ??= [];
        if (text.Length > 0 && !_warnings.Contains(text))
        {
            _warnings.Add(text);
        }
    }

    /// <summary>Adds Warning headers.</summary>
    public void Warn(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Warn(text);
        }
    }
}
