using System.Net.Security;

namespace Cybernetes.Client.Configuration;

/// <summary>How to reach and convince an API server: upstream's <c>rest.Config</c>. Immutable.</summary>
public sealed record ClientConfig
{
    /// <summary>The server's URL, which may have a path.</summary>
    public Uri Server { get; init; } = new("http://localhost:8080");

    /// <summary>The authorities trusted, as PEM; empty with no <see cref="CertificateAuthorityFile"/> for the system's.</summary>
    public string CertificateAuthorityData { get; init; } = "";

    /// <summary>The file of the authorities trusted, read again when it changes.</summary>
    public string CertificateAuthorityFile { get; init; } = "";

    /// <summary>The server's certificate is not checked.</summary>
    public bool InsecureSkipTlsVerify { get; init; }

    /// <summary>The name checked in the server's certificate and sent as SNI; empty for the URL's host.</summary>
    public string TlsServerName { get; init; } = "";

    /// <summary>The client certificate as PEM.</summary>
    public string ClientCertificateData { get; init; } = "";

    /// <summary>The client certificate's file, read again when it changes.</summary>
    public string ClientCertificateFile { get; init; } = "";

    /// <summary>The client key as PEM.</summary>
    public string ClientKeyData { get; init; } = "";

    /// <summary>The client key's file.</summary>
    public string ClientKeyFile { get; init; } = "";

    /// <summary>A bearer token.</summary>
    public string BearerToken { get; init; } = "";

    /// <summary>A bearer token's file, read again when it changes; stands before <see cref="BearerToken"/>.</summary>
    public string BearerTokenFile { get; init; } = "";

    /// <summary>Basic authentication: the name.</summary>
    public string Username { get; init; } = "";

    /// <summary>Basic authentication: the password.</summary>
    public string Password { get; init; } = "";

    /// <summary>The user to act as; empty for oneself.</summary>
    public string ImpersonateUser { get; init; } = "";

    /// <summary>The uid to act as.</summary>
    public string ImpersonateUid { get; init; } = "";

    /// <summary>The groups to act in.</summary>
    public IReadOnlyList<string> ImpersonateGroups { get; init; } = [];

    /// <summary>Further facts to act with.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ImpersonateExtra { get; init; } = [];

    /// <summary>The program that gives credentials; null for none.</summary>
    public ExecConfig? Exec { get; init; }

    /// <summary>The proxy; empty for the environment's (HTTPS_PROXY, NO_PROXY).</summary>
    public string ProxyUrl { get; init; } = "";

    /// <summary>Answers are not compressed.</summary>
    public bool DisableCompression { get; init; }

    /// <summary>The user agent sent where a request names none.</summary>
    public string UserAgent { get; init; } = "c8s";

    /// <summary>Built-in kinds travel as protobuf; otherwise everything is JSON.</summary>
    public bool PreferProtobuf { get; init; } = true;

    /// <summary>How long a request other than a watch or a stream may take; zero for ever.</summary>
    public TimeSpan Timeout { get; init; }

    /// <summary>The namespace that the context names; <c>default</c> where it names none.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>Overrides how the server's certificate is checked; for tests.</summary>
    public RemoteCertificateValidationCallback? ValidateServer { get; init; }
}
