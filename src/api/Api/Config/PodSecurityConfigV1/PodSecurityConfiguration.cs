using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.PodSecurityConfigV1;

[Message]
[Kind("pod-security.admission.config.k8s.io", "v1")]
public sealed partial record PodSecurityConfiguration
{
    [Field(Always = true)]
    public partial PodSecurityDefaults Defaults { get; init; }

    [Field(Always = true)]
    public partial PodSecurityExemptions Exemptions { get; init; }
}

[Message]
public sealed partial record PodSecurityDefaults
{
    [Field]
    public partial string Enforce { get; init; }

    [Field(Json = "enforce-version")]
    public partial string EnforceVersion { get; init; }

    [Field]
    public partial string Audit { get; init; }

    [Field(Json = "audit-version")]
    public partial string AuditVersion { get; init; }

    [Field]
    public partial string Warn { get; init; }

    [Field(Json = "warn-version")]
    public partial string WarnVersion { get; init; }
}

[Message]
public sealed partial record PodSecurityExemptions
{
    [Field]
    public partial ValueList<string> Usernames { get; init; }

    [Field]
    public partial ValueList<string> Namespaces { get; init; }

    [Field]
    public partial ValueList<string> RuntimeClasses { get; init; }
}
