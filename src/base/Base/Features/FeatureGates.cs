using System.Collections.Immutable;
using Cybernetes.Base.Flags;

namespace Cybernetes.Base.Features;

/// <summary>Which features are on. Immutable; <see cref="With(string)"/> reads the text of <c>--feature-gates</c>.</summary>
public sealed class FeatureGates
{
    private readonly ImmutableDictionary<string, bool> _set;

    private FeatureGates(ImmutableDictionary<string, bool> set) => _set = set;

    /// <summary>Every gate at its default.</summary>
    public static FeatureGates Defaults { get; } = new(ImmutableDictionary<string, bool>.Empty);

    /// <summary>Every known gate with whether it is on.</summary>
    public IEnumerable<(Feature Feature, bool Enabled)> All => KnownFeatures.All.Select(f => (f, Enabled(f.Name)));

    /// <summary>Declares <c>--feature-gates</c>; call the result after parsing.</summary>
    public static Func<FeatureGates> AddFlags(FlagSet flags)
    {
        var type = new FlagType<FeatureGates>("mapStringBool", (text, current, _) => current.With(text), v => v.ToString(), _ => true);
        var flag = flags.Add(new Flag<FeatureGates>("feature-gates", Defaults, type,
            "A set of key=value pairs that describe feature gates for alpha/experimental features."));
        return () => flag.Value;
    }

    /// <summary>Whether a feature is on; unknown names are off.</summary>
    public bool Enabled(string name) =>
        _set.TryGetValue(name, out var value) ? value : KnownFeatures.Find(name)?.Default ?? false;

    /// <summary>These gates with <c>A=true,B=false</c> applied; an item may carry a component prefix (<c>kube:A=true</c>). Throws <see cref="FormatException"/>.</summary>
    public FeatureGates With(string text)
    {
        var pairs = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var item in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = item[(item.IndexOf(':') + 1)..];
            var equals = pair.IndexOf('=');
            if (equals < 0)
            {
                throw new FormatException($"missing bool value for {pair.Trim()}");
            }
            var (name, value) = (pair[..equals].Trim(), pair[(equals + 1)..].Trim());
            try
            {
                pairs[name] = FlagTypes.ParseBool(value);
            }
            catch (FormatException e)
            {
                throw new FormatException($"invalid value of {name}={value}, err: {e.Message}");
            }
        }
        return With(pairs);
    }

    /// <summary>These gates with a configuration file's map applied. Throws <see cref="FormatException"/>.</summary>
    public FeatureGates With(IEnumerable<KeyValuePair<string, bool>> pairs)
    {
        var set = _set.ToBuilder();
        foreach (var (name, value) in pairs)
        {
            if (name is "AllAlpha" or "AllBeta")
            {
                var stage = name == "AllAlpha" ? FeatureStage.Alpha : FeatureStage.Beta;
                foreach (var feature in KnownFeatures.All.Where(f => f.Stage == stage && !f.Locked))
                {
                    set.TryAdd(feature.Name, value);
                }
                continue;
            }
            var known = KnownFeatures.Find(name) ?? throw new FormatException($"unrecognized feature gate: {name}");
            if (known.Locked && value != known.Default)
            {
                throw new FormatException($"cannot set feature gate {name} to {(value ? "true" : "false")}, feature is locked to {(known.Default ? "true" : "false")}");
            }
            set[name] = value;
        }
        return new FeatureGates(set.ToImmutable());
    }

    /// <summary>The gates that differ from nothing said, as <c>A=true,B=false</c>.</summary>
    public override string ToString() =>
        string.Join(",", _set.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={(p.Value ? "true" : "false")}"));
}
