using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeconfigV1;

[Message]
[Kind("", "v1")]
public sealed partial record Config
{
    [Field(Always = true)]
    public partial Preferences Preferences { get; init; }

    [Field(Always = true)]
    public partial ValueList<NamedCluster> Clusters { get; init; }

    [Field(Always = true)]
    public partial ValueList<NamedAuthInfo> Users { get; init; }

    [Field(Always = true)]
    public partial ValueList<NamedContext> Contexts { get; init; }

    [Field(Json = "current-context", Always = true)]
    public partial string CurrentContext { get; init; }

    [Field]
    public partial ValueList<NamedExtension> Extensions { get; init; }
}

[Message]
public sealed partial record Preferences
{
    [Field]
    public partial bool Colors { get; init; }

    [Field]
    public partial ValueList<NamedExtension> Extensions { get; init; }
}

[Message]
public sealed partial record Cluster
{
    [Field(Always = true)]
    public partial string Server { get; init; }

    [Field(Json = "tls-server-name")]
    public partial string TlsServerName { get; init; }

    [Field(Json = "insecure-skip-tls-verify")]
    public partial bool InsecureSkipTlsVerify { get; init; }

    [Field(Json = "certificate-authority")]
    public partial string CertificateAuthority { get; init; }

    [Field(Json = "certificate-authority-data")]
    public partial Bytes CertificateAuthorityData { get; init; }

    [Field(Json = "proxy-url")]
    public partial string ProxyUrl { get; init; }

    [Field(Json = "disable-compression")]
    public partial bool DisableCompression { get; init; }

    [Field]
    public partial ValueList<NamedExtension> Extensions { get; init; }
}

[Message]
public sealed partial record AuthInfo
{
    [Field(Json = "client-certificate")]
    public partial string ClientCertificate { get; init; }

    [Field(Json = "client-certificate-data")]
    public partial Bytes ClientCertificateData { get; init; }

    [Field(Json = "client-key")]
    public partial string ClientKey { get; init; }

    [Field(Json = "client-key-data")]
    public partial Bytes ClientKeyData { get; init; }

    [Field]
    public partial string Token { get; init; }

    [Field]
    public partial string TokenFile { get; init; }

    [Field]
    public partial string As { get; init; }

    [Field(Json = "as-uid")]
    public partial string AsUid { get; init; }

    [Field(Json = "as-groups")]
    public partial ValueList<string> AsGroups { get; init; }

    [Field(Json = "as-user-extra")]
    public partial ValueMap<StringList> AsUserExtra { get; init; }

    [Field]
    public partial string Username { get; init; }

    [Field]
    public partial string Password { get; init; }

    [Field(Json = "auth-provider")]
    public partial AuthProviderConfig? AuthProvider { get; init; }

    [Field]
    public partial ExecConfig? Exec { get; init; }

    [Field]
    public partial ValueList<NamedExtension> Extensions { get; init; }
}

[Message]
public sealed partial record Context
{
    [Field(Always = true)]
    public partial string Cluster { get; init; }

    [Field(Always = true)]
    public partial string User { get; init; }

    [Field]
    public partial string Namespace { get; init; }

    [Field]
    public partial ValueList<NamedExtension> Extensions { get; init; }
}

[Message]
public sealed partial record NamedCluster
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial Cluster Cluster { get; init; }
}

[Message]
public sealed partial record NamedContext
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial Context Context { get; init; }
}

[Message]
public sealed partial record NamedAuthInfo
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial AuthInfo User { get; init; }
}

[Message]
public sealed partial record NamedExtension
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial RawExtension Extension { get; init; }
}

[Message]
public sealed partial record AuthProviderConfig
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial ValueMap<string> Config { get; init; }
}

[Message]
public sealed partial record ExecConfig
{
    [Field(Always = true)]
    public partial string Command { get; init; }

    [Field(Always = true)]
    public partial ValueList<string> Args { get; init; }

    [Field(Always = true)]
    public partial ValueList<ExecEnvVar> Env { get; init; }

    [Field]
    public partial string ApiVersion { get; init; }

    [Field]
    public partial string InstallHint { get; init; }

    [Field(Always = true)]
    public partial bool ProvideClusterInfo { get; init; }

    [Field]
    public partial string InteractiveMode { get; init; }
}

[Message]
public sealed partial record ExecEnvVar
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial string Value { get; init; }
}
