using System.Globalization;

namespace Cybernetes.ApiServer.Admission.PodSecurity;

/// <summary>A level as a minor version defined it.</summary>
/// <param name="Minor">The minor version; <see cref="Latest"/> for the newest.</param>
public readonly record struct LevelVersion(PodSecurityLevel Level, int Minor = LevelVersion.Latest)
{
    /// <summary>The newest definition.</summary>
    public const int Latest = int.MaxValue;

    /// <summary>A level's name, or null.</summary>
    public static PodSecurityLevel? ParseLevel(string text) => text switch
    {
        "privileged" => PodSecurityLevel.Privileged,
        "baseline" => PodSecurityLevel.Baseline,
        "restricted" => PodSecurityLevel.Restricted,
        _ => null,
    };

    /// <summary>"latest" or "v1.N", or null.</summary>
    public static int? ParseMinor(string text) => text == "latest" ? Latest
        : text.StartsWith("v1.", StringComparison.Ordinal) && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var minor) &&
          (minor == 0 || text[3] != '0') ? minor : null;

    /// <summary>As messages show it: "restricted:latest".</summary>
    public override string ToString() =>
        $"{Level.ToString().ToLowerInvariant()}:{(Minor == Latest ? "latest" : "v1." + Minor.ToString(CultureInfo.InvariantCulture))}";
}
