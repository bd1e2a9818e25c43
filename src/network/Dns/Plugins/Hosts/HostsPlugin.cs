using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Hosts;

/// <summary>Answers from a hosts file and from lines in the Corefile; the file is read again when it changes.</summary>
public sealed class HostsPlugin : IDnsHandler
{
    private readonly ImmutableArray<string> _zones;
    private readonly IDnsHandler _next;
    private readonly string _file;
    private readonly List<string> _inline = [];
    private readonly uint _ttl = 3600;
    private readonly bool _reverse = true;
    private readonly Fallthrough _fallthrough = Fallthrough.None;
    private readonly TimeSpan _reload = TimeSpan.FromSeconds(5);
    private volatile Table _table = Table.Empty;
    private DateTime _read;

    /// <summary>Reads "hosts [FILE [ZONES…]] { … }" and the file.</summary>
    public HostsPlugin(Directive directive, PluginContext context, IDnsHandler next)
    {
        _next = next;
        _file = Path.Combine(context.Environment.Root, directive.Arguments.FirstOrDefault() ?? "/etc/hosts");
        _zones = context.ZonesOr(directive.Arguments.Skip(1));
        foreach (var line in directive.Block)
        {
            switch (line.Name)
            {
                case "ttl":
                    _ttl = (uint)line.Number(1, 65535);
                    break;
                case "no_reverse":
                    _reverse = false;
                    break;
                case "reload":
                    _reload = line.Duration();
                    break;
                case "fallthrough":
                    _fallthrough = Fallthrough.Of(line);
                    break;
                default:
                    if (!IPAddress.TryParse(line.Name, out _))
                    {
                        throw line.Error($"unknown property '{line.Name}'");
                    }

                    _inline.Add(line.Name + " " + string.Join(' ', line.Arguments));
                    break;
            }
        }

        Read();
        if (_reload > TimeSpan.Zero)
        {
            context.Background.Add(cancellationToken => ReloadAsync(context.Environment.Time, cancellationToken));
        }
    }

    /// <inheritdoc/>
    public ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        var table = _table;
        var records = ImmutableArray.CreateBuilder<DnsRecord>();
        var known = false;
        if (DnsName.BestZone(_zones, request.Name) is null && request.Type != DnsType.PTR)
        {
            return _next.ServeAsync(request, cancellationToken);
        }

        if (request.Type == DnsType.PTR && _reverse && DnsName.AddressOfReverse(request.Name) is { } address && table.Names.TryGetValue(address, out var names))
        {
            known = true;
            records.AddRange(names.Select(n => new DnsRecord(request.Message.Question.Name, DnsType.PTR, _ttl, new NameData(n))));
        }
        else if (table.Addresses.TryGetValue(request.Name, out var addresses))
        {
            known = true;
            records.AddRange(addresses.Where(a => request.Type == (a.AddressFamily == AddressFamily.InterNetwork ? DnsType.A : DnsType.AAAA))
                .Select(a => DnsRecord.Address(request.Message.Question.Name, _ttl, a)));
        }

        if (!known && (_fallthrough.Covers(request.Name) || request.Type == DnsType.PTR))
        {
            return _next.ServeAsync(request, cancellationToken);
        }

        return new(known
            ? new DnsReply(request.Message.Reply() with { Authoritative = true, Answers = records.ToImmutable() })
            : new DnsReply(request.Message.Reply(DnsRcode.NXDOMAIN)));
    }

    private async Task ReloadAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_reload, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (File.Exists(_file) && File.GetLastWriteTimeUtc(_file) != _read)
                {
                    Read();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The configuration ends.
        }
    }

    private void Read()
    {
        var lines = new List<string>(_inline);
        if (File.Exists(_file))
        {
            _read = File.GetLastWriteTimeUtc(_file);
            try
            {
                lines.InsertRange(0, File.ReadAllLines(_file));
            }
            catch (IOException)
            {
                // Half written or gone again: the next look will tell.
                return;
            }
        }

        _table = Table.Of(lines);
    }

    private sealed record Table(Dictionary<string, List<IPAddress>> Addresses, Dictionary<IPAddress, List<string>> Names)
    {
        public static readonly Table Empty = new([], []);

        public static Table Of(IEnumerable<string> lines)
        {
            var table = new Table([], []);
            foreach (var line in lines)
            {
                var words = line.Split('#')[0].Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
                if (words.Length < 2 || !IPAddress.TryParse(words[0], out var address))
                {
                    continue;
                }

                foreach (var name in words.Skip(1).Select(DnsName.Normalize))
                {
                    Add(table.Addresses, name, address);
                    Add(table.Names, address, name);
                }
            }

            return table;
        }

        private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> table, TKey key, TValue value)
            where TKey : notnull
        {
            if (!table.TryGetValue(key, out var list))
            {
                table[key] = list = [];
            }

            if (!list.Contains(value))
            {
                list.Add(value);
            }
        }
    }
}
