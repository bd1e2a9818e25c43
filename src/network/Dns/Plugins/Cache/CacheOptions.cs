using System.Collections.Immutable;
using System.Globalization;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Cache;

/// <summary>The options of the cache plugin; lifetimes in seconds.</summary>
public sealed record CacheOptions(ImmutableArray<string> Zones)
{
    /// <summary>How many answers are kept.</summary>
    public int SuccessCapacity { get; init; } = 9984;

    /// <summary>The longest an answer lives.</summary>
    public uint MaxTtl { get; init; } = 3600;

    /// <summary>The shortest an answer lives.</summary>
    public uint MinTtl { get; init; } = 5;

    /// <summary>How many denials are kept.</summary>
    public int DenialCapacity { get; init; } = 9984;

    /// <summary>The longest a denial lives.</summary>
    public uint MaxDenialTtl { get; init; } = 1800;

    /// <summary>The shortest a denial lives.</summary>
    public uint MinDenialTtl { get; init; } = 5;

    /// <summary>How long a SERVFAIL is kept.</summary>
    public uint FailTtl { get; init; } = 5;

    /// <summary>An answer asked for this often is fetched anew before it ends; 0: never.</summary>
    public int Prefetch { get; init; }

    /// <summary>Asked for without a pause of this length.</summary>
    public TimeSpan PrefetchWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>When this much of the lifetime is left, in percent.</summary>
    public int PrefetchPercentage { get; init; } = 10;

    /// <summary>How long after its end an answer may still be given; zero: not at all.</summary>
    public TimeSpan ServeStale { get; init; }

    /// <summary>A stale answer is given only when a fresh one cannot be had.</summary>
    public bool VerifyStale { get; init; }

    /// <summary>Answers keep the lifetime they came with.</summary>
    public bool KeepTtl { get; init; }

    /// <summary>Zones whose answers are not kept.</summary>
    public ImmutableArray<string> NoSuccess { get; init; } = [];

    /// <summary>Zones whose denials are not kept.</summary>
    public ImmutableArray<string> NoDenial { get; init; } = [];

    /// <summary>Reads "cache [TTL] [ZONES…]".</summary>
    public static CacheOptions Parse(Directive directive, PluginContext context)
    {
        var arguments = directive.Arguments;
        uint? ttl = null;
        if (!arguments.IsEmpty && uint.TryParse(arguments[0], CultureInfo.InvariantCulture, out var seconds))
        {
            ttl = seconds > 0 ? seconds : throw directive.Error($"cache TTL can not be zero or negative: {seconds}");
            arguments = arguments.RemoveAt(0);
        }

        var options = new CacheOptions(context.ZonesOr(arguments));
        if (ttl is { } most)
        {
            options = options with { MaxTtl = most, MaxDenialTtl = most };
        }

        return directive.Block.Aggregate(options, (current, line) => Apply(current, line));
    }

    private static CacheOptions Apply(CacheOptions options, Directive line)
    {
        var numbers = line.Arguments.Select(a => int.TryParse(a, CultureInfo.InvariantCulture, out var n) ? n : -1).ToList();
        switch (line.Name)
        {
            case "success" when numbers.Count is >= 1 and <= 3 && numbers.TrueForAll(n => n >= 0):
                return options with
                {
                    SuccessCapacity = numbers[0],
                    MaxTtl = numbers.Count > 1 ? (uint)numbers[1] : options.MaxTtl,
                    MinTtl = numbers.Count > 2 ? (uint)numbers[2] : options.MinTtl,
                };
            case "denial" when numbers.Count is >= 1 and <= 3 && numbers.TrueForAll(n => n >= 0):
                return options with
                {
                    DenialCapacity = numbers[0],
                    MaxDenialTtl = numbers.Count > 1 ? (uint)numbers[1] : options.MaxDenialTtl,
                    MinDenialTtl = numbers.Count > 2 ? (uint)numbers[2] : options.MinDenialTtl,
                };
            case "servfail":
                return options with { FailTtl = (uint)Math.Min(300, line.Duration().TotalSeconds) };
            case "prefetch" when line.Arguments.Length is >= 1 and <= 3 && numbers[0] >= 0:
                return options with
                {
                    Prefetch = numbers[0],
                    PrefetchWindow = line.Arguments.Length > 1 ? Durations.Parse(line.Arguments[1]) ?? throw line.Error($"invalid duration \"{line.Arguments[1]}\"") : options.PrefetchWindow,
                    PrefetchPercentage = line.Arguments.Length > 2 && int.TryParse(line.Arguments[2].TrimEnd('%'), CultureInfo.InvariantCulture, out var percent) && percent is >= 10 and <= 90
                        ? percent : options.PrefetchPercentage,
                };
            case "serve_stale" when line.Arguments.Length <= 2:
                return options with
                {
                    ServeStale = line.Arguments.Length > 0 ? Durations.Parse(line.Arguments[0]) ?? throw line.Error($"invalid value for serve_stale: {line.Arguments[0]}") : TimeSpan.FromHours(1),
                    VerifyStale = line.Arguments.Length > 1 && line.Arguments[1] == "verify",
                };
            case "disable" when line.Arguments is [("success" or "denial") and var what, .. var zones]:
                ImmutableArray<string> named = zones.Length == 0 ? ["."] : [.. zones.SelectMany(CorefileParser.Zones)];
                return what == "success" ? options with { NoSuccess = named } : options with { NoDenial = named };
            case "keepttl":
                return options with { KeepTtl = true };
            default:
                throw line.Error($"Wrong argument count or unexpected line ending after '{line.Arguments.LastOrDefault() ?? line.Name}'");
        }
    }

    /// <summary>How long an answer may be kept; zero: not at all.</summary>
    internal TimeSpan LifetimeOf(DnsMessage answer, string name)
    {
        if (answer.Truncated || answer.Rcode is not (DnsRcode.NOERROR or DnsRcode.NXDOMAIN or DnsRcode.SERVFAIL))
        {
            return TimeSpan.Zero;
        }

        if (answer.Rcode == DnsRcode.SERVFAIL)
        {
            return TimeSpan.FromSeconds(FailTtl);
        }

        var denial = IsDenial(answer);
        if (DnsName.BestZone(denial ? NoDenial : NoSuccess, name) is not null)
        {
            return TimeSpan.Zero;
        }

        var least = uint.MaxValue;
        foreach (var record in answer.Answers)
        {
            least = Math.Min(least, record.Ttl);
        }

        foreach (var record in answer.Authorities)
        {
            least = Math.Min(least, record.Data is SoaData soa ? Math.Min(record.Ttl, soa.Minimum) : record.Ttl);
        }

        if (least == uint.MaxValue)
        {
            least = MinTtl;
        }

        return TimeSpan.FromSeconds(denial
            ? Math.Min(MaxDenialTtl, Math.Max(MinDenialTtl, least))
            : Math.Min(MaxTtl, Math.Max(MinTtl, least)));
    }

    /// <summary>The answer says that there is nothing.</summary>
    internal static bool IsDenial(DnsMessage answer) =>
        answer.Rcode != DnsRcode.NOERROR || answer.Answers.IsEmpty;
}
