using System.Collections.Immutable;
using System.Net;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Message;
using Cybernetes.Dns.Plugins.Kubernetes;

namespace Cybernetes.Dns.Plugins;

/// <summary>
/// Walks a pod's search path on the server's side: the first of the names that exists is the answer, as an alias of the name asked for.
/// The path comes from a resolv.conf, or with "@kubernetes" from the namespace of the pod that asks.
/// </summary>
public sealed class AutopathPlugin : IDnsHandler
{
    private readonly ImmutableArray<string> _zones;
    private readonly ImmutableArray<string> _search;
    private readonly PluginContext _context;
    private readonly bool _fromPods;
    private readonly IDnsHandler _next;

    /// <summary>Reads "autopath [ZONES…] RESOLV-CONF".</summary>
    public AutopathPlugin(Directive directive, PluginContext context, IDnsHandler next)
    {
        if (directive.Arguments.IsEmpty)
        {
            throw directive.Error("no resolv-conf specified");
        }

        (_context, _next) = (context, next);
        var source = directive.Arguments[^1];
        _zones = context.ZonesOr(directive.Arguments.SkipLast(1));
        _fromPods = source.StartsWith('@');
        if (!_fromPods)
        {
            if (!File.Exists(source))
            {
                throw directive.Error($"failed to parse \"{source}\": no such file or directory");
            }

            _search = [.. File.ReadLines(source).Where(l => l.StartsWith("search ", StringComparison.Ordinal))
                .SelectMany(l => l[7..].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(DnsName.Normalize)];
        }
    }

    /// <inheritdoc/>
    public async ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        var search = _fromPods ? SearchOf(request.Remote.Address) : _search;
        if (search.IsDefaultOrEmpty || request.Type is not (DnsType.A or DnsType.AAAA)
            || DnsName.BestZone(_zones, request.Name) is null || !request.Name.EndsWith("." + search[0], StringComparison.Ordinal))
        {
            return await _next.ServeAsync(request, cancellationToken);
        }

        var question = request.Message.Question;
        var bare = request.Name[..^(search[0].Length)];
        DnsReply? first = null;
        foreach (var end in search.Append(""))
        {
            var name = bare + end;
            var reply = await _next.ServeAsync(request.Ask(question with { Name = name }), cancellationToken);
            first ??= reply;
            if (reply.Message.Rcode == DnsRcode.NOERROR)
            {
                var answers = reply.Message.Answers;
                if (!name.Equals(request.Name, StringComparison.Ordinal) && !answers.IsEmpty)
                {
                    answers = [new DnsRecord(question.Name, DnsType.CNAME, answers[0].Ttl, new NameData(name)), .. answers];
                }

                return reply with { Message = reply.Message with { Questions = request.Message.Questions, Answers = answers } };
            }
        }

        return first!.Value with { Message = first.Value.Message with { Questions = request.Message.Questions } };
    }

    private ImmutableArray<string> SearchOf(IPAddress client)
    {
        if (_context.Handlers.GetValueOrDefault("kubernetes") is not KubernetesPlugin kubernetes || kubernetes.NamespaceOfClient(client) is not { } @namespace)
        {
            return [];
        }

        var zone = kubernetes.PrimaryZone;
        return [$"{@namespace}.svc.{zone}", $"svc.{zone}", zone];
    }
}
