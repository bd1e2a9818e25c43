using System.Collections.Immutable;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.ZoneFiles;

/// <summary>What a zone knows of a name.</summary>
internal enum ZoneVerdict
{
    /// <summary>There is no such name.</summary>
    NoName,

    /// <summary>The name is there: records of the type, or none.</summary>
    Answer,

    /// <summary>The name is an alias: the one record.</summary>
    Alias,

    /// <summary>The name is in a part that other servers have: their NS records.</summary>
    Delegation,
}

/// <summary>A zone in memory, as RFC 1034 (section 4.3.2) looks names up. Immutable.</summary>
internal sealed class Zone
{
    private readonly Dictionary<string, ImmutableArray<DnsRecord>> _names = [];
    private readonly HashSet<string> _between = [];

    /// <summary>Takes records; throws <see cref="FormatException"/> when there is no SOA.</summary>
    public Zone(string origin, IEnumerable<DnsRecord> records)
    {
        Origin = origin;
        foreach (var group in records.Where(r => DnsName.IsInZone(r.Name, origin)).GroupBy(r => r.Name))
        {
            _names[group.Key] = [.. group];
            for (var name = Parent(group.Key); name.Length > origin.Length; name = Parent(name))
            {
                _between.Add(name);
            }
        }

        Soa = At(origin).FirstOrDefault(r => r.Type == DnsType.SOA) ?? throw new FormatException($"no SOA record found for zone \"{origin}\"");
    }

    public string Origin { get; }

    public DnsRecord Soa { get; }

    public uint Serial => ((SoaData)Soa.Data).Serial;

    /// <summary>The records of a name.</summary>
    public ImmutableArray<DnsRecord> At(string name) => _names.GetValueOrDefault(name, []);

    /// <summary>What there is for a name and a type.</summary>
    public (ZoneVerdict Verdict, ImmutableArray<DnsRecord> Records) Find(string name, DnsType type)
    {
        // 1. A cut between the zone's top and the name: others answer. DS is asked for above the cut.
        foreach (var cut in Ancestors(name).Reverse())
        {
            var servers = At(cut).Where(r => r.Type == DnsType.NS).ToImmutableArray();
            if (!servers.IsEmpty && !(cut == name && type == DnsType.DS))
            {
                return (ZoneVerdict.Delegation, servers);
            }
        }

        // 2. The name itself.
        if (_names.TryGetValue(name, out var records))
        {
            return Pick(records, type);
        }

        if (_between.Contains(name))
        {
            return (ZoneVerdict.Answer, []);
        }

        // 3. A wildcard below the nearest name there is (RFC 4592).
        var near = Parent(name);
        while (near.Length > Origin.Length && !_names.ContainsKey(near) && !_between.Contains(near))
        {
            near = Parent(near);
        }

        var star = near == "." ? "*." : "*." + near;
        return _names.TryGetValue(star, out var wild) ? Pick([.. wild.Select(r => r with { Name = name })], type) : (ZoneVerdict.NoName, []);
    }

    private static (ZoneVerdict Verdict, ImmutableArray<DnsRecord> Records) Pick(ImmutableArray<DnsRecord> records, DnsType type)
    {
        var alias = records.FirstOrDefault(r => r.Type == DnsType.CNAME);
        return alias is not null && type is not (DnsType.CNAME or DnsType.ANY)
            ? (ZoneVerdict.Alias, [alias])
            : (ZoneVerdict.Answer, [.. records.Where(r => r.Type == type || type == DnsType.ANY)]);
    }

    /// <summary>The name and those above it, down to but without the zone's top.</summary>
    private IEnumerable<string> Ancestors(string name)
    {
        for (; name.Length > Origin.Length; name = Parent(name))
        {
            yield return name;
        }
    }

    private static string Parent(string name) => DnsName.Labels(name) is [_, .. var rest] && rest.Length > 0 ? string.Join('.', rest) + "." : ".";
}
