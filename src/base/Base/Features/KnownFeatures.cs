using System.Collections.Frozen;

namespace Cybernetes.Base.Features;

/// <summary>The feature gates of 1.36.</summary>
public static partial class KnownFeatures
{
    private static readonly FrozenDictionary<string, Feature> _byName = Declare().ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Every gate.</summary>
    public static IEnumerable<Feature> All => _byName.Values;

    /// <summary>The gate of that name, or null.</summary>
    public static Feature? Find(string name) => _byName.GetValueOrDefault(name);

    private static IEnumerable<Feature> Declare()
    {
        foreach (var name in Names(Alpha))
        {
            yield return new Feature(name, false, FeatureStage.Alpha);
        }
        foreach (var name in Names(BetaOff))
        {
            yield return new Feature(name, false, FeatureStage.Beta);
        }
        foreach (var name in Names(BetaOn))
        {
            yield return new Feature(name, true, FeatureStage.Beta);
        }
        foreach (var name in Names(Stable))
        {
            yield return new Feature(name, true, FeatureStage.GA);
        }
        foreach (var name in Names(StableLocked))
        {
            yield return new Feature(name, true, FeatureStage.GA, Locked: true);
        }
    }

    private static string[] Names(string table) =>
        table.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
