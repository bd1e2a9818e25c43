using System.Collections.Immutable;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Configuration;

namespace Cybernetes.Kubectl.Sessions;

/// <summary>The flags that every command has: which cluster, as whom, in which namespace.</summary>
public sealed class GlobalFlags
{
    private readonly Flag<string> _kubeconfig;
    private readonly Flag<string> _context;
    private readonly Flag<string> _cluster;
    private readonly Flag<string> _user;
    private readonly Flag<string> _namespace;
    private readonly Flag<string> _server;
    private readonly Flag<string> _token;
    private readonly Flag<string> _as;
    private readonly Flag<string> _asUid;
    private readonly Flag<ImmutableArray<string>> _asGroups;
    private readonly Flag<string> _authority;
    private readonly Flag<string> _certificate;
    private readonly Flag<string> _key;
    private readonly Flag<string> _tlsServerName;
    private readonly Flag<bool> _insecure;
    private readonly Flag<string> _timeout;

    /// <summary>Declares them.</summary>
    public GlobalFlags()
    {
        Flags = new FlagSet("kubectl");
        _kubeconfig = Flags.String("kubeconfig", "", "Path to the kubeconfig file to use for CLI requests.");
        _context = Flags.String("context", "", "The name of the kubeconfig context to use");
        _cluster = Flags.String("cluster", "", "The name of the kubeconfig cluster to use");
        _user = Flags.String("user", "", "The name of the kubeconfig user to use");
        _namespace = Flags.String("namespace", "", "If present, the namespace scope for this CLI request", 'n');
        _server = Flags.String("server", "", "The address and port of the Kubernetes API server", 's');
        _token = Flags.String("token", "", "Bearer token for authentication to the API server");
        _as = Flags.String("as", "", "Username to impersonate for the operation.");
        _asUid = Flags.String("as-uid", "", "UID to impersonate for the operation.");
        _asGroups = Flags.StringArray("as-group", default, "Group to impersonate for the operation, this flag can be repeated.");
        _authority = Flags.String("certificate-authority", "", "Path to a cert file for the certificate authority");
        _certificate = Flags.String("client-certificate", "", "Path to a client certificate file for TLS");
        _key = Flags.String("client-key", "", "Path to a client key file for TLS");
        _tlsServerName = Flags.String("tls-server-name", "", "Server name to use for server certificate validation.");
        _insecure = Flags.Bool("insecure-skip-tls-verify", false, "If true, the server's certificate will not be checked for validity.");
        _timeout = Flags.String("request-timeout", "0", "The length of time to wait before giving up on a single server request.");
        Flags.String("cache-dir", "", "Default cache directory");
        Flags.Int("v", 0, "number for the log level verbosity", 'v');
        Flags.Bool("warnings-as-errors", false, "Treat warnings received from the server as errors and exit with a non-zero exit code");
    }

    /// <summary>The flags, to be added to those of a command.</summary>
    public FlagSet Flags { get; }

    /// <summary>Whether <c>--namespace</c> was given.</summary>
    public bool NamespaceGiven => _namespace.Changed;

    /// <summary>The kubeconfig files: the flag's, or the default ones.</summary>
    public IReadOnlyList<string> Paths => _kubeconfig.Value.Length > 0 ? [_kubeconfig.Value] : Kubeconfig.DefaultPaths();

    /// <summary>The context named by the flag; empty for the current one.</summary>
    public string Context => _context.Value;

    /// <summary>Where to connect and as whom.</summary>
    /// <exception cref="KubectlException">The kubeconfig cannot be read or used.</exception>
    public ClientConfig ToConfig()
    {
        try
        {
            var file = _kubeconfig.Value.Length > 0 ? Kubeconfig.Load(_kubeconfig.Value) : Kubeconfig.Merge(Paths);
            if (file.Clusters.Count == 0 && file.CurrentContext.Length == 0 && _server.Value.Length == 0 && _context.Value.Length == 0)
            {
                return Further(InCluster() ?? new ClientConfig { Namespace = _namespace.Value.Length > 0 ? _namespace.Value : "default" });
            }

            return file.ToClientConfig(new KubeconfigOverrides
            {
                Context = _context.Value,
                Cluster = _cluster.Value,
                User = _user.Value,
                Namespace = _namespace.Value,
                Server = _server.Value,
                Token = _token.Value,
                Further = Further,
            });
        }
        catch (ConfigurationException e)
        {
            throw KubectlException.Error(e.Message);
        }
    }

    private ClientConfig? InCluster()
    {
        try
        {
            var config = InClusterConfig.Load();
            return _namespace.Value.Length > 0 ? config with { Namespace = _namespace.Value } : config;
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }

    private ClientConfig Further(ClientConfig config)
    {
        config = config with { UserAgent = "kubectl/" + Cybernetes.Base.ProductVersion.GitVersion, PreferProtobuf = false };
        config = _authority.Value.Length > 0 ? config with { CertificateAuthorityFile = _authority.Value, CertificateAuthorityData = "" } : config;
        config = _certificate.Value.Length > 0 ? config with { ClientCertificateFile = _certificate.Value, ClientCertificateData = "" } : config;
        config = _key.Value.Length > 0 ? config with { ClientKeyFile = _key.Value, ClientKeyData = "" } : config;
        config = _tlsServerName.Value.Length > 0 ? config with { TlsServerName = _tlsServerName.Value } : config;
        config = _insecure.Value ? config with { InsecureSkipTlsVerify = true, CertificateAuthorityFile = "", CertificateAuthorityData = "" } : config;
        config = _as.Value.Length > 0 ? config with { ImpersonateUser = _as.Value, ImpersonateUid = _asUid.Value, ImpersonateGroups = _asGroups.Value } : config;
        return Base.GoDuration.TryParse(_timeout.Value, out var timeout, out _) ? config with { Timeout = timeout } : config;
    }
}
