using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeconfigV1;

/// <summary>How clusters are reached and as whom: a kubeconfig file.</summary>
[Message]
[Kind("", "v1")]
public sealed partial record Config
{
    /// <summary>No longer used.</summary>
    [Field(Always = true)]
    public partial Preferences Preferences { get; init; }

    /// <summary>The clusters.</summary>
    [Field(Always = true)]
    public partial ValueList<NamedCluster> Clusters { get; init; }

    /// <summary>The users.</summary>
    [Field(Always = true)]
    public partial ValueList<NamedAuthInfo> Users { get; init; }

    /// <summary>The contexts.</summary>
    [Field(Always = true)]
    public partial ValueList<NamedContext> Contexts { get; init; }

    /// <summary>The context used unless another is named.</summary>
    [Field(Json = "current-context", Always = true)]
    public partial string CurrentContext { get; init; }

    /// <summary>More, for other programs.</summary>
    [Field]
    public partial ValueList<NamedExtension> Extensions { get; init; }
}

/// <summary>No longer used.</summary>
[Message]
public sealed partial record Preferences
{
    /// <summary>Whether output is coloured.</summary>
    [Field]
    public partial bool Colors { get; init; }

    /// <summary>More, for other programs.</summary>
    [Field]
    public partial ValueList<NamedExtension> Extensions { get; init; }
}

/// <summary>How a cluster is reached.</summary>
[Message]
public sealed partial record Cluster
{
    /// <summary>The API server's address.</summary>
    [Field(Always = true)]
    public partial string Server { get; init; }

    /// <summary>The name to check in its certificate.</summary>
    [Field(Json = "tls-server-name")]
    public partial string TlsServerName { get; init; }

    /// <summary>Whether its certificate goes unchecked.</summary>
    [Field(Json = "insecure-skip-tls-verify")]
    public partial bool InsecureSkipTlsVerify { get; init; }

    /// <summary>The authorities' file.</summary>
    [Field(Json = "certificate-authority")]
    public partial string CertificateAuthority { get; init; }

    /// <summary>The authorities in PEM form, base64.</summary>
    [Field(Json = "certificate-authority-data")]
    public partial Bytes CertificateAuthorityData { get; init; }

    /// <summary>A proxy.</summary>
    [Field(Json = "proxy-url")]
    public partial string ProxyUrl { get; init; }

    /// <summary>Whether answers are not compressed.</summary>
    [Field(Json = "disable-compression")]
    public partial bool DisableCompression { get; init; }

    /// <summary>More, for other programs.</summary>
    [Field]
    public partial ValueList<NamedExtension> Extensions { get; init; }
}

/// <summary>As whom to act.</summary>
[Message]
public sealed partial record AuthInfo
{
    /// <summary>The certificate's file.</summary>
    [Field(Json = "client-certificate")]
    public partial string ClientCertificate { get; init; }

    /// <summary>The certificate in PEM form, base64.</summary>
    [Field(Json = "client-certificate-data")]
    public partial Bytes ClientCertificateData { get; init; }

    /// <summary>The key's file.</summary>
    [Field(Json = "client-key")]
    public partial string ClientKey { get; init; }

    /// <summary>The key in PEM form, base64.</summary>
    [Field(Json = "client-key-data")]
    public partial Bytes ClientKeyData { get; init; }

    /// <summary>A bearer token.</summary>
    [Field]
    public partial string Token { get; init; }

    /// <summary>A bearer token's file; wins over token.</summary>
    [Field]
    public partial string TokenFile { get; init; }

    /// <summary>A user to act as.</summary>
    [Field]
    public partial string As { get; init; }

    /// <summary>A uid to act as.</summary>
    [Field(Json = "as-uid")]
    public partial string AsUid { get; init; }

    /// <summary>Groups to act in.</summary>
    [Field(Json = "as-groups")]
    public partial ValueList<string> AsGroups { get; init; }

    /// <summary>More facts to act with.</summary>
    [Field(Json = "as-user-extra")]
    public partial ValueMap<StringList> AsUserExtra { get; init; }

    /// <summary>A name for basic authentication.</summary>
    [Field]
    public partial string Username { get; init; }

    /// <summary>A password for basic authentication.</summary>
    [Field]
    public partial string Password { get; init; }

    /// <summary>No longer used.</summary>
    [Field(Json = "auth-provider")]
    public partial AuthProviderConfig? AuthProvider { get; init; }

    /// <summary>A program that gives credentials.</summary>
    [Field]
    public partial ExecConfig? Exec { get; init; }

    /// <summary>More, for other programs.</summary>
    [Field]
    public partial ValueList<NamedExtension> Extensions { get; init; }
}

/// <summary>A cluster, a user and a namespace.</summary>
[Message]
public sealed partial record Context
{
    /// <summary>The cluster.</summary>
    [Field(Always = true)]
    public partial string Cluster { get; init; }

    /// <summary>The user.</summary>
    [Field(Always = true)]
    public partial string User { get; init; }

    /// <summary>The namespace; <c>default</c> when empty.</summary>
    [Field]
    public partial string Namespace { get; init; }

    /// <summary>More, for other programs.</summary>
    [Field]
    public partial ValueList<NamedExtension> Extensions { get; init; }
}

/// <summary>A cluster and its name.</summary>
[Message]
public sealed partial record NamedCluster
{
    /// <summary>Its name.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>The cluster.</summary>
    [Field(Always = true)]
    public partial Cluster Cluster { get; init; }
}

/// <summary>A context and its name.</summary>
[Message]
public sealed partial record NamedContext
{
    /// <summary>Its name.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>The context.</summary>
    [Field(Always = true)]
    public partial Context Context { get; init; }
}

/// <summary>A user and their name.</summary>
[Message]
public sealed partial record NamedAuthInfo
{
    /// <summary>Their name.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>The user.</summary>
    [Field(Always = true)]
    public partial AuthInfo User { get; init; }
}

/// <summary>More, under a name.</summary>
[Message]
public sealed partial record NamedExtension
{
    /// <summary>The name.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>What it is.</summary>
    [Field(Always = true)]
    public partial RawExtension Extension { get; init; }
}

/// <summary>No longer used.</summary>
[Message]
public sealed partial record AuthProviderConfig
{
    /// <summary>The provider.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>Its settings.</summary>
    [Field(Always = true)]
    public partial ValueMap<string> Config { get; init; }
}

/// <summary>A program that gives credentials.</summary>
[Message]
public sealed partial record ExecConfig
{
    /// <summary>The program.</summary>
    [Field(Always = true)]
    public partial string Command { get; init; }

    /// <summary>Its arguments.</summary>
    [Field(Always = true)]
    public partial ValueList<string> Args { get; init; }

    /// <summary>Its environment, beside one's own.</summary>
    [Field(Always = true)]
    public partial ValueList<ExecEnvVar> Env { get; init; }

    /// <summary>The version of its protocol.</summary>
    [Field]
    public partial string ApiVersion { get; init; }

    /// <summary>What to say where it is missing.</summary>
    [Field]
    public partial string InstallHint { get; init; }

    /// <summary>Whether it is told about the cluster.</summary>
    [Field(Always = true)]
    public partial bool ProvideClusterInfo { get; init; }

    /// <summary><c>IfAvailable</c>, <c>Always</c> or <c>Never</c>: whether it may ask the person.</summary>
    [Field]
    public partial string InteractiveMode { get; init; }
}

/// <summary>A variable of the environment.</summary>
[Message]
public sealed partial record ExecEnvVar
{
    /// <summary>Its name.</summary>
    [Field(Always = true)]
    public partial string Name { get; init; }

    /// <summary>Its value.</summary>
    [Field(Always = true)]
    public partial string Value { get; init; }
}
