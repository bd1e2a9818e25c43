using System.Globalization;
using System.Net;
using Cybernetes.ApiServer.Catalog;
using Cybernetes.Base.Flags;
using Cybernetes.Base.Logging;

namespace Cybernetes.ApiServer.Command;

/// <summary>The flags of <c>kube-apiserver</c>, upstream's and <c>--data-dir</c>.</summary>
internal sealed class ApiServerFlags
{
    private readonly FlagSet _flags = new("kube-apiserver");
    private readonly Flag<string> _dataDir, _certDir, _certificate, _key, _clientCa, _signingKey, _serviceRange, _nodePorts, _externalHostname, _kubeletCertificate, _kubeletKey, _encryption, _auditPolicy, _auditLog, _auditWebhook, _tokenFile, _abacFile, _etcdCa, _etcdCertificate, _etcdKey;
    private readonly Flag<int> _port, _auditMaxSize, _auditMaxBackup, _auditMaxAge;
    private readonly Flag<IPAddress?> _bind, _advertise;
    private readonly Flag<System.Collections.Immutable.ImmutableArray<string>> _keyFiles, _issuers, _modes, _enabled, _disabled, _etcd;
    private readonly Flag<System.Collections.Immutable.ImmutableSortedDictionary<string, string>> _runtime;
    private readonly Flag<bool> _anonymous, _reloadEncryption;
    private readonly Flag<TimeSpan> _eventTtl, _timeout;
    private readonly Func<LogOptions> _logs;
    private readonly GuardFlags _guards;
    private readonly ServeEtcdFlags _serveEtcd;

    public ApiServerFlags()
    {
        _dataDir = _flags.String("data-dir", "", "The directory of the server's own keys, certificates and embedded store.");
        _certDir = _flags.String("cert-dir", "/var/run/kubernetes", "The directory where the server's certificates are kept when no files are given.");
        _port = _flags.Int("secure-port", 6443, "The port on which to serve HTTPS with authentication and authorization.");
        _bind = _flags.Ip("bind-address", IPAddress.Any, "The IP address on which to listen for the --secure-port port.");
        _advertise = _flags.Ip("advertise-address", null, "The IP address on which to advertise the apiserver to members of the cluster.");
        _externalHostname = _flags.String("external-hostname", "", "The hostname to use when generating externalized URLs for this master.");
        _certificate = _flags.String("tls-cert-file", "", "File containing the x509 certificate for HTTPS.");
        _key = _flags.String("tls-private-key-file", "", "File containing the x509 private key matching --tls-cert-file.");
        _clientCa = _flags.String("client-ca-file", "", "The authorities of client certificates.");
        _signingKey = _flags.String("service-account-signing-key-file", "", "The private key that signs service account tokens.");
        _keyFiles = _flags.StringArray("service-account-key-file", default, "The keys that verify service account tokens.");
        _issuers = _flags.StringArray("service-account-issuer", default, "The issuers of service account tokens.");
        _serviceRange = _flags.String("service-cluster-ip-range", "10.96.0.0/16", "The networks from which to assign service cluster IPs.");
        _nodePorts = _flags.String("service-node-port-range", "30000-32767", "The ports to reserve for services with NodePort visibility.");
        _runtime = _flags.MapStringString("runtime-config", null, "The API versions to serve beside or instead of the default ones.");
        _anonymous = _flags.Bool("anonymous-auth", true, "Lets requests without credentials in as system:anonymous.");
        _modes = _flags.Strings("authorization-mode", default, "The authorizers in order.");
        _enabled = _flags.Strings("enable-admission-plugins", default, "The admission plugins wanted beside the default ones.");
        _disabled = _flags.Strings("disable-admission-plugins", default, "The admission plugins not wanted.");
        _etcd = _flags.Strings("etcd-servers", default, "etcd's URLs; none for the embedded store.");
        _etcdCa = _flags.String("etcd-cafile", "", "The authority of etcd's certificates.");
        _etcdCertificate = _flags.String("etcd-certfile", "", "The certificate towards etcd.");
        _etcdKey = _flags.String("etcd-keyfile", "", "The key towards etcd.");
        _eventTtl = _flags.Duration("event-ttl", TimeSpan.FromHours(1), "How long events live.");
        _timeout = _flags.Duration("request-timeout", TimeSpan.FromMinutes(1), "How long requests other than watches may take.");
        _kubeletCertificate = _flags.String("kubelet-client-certificate", "", "The certificate with which the server calls kubelets.");
        _kubeletKey = _flags.String("kubelet-client-key", "", "The key with which the server calls kubelets.");
        _encryption = _flags.String("encryption-provider-config", "", "How values are encrypted in the store.");
        _reloadEncryption = _flags.Bool("encryption-provider-config-automatic-reload", false, "Reads the encryption file again when it changes.");
        _auditPolicy = _flags.String("audit-policy-file", "", "What is recorded of requests.");
        _auditLog = _flags.String("audit-log-path", "", "The file to which requests are recorded; - for standard output.");
        _auditMaxSize = _flags.Int("audit-log-maxsize", 100, "Megabytes after which the audit file is rotated.");
        _auditMaxBackup = _flags.Int("audit-log-maxbackup", 100, "How many rotated audit files are kept.");
        _auditMaxAge = _flags.Int("audit-log-maxage", 366, "How many days rotated audit files are kept.");
        _auditWebhook = _flags.String("audit-webhook-config-file", "", "The kubeconfig of the service to which requests are recorded.");
        _tokenFile = _flags.String("token-auth-file", "", "Fixed tokens and whose they are.");
        _abacFile = _flags.String("authorization-policy-file", "", "Policies for --authorization-mode=ABAC.");
        _logs = LogOptions.AddFlags(_flags);
        _guards = new GuardFlags(_flags);
        _serveEtcd = new ServeEtcdFlags(_flags);
        AcceptedFlags.AddTo(_flags);
    }

    public void Parse(string[] arguments) => _flags.Parse(arguments);

    public string Usage() => "The Kubernetes API server.\n\nUsage:\n  kube-apiserver [flags]\n\nFlags:\n" + _flags.FlagUsages();

    public LogOptions Logs() => _logs();

    /// <exception cref="FlagException">A value is not valid.</exception>
    public ApiServerOptions ToOptions() => new()
    {
        DataDirectory = _dataDir.Value.Length > 0 ? _dataDir.Value : _certDir.Value,
        BindAddress = _bind.Value ?? IPAddress.Any,
        SecurePort = _port.Value,
        AdvertiseAddress = _advertise.Value,
        ExternalHostname = _externalHostname.Value,
        Serving = Pair(_certificate, _key),
        ClientCaFile = _clientCa.Value,
        ServiceAccountSigningKeyFile = _signingKey.Value,
        ServiceAccountKeyFiles = Listed(_keyFiles, []),
        ServiceAccountIssuers = Listed(_issuers, ["https://kubernetes.default.svc.cluster.local"]),
        ServiceNetworks = [.. _serviceRange.Value.Split(',').Select(IPNetwork.Parse)],
        NodePorts = Ports(_nodePorts.Value),
        RuntimeConfig = new RuntimeConfig(_runtime.Value ?? System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty),
        EventTtl = _eventTtl.Value,
        AnonymousAuth = _anonymous.Value,
        AuthorizationModes = Listed(_modes, _dataDir.Value.Length > 0 ? ["Node", "RBAC"] : ["AlwaysAllow"]),
        EnabledAdmissionPlugins = Listed(_enabled, []),
        DisabledAdmissionPlugins = Listed(_disabled, []),
        KubeletClient = Pair(_kubeletCertificate, _kubeletKey),
        RequestTimeout = _timeout.Value,
        EncryptionConfigFile = _encryption.Value,
        ReloadEncryption = _reloadEncryption.Value,
        Audit = new()
        {
            PolicyFile = _auditPolicy.Value,
            LogPath = _auditLog.Value,
            LogMaxSizeMegabytes = _auditMaxSize.Value,
            LogMaxBackups = _auditMaxBackup.Value,
            LogMaxAgeDays = _auditMaxAge.Value,
            WebhookConfigFile = _auditWebhook.Value,
        },
        TokenAuthFile = _tokenFile.Value,
        AbacPolicyFile = _abacFile.Value,
        EtcdServers = Listed(_etcd, []),
        ServeEtcd = _serveEtcd.ToOptions(),
        SharesStore = !_etcd.Value.IsDefaultOrEmpty,
        Guards = _guards.ToOptions(),
        EtcdTls = (_etcdCa.Value, _etcdCertificate.Value, _etcdKey.Value),
    };

    private static (string, string)? Pair(Flag<string> certificate, Flag<string> key) =>
        certificate.Value.Length > 0 && key.Value.Length > 0 ? (certificate.Value, key.Value) : null;

    private static IReadOnlyList<string> Listed(Flag<System.Collections.Immutable.ImmutableArray<string>> flag, IReadOnlyList<string> otherwise) =>
        flag.Value.IsDefaultOrEmpty ? otherwise : flag.Value;

    private static (int, int) Ports(string text)
    {
        var parts = text.Split('-');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first <= last
            ? (first, last)
            : throw new FlagException($"invalid argument \"{text}\" for \"--service-node-port-range\" flag");
    }
}
