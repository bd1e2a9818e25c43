namespace Cybernetes.ApiServer.Catalog;

/// <summary>What <c>--runtime-config</c> says: which versions are served beside or instead of the default ones. Immutable.</summary>
public sealed class RuntimeConfig(IReadOnlyDictionary<string, string> settings)
{
    /// <summary>The default versions.</summary>
    public static RuntimeConfig Default { get; } = new(new Dictionary<string, string>());

    /// <summary>Whether a version is served: its own setting counts before that of its kind (api/ga, api/beta, api/alpha), and that before api/all.</summary>
    public bool Serves(ApiVersion version)
    {
        var stability = version.Version.Contains("alpha", StringComparison.Ordinal) ? "api/alpha"
            : version.Version.Contains("beta", StringComparison.Ordinal) ? "api/beta"
            : "api/ga";
        foreach (var key in (ReadOnlySpan<string>)[version.Name, stability, "api/all"])
        {
            if (settings.TryGetValue(key, out var value))
            {
                return value is "" or "true" or "1" or "t" or "T" or "TRUE" or "True";
            }
        }

        return version.IsDefault;
    }
}
