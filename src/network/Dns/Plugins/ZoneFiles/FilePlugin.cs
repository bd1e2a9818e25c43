using System.Collections.Immutable;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.ZoneFiles;

/// <summary>
/// "file DBFILE [ZONES…] { reload DURATION; fallthrough [ZONES…] }": answers from a zone file, which is read again when it is another one.
/// A file that cannot be read leaves the old zone in force.
/// </summary>
public sealed class FilePlugin : IDnsHandler
{
    private const int MaxAliases = 8;
    private readonly PluginContext _context;
    private readonly IDnsHandler _next;
    private readonly string _file;
    private readonly ImmutableArray<string> _origins;
    private readonly Fallthrough _fallthrough = Fallthrough.None;
    private readonly TimeSpan _reload = TimeSpan.FromMinutes(1);
    private volatile Dictionary<string, Zone> _zones = [];
    private DateTime _read;

    /// <summary>Reads the directive and the file. A file that is wrong is refused; one that is missing is waited for.</summary>
    public FilePlugin(Directive directive, PluginContext context, IDnsHandler next)
    {
        (_context, _next) = (context, next);
        if (directive.Arguments.IsEmpty)
        {
            throw directive.Error("Wrong argument count or unexpected line ending after 'file'");
        }

        _file = Path.Combine(context.Environment.Root, directive.Arguments[0]);
        _origins = context.ZonesOr(directive.Arguments.Skip(1));
        foreach (var line in directive.Block)
        {
            switch (line.Name)
            {
                case "reload":
                    _reload = line.Duration();
                    break;
                case "fallthrough":
                    _fallthrough = Fallthrough.Of(line);
                    break;
                case "upstream":
                    break;
                default:
                    throw line.Error($"unknown property '{line.Name}'");
            }
        }

        try
        {
            _zones = Read();
        }
        catch (FormatException e)
        {
            throw directive.Error($"{directive.Arguments[0]}: {e.Message}");
        }
        catch (IOException e) when (_reload > TimeSpan.Zero)
        {
            context.Environment.Output.Line($"[WARNING] plugin/file: Failed to open \"{_file}\": trying again in {Durations.Text(_reload)}: {e.Message}");
        }
        catch (IOException e)
        {
            throw directive.Error(e.Message);
        }

        if (_reload > TimeSpan.Zero)
        {
            context.Background.Add(ReloadAsync);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        if (DnsName.BestZone(_origins, request.Name) is not { } origin)
        {
            return await _next.ServeAsync(request, cancellationToken);
        }

        if (!_zones.TryGetValue(origin, out var zone))
        {
            return DnsReply.Failed(request, DnsRcode.SERVFAIL, $"file: zone {origin} is not loaded");
        }

        var answers = ImmutableArray.CreateBuilder<DnsRecord>();
        var name = request.Name;
        for (var aliases = 0; ; aliases++)
        {
            var (verdict, records) = zone.Find(name, request.Type);
            if (verdict == ZoneVerdict.NoName && aliases == 0 && _fallthrough.Covers(request.Name))
            {
                return await _next.ServeAsync(request, cancellationToken);
            }

            if (verdict == ZoneVerdict.Delegation && answers.Count == 0)
            {
                return new DnsReply(request.Message.Reply() with { Authorities = records, Additionals = Glue(zone, records) });
            }

            // The first name is answered as it was asked, letters and all.
            answers.AddRange(verdict == ZoneVerdict.Delegation ? [] : records.Select(r => aliases == 0 ? r with { Name = request.Message.Question.Name } : r));
            if (verdict != ZoneVerdict.Alias || aliases >= MaxAliases)
            {
                return Done(request, zone, verdict, answers);
            }

            name = ((NameData)records[0].Data).Target;
            if (!DnsName.IsInZone(name, zone.Origin))
            {
                var further = request.Ask(request.Message.Question with { Name = name }) with { Cnames = request.Cnames + 1 };
                if (further.Cnames <= MaxAliases)
                {
                    answers.AddRange((await _context.Upstream(further, cancellationToken)).Message.Answers);
                }

                return Done(request, zone, ZoneVerdict.Answer, answers);
            }
        }
    }

    private static DnsReply Done(DnsRequest request, Zone zone, ZoneVerdict verdict, ImmutableArray<DnsRecord>.Builder answers) =>
        new(request.Message.Reply(verdict == ZoneVerdict.NoName ? DnsRcode.NXDOMAIN : DnsRcode.NOERROR) with
        {
            Authoritative = true,
            Answers = answers.ToImmutable(),
            Authorities = answers.Count == 0 || verdict == ZoneVerdict.NoName ? [zone.Soa] : [],
            Additionals = Glue(zone, answers),
        });

    /// <summary>The addresses of the servers that records name, as far as the zone has them.</summary>
    private static ImmutableArray<DnsRecord> Glue(Zone zone, IEnumerable<DnsRecord> records) =>
    [
        .. records.Select(r => r.Data switch { NameData n when r.Type == DnsType.NS => n.Target, SrvData s => s.Target, MxData m => m.Exchange, _ => "" })
            .Where(n => n.Length > 0).Distinct().SelectMany(n => zone.At(n)).Where(r => r.Type is DnsType.A or DnsType.AAAA),
    ];

    private Dictionary<string, Zone> Read()
    {
        _read = System.IO.File.GetLastWriteTimeUtc(_file);
        var text = System.IO.File.ReadAllText(_file);
        return _origins.ToDictionary(origin => origin, origin => new Zone(origin, ZoneFile.Read(text, origin)));
    }

    private async Task ReloadAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_reload, _context.Environment.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (System.IO.File.GetLastWriteTimeUtc(_file) != _read)
                {
                    TryRead();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The configuration ends.
        }
    }

    private void TryRead()
    {
        try
        {
            var zones = Read();
            foreach (var (origin, zone) in zones.Where(z => !_zones.TryGetValue(z.Key, out var before) || before.Serial != z.Value.Serial))
            {
                _context.Environment.Output.Line($"[INFO] plugin/file: Successfully reloaded zone \"{origin}\" in \"{_file}\" with {zone.Serial} SOA serial");
            }

            _zones = zones;
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            _context.Environment.Output.Line($"[ERROR] plugin/file: Failed to open zone \"{_origins[0]}\" in \"{_file}\": {e.Message}");
        }
    }
}
