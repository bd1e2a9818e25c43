using Cybernetes.Api.Machinery;
using Cybernetes.Api.PodSecurityConfigV1;

namespace Cybernetes.ApiServer.Admission.PodSecurity;

/// <summary>What a namespace enforces, audits and warns of. Pure.</summary>
public readonly record struct NamespacePolicy(LevelVersion Enforce, LevelVersion Audit, LevelVersion Warn)
{
    /// <summary>What the labels' keys begin with.</summary>
    public const string Prefix = "pod-security.kubernetes.io/";

    /// <summary>Whether nothing is looked at.</summary>
    public bool IsPrivileged => Enforce.Level == PodSecurityLevel.Privileged && Audit.Level == PodSecurityLevel.Privileged && Warn.Level == PodSecurityLevel.Privileged;

    /// <summary>The configured defaults; without configuration all is privileged.</summary>
    public static NamespacePolicy Defaults(PodSecurityConfiguration? configuration)
    {
        var d = configuration?.Defaults;
        return new NamespacePolicy(Of(d?.Enforce, d?.EnforceVersion), Of(d?.Audit, d?.AuditVersion), Of(d?.Warn, d?.WarnVersion));

        static LevelVersion Of(string? level, string? version) => new(
            string.IsNullOrEmpty(level) ? PodSecurityLevel.Privileged : LevelVersion.ParseLevel(level) ?? PodSecurityLevel.Restricted,
            string.IsNullOrEmpty(version) ? LevelVersion.Latest : LevelVersion.ParseMinor(version) ?? LevelVersion.Latest);
    }

    /// <summary>The policy that labels ask for over the defaults; errors are gathered, and what cannot be read is taken strictly.</summary>
    public static NamespacePolicy Of(ValueMap<string> labels, NamespacePolicy defaults, ErrorList? errors = null)
    {
        if (labels.IsEmpty)
        {
            return defaults;
        }
        var enforce = Read(labels, "enforce", defaults.Enforce, errors, out var hasEnforce);
        var audit = Read(labels, "audit", defaults.Audit, errors, out _);
        var warn = Read(labels, "warn", defaults.Warn, errors, out var hasWarn);
        // Who only enforces should hear of it where it bites late: at the controllers that make the pods.
        if (hasEnforce && !hasWarn && enforce.Level > warn.Level)
        {
            warn = enforce;
        }
        return new NamespacePolicy(enforce, audit, warn);
    }

    private static LevelVersion Read(ValueMap<string> labels, string mode, LevelVersion fallback, ErrorList? errors, out bool hasLevel)
    {
        var result = fallback;
        hasLevel = labels.TryGetValue(Prefix + mode, out var level);
        if (hasLevel)
        {
            var parsed = LevelVersion.ParseLevel(level!);
            if (parsed is null)
            {
                errors?.Invalid(FieldPath.Of("metadata", "labels").Key(Prefix + mode), level, "must be one of privileged, baseline, restricted");
            }
            result = result with { Level = parsed ?? PodSecurityLevel.Restricted };
        }
        if (labels.TryGetValue($"{Prefix}{mode}-version", out var version))
        {
            var parsed = LevelVersion.ParseMinor(version);
            if (parsed is null)
            {
                errors?.Invalid(FieldPath.Of("metadata", "labels").Key($"{Prefix}{mode}-version"), version, "must be \"latest\" or \"v1.x\"");
            }
            result = result with { Minor = parsed ?? LevelVersion.Latest };
        }
        return result;
    }
}
