using System.Net;
using Cybernetes.ApiServer.Audit;
using Cybernetes.ApiServer.Catalog;
using Cybernetes.Store.EtcdServer;

namespace Cybernetes.ApiServer.Command;

/// <summary>How an API server is set up. Immutable.</summary>
public sealed record ApiServerOptions
{
    /// <summary>Where the server keeps its keys, its certificates and, with the embedded store, its data.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The address to listen on.</summary>
    public IPAddress BindAddress { get; init; } = IPAddress.Any;

    /// <summary>The port to listen on; 0 for any free one.</summary>
    public int SecurePort { get; init; } = 6443;

    /// <summary>The address other members of the cluster reach this server at; null for a local one.</summary>
    public IPAddress? AdvertiseAddress { get; init; }

    /// <summary>The name to use for this server in URLs.</summary>
    public string ExternalHostname { get; init; } = "";

    /// <summary>Further names and addresses that the server's own certificate is valid for.</summary>
    public IReadOnlyList<string> ServingNames { get; init; } = [];

    /// <summary>The server's certificate and key as files; null where it makes its own.</summary>
    public (string Certificate, string Key)? Serving { get; init; }

    /// <summary>The authorities of client certificates, as a file; empty for its own.</summary>
    public string ClientCaFile { get; init; } = "";

    /// <summary>The key that signs service account tokens, as a file; empty for its own.</summary>
    public string ServiceAccountSigningKeyFile { get; init; } = "";

    /// <summary>The keys that verify service account tokens, as files; empty for the signing key.</summary>
    public IReadOnlyList<string> ServiceAccountKeyFiles { get; init; } = [];

    /// <summary>The issuers of service account tokens; the first issues.</summary>
    public IReadOnlyList<string> ServiceAccountIssuers { get; init; } = ["https://kubernetes.default.svc.cluster.local"];

    /// <summary>The addresses of Services, one or two networks.</summary>
    public IReadOnlyList<IPNetwork> ServiceNetworks { get; init; } = [IPNetwork.Parse("10.96.0.0/16")];

    /// <summary>The node ports of Services: first and last.</summary>
    public (int First, int Last) NodePorts { get; init; } = (30000, 32767);

    /// <summary>Which versions are served.</summary>
    public RuntimeConfig RuntimeConfig { get; init; } = RuntimeConfig.Default;

    /// <summary>How long events live.</summary>
    public TimeSpan EventTtl { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether requests without credentials are let in, as nobody.</summary>
    public bool AnonymousAuth { get; init; } = true;

    /// <summary>The authorizers in order.</summary>
    public IReadOnlyList<string> AuthorizationModes { get; init; } = ["Node", "RBAC"];

    /// <summary>The admission plugins wanted beside the default ones.</summary>
    public IReadOnlyList<string> EnabledAdmissionPlugins { get; init; } = [];

    /// <summary>The admission plugins not wanted.</summary>
    public IReadOnlyList<string> DisabledAdmissionPlugins { get; init; } = [];

    /// <summary>The certificate with which the server calls kubelets, as files; null for its own.</summary>
    public (string Certificate, string Key)? KubeletClient { get; init; }

    /// <summary>How long requests other than watches may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How stored values are encrypted, as a file; empty for not at all.</summary>
    public string EncryptionConfigFile { get; init; } = "";

    /// <summary>Whether the encryption file is read again when it changes.</summary>
    public bool ReloadEncryption { get; init; }

    /// <summary>What is recorded of requests, and where.</summary>
    public AuditOptions Audit { get; init; } = new();

    /// <summary>Fixed tokens and whose they are, as a file; empty for none.</summary>
    public string TokenAuthFile { get; init; } = "";

    /// <summary>Policies of the ABAC authorizer, as a file.</summary>
    public string AbacPolicyFile { get; init; } = "";

    /// <summary>etcd's URLs; empty for the embedded store.</summary>
    public IReadOnlyList<string> EtcdServers { get; init; } = [];

    /// <summary>Whether other servers may serve the same store, so that each tells the others where it is.</summary>
    public bool SharesStore { get; init; }

    /// <summary>The authority of etcd's certificates and the certificate and key towards it, as files; empty for none.</summary>
    public (string Authority, string Certificate, string Key) EtcdTls { get; init; } = ("", "", "");

    /// <summary>Where the store is served by etcd's API; null for nowhere.</summary>
    public EtcdServerOptions? ServeEtcd { get; init; }

    /// <summary>How the guards are set up further.</summary>
    public GuardOptions Guards { get; init; } = new();
}
