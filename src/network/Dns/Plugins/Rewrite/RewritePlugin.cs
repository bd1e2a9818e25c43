using System.Collections.Immutable;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Rewrite;

/// <summary>Changes questions on the way in and answers on the way out, by the first rule that fits (or more, with "continue").</summary>
public sealed class RewritePlugin(ImmutableArray<RewriteRule> rules, IDnsHandler next) : IDnsHandler
{
    /// <inheritdoc/>
    public ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        var applied = new List<(RewriteRule Rule, string Asked, string Rewritten)>();
        var question = request.Message.Question;
        foreach (var rule in rules)
        {
            if (rule.Change(question) is { } changed)
            {
                applied.Add((rule, question.Name, changed.Name));
                question = changed;
                if (!rule.GoesOn)
                {
                    break;
                }
            }
        }

        return applied.Count == 0 ? next.ServeAsync(request, cancellationToken) : ServeChangedAsync(request, question, applied, cancellationToken);
    }

    private async ValueTask<DnsReply> ServeChangedAsync(DnsRequest request, DnsQuestion question,
        List<(RewriteRule Rule, string Asked, string Rewritten)> applied, CancellationToken cancellationToken)
    {
        var reply = await next.ServeAsync(request.Ask(question), cancellationToken);
        var message = reply.Message with
        {
            Questions = request.Message.Questions,
            Answers = Restored(reply.Message.Answers, applied),
            Authorities = Restored(reply.Message.Authorities, applied),
            Additionals = Restored(reply.Message.Additionals, applied),
        };
        return reply with { Message = message };
    }

    private static ImmutableArray<DnsRecord> Restored(ImmutableArray<DnsRecord> records, List<(RewriteRule Rule, string Asked, string Rewritten)> applied)
    {
        for (var i = applied.Count - 1; i >= 0; i--)
        {
            var (rule, asked, rewritten) = applied[i];
            records = [.. records.Select(r => rule.Restore(r, asked, rewritten))];
        }

        return records;
    }
}
