using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.PodSecurityConfigV1;

/// <summary>Settings of the PodSecurity admission plugin.</summary>
[Message]
[Kind("pod-security.admission.config.k8s.io", "v1")]
public sealed partial record PodSecurityConfiguration
{
    /// <summary>What holds for namespaces without labels.</summary>
    [Field(Always = true)]
    public partial PodSecurityDefaults Defaults { get; init; }

    /// <summary>What is not checked.</summary>
    [Field(Always = true)]
    public partial PodSecurityExemptions Exemptions { get; init; }
}

/// <summary>What holds for namespaces without labels.</summary>
[Message]
public sealed partial record PodSecurityDefaults
{
    /// <summary>The level that pods must meet: <c>privileged</c> (the default), <c>baseline</c> or <c>restricted</c>.</summary>
    [Field]
    public partial string Enforce { get; init; }

    /// <summary>The release whose rules count; <c>latest</c> by default.</summary>
    [Field(Json = "enforce-version")]
    public partial string EnforceVersion { get; init; }

    /// <summary>The level that is noted in the audit log.</summary>
    [Field]
    public partial string Audit { get; init; }

    /// <summary>The release whose rules count.</summary>
    [Field(Json = "audit-version")]
    public partial string AuditVersion { get; init; }

    /// <summary>The level that is warned of.</summary>
    [Field]
    public partial string Warn { get; init; }

    /// <summary>The release whose rules count.</summary>
    [Field(Json = "warn-version")]
    public partial string WarnVersion { get; init; }
}

/// <summary>What is not checked.</summary>
[Message]
public sealed partial record PodSecurityExemptions
{
    /// <summary>Users.</summary>
    [Field]
    public partial ValueList<string> Usernames { get; init; }

    /// <summary>Namespaces.</summary>
    [Field]
    public partial ValueList<string> Namespaces { get; init; }

    /// <summary>Runtime classes.</summary>
    [Field]
    public partial ValueList<string> RuntimeClasses { get; init; }
}
