using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Base.Networking;
using Cybernetes.Pki;
using Cybernetes.Pki.Rotation;
using Cybernetes.Pki.Tokens;

namespace Cybernetes.ApiServer.Command;

/// <summary>
/// The server's keys and certificates. Those that are given as files are used; all others are made and kept in the data directory, so that a
/// server started with nothing else has them, and an administrator's kubeconfig. Everything follows its files, and <see cref="Keep"/> renews what is
/// our own long before it ends: nothing has to be started again. Thread safe but for <see cref="Keep"/>, which one caller calls.
/// </summary>
public sealed class ServerIdentity
{
    private readonly ApiServerOptions _options;
    private readonly int _port;
    private readonly TimeProvider _time;
    private readonly AuthorityFiles _authority;
    private readonly AuthorityFiles _frontProxyAuthority;
    private readonly SigningKeyFiles _signingKeys;
    private readonly ReloadingFile<X509Certificate2> _serving;
    private readonly ReloadingFile<X509Certificate2Collection> _clientAuthorities;
    private readonly ReloadingFile<CertificateAuthority> _signer;
    private readonly ReloadingFile<ServiceAccountKeys> _serviceAccounts;
    private readonly ReloadingFile<X509Certificate2> _kubeletClient;

    private ServerIdentity(ApiServerOptions options, int port, TimeProvider time)
    {
        (_options, _port, _time) = (options, port, time);
        Directory.CreateDirectory(PkiDirectory);
        _authority = new AuthorityFiles(PkiDirectory, "ca", "kubernetes", time);
        _frontProxyAuthority = new AuthorityFiles(PkiDirectory, "front-proxy-ca", "front-proxy-ca", time);
        _signingKeys = new SigningKeyFiles(PkiDirectory, time);
        _serving = options.Serving is { } files ? CertificateFiles.Watch(files.Certificate, files.Key, time) : Leaf("apiserver").Watch();
        _kubeletClient = options.KubeletClient is { } kubelet ? CertificateFiles.Watch(kubelet.Certificate, kubelet.Key, time) : Leaf("apiserver-kubelet-client").Watch();
        _clientAuthorities = CertificateFiles.WatchBundle(options.ClientCaFile.Length > 0 ? options.ClientCaFile : _authority.CertificatePath, time);
        _signer = _authority.Watch();
        _serviceAccounts = options.ServiceAccountSigningKeyFile.Length > 0
            ? new([options.ServiceAccountSigningKeyFile, .. options.ServiceAccountKeyFiles], () => ServiceAccountKeys.Load(options.ServiceAccountSigningKeyFile, options.ServiceAccountKeyFiles), time, CertificateFiles.ReloadPeriod)
            : _signingKeys.Watch(options.ServiceAccountKeyFiles);
    }

    /// <summary>Where the server's own keys and certificates are.</summary>
    public string PkiDirectory => Path.Combine(_options.DataDirectory, "pki");

    /// <summary>The certificate with key that the server shows.</summary>
    public X509Certificate2 Serving => _serving.Current;

    /// <summary>Whose client certificates are believed.</summary>
    public X509Certificate2Collection ClientAuthorities => _clientAuthorities.Current;

    /// <summary>The server's own authority: the one that signs now.</summary>
    public CertificateAuthority Authority => _signer.Current;

    /// <summary>The authorities that others must trust, as PEM.</summary>
    public string AuthorityBundle => File.ReadAllText(_authority.CertificatePath);

    /// <summary>The keys of service account tokens.</summary>
    public ServiceAccountKeys ServiceAccounts => _serviceAccounts.Current;

    /// <summary>The certificate with key that the server shows to kubelets.</summary>
    public X509Certificate2 KubeletClient => _kubeletClient.Current;

    /// <summary>The path of the administrator's kubeconfig.</summary>
    public string AdminKubeconfig => Path.Combine(_options.DataDirectory, "admin.kubeconfig");

    /// <summary>Reads or makes everything.</summary>
    public static ServerIdentity Prepare(ApiServerOptions options, int port, TimeProvider time)
    {
        var identity = new ServerIdentity(options, port, time);
        identity.Keep();
        _ = (identity.Serving, identity.KubeletClient, identity.ClientAuthorities, identity.ServiceAccounts);
        return identity;
    }

    /// <summary>Makes what is missing and renews what is due, by overlap where others must hear of it first. Says what was done.</summary>
    public IReadOnlyList<string> Keep()
    {
        var done = new List<string?> { _authority.Keep(), _frontProxyAuthority.Keep() };
        var signer = _authority.Signer;
        done.Add(_options.ServiceAccountSigningKeyFile.Length > 0 ? null : _signingKeys.Keep());
        done.Add(_options.Serving is null ? Leaf("apiserver").Keep(signer, ServingTemplate()) : null);
        done.Add(_options.KubeletClient is null ? Leaf("apiserver-kubelet-client").Keep(signer, KubeletClientTemplate) : null);
        done.Add(Leaf("front-proxy-client").Keep(_frontProxyAuthority.Signer, FrontProxyTemplate));
        done.Add(KeepAdmin(signer));
        return [.. done.OfType<string>()];
    }

    /// <summary>The address other members of the cluster reach this server at.</summary>
    public static IPAddress AdvertiseAddress(ApiServerOptions options)
    {
        if (options.AdvertiseAddress is { } given)
        {
            return given;
        }

        if (!options.BindAddress.Equals(IPAddress.Any) && !options.BindAddress.Equals(IPAddress.IPv6Any))
        {
            return options.BindAddress;
        }

        return MachineAddress.Find() ?? IPAddress.Loopback;
    }

    private static CertificateTemplate KubeletClientTemplate { get; } =
        new("kube-apiserver-kubelet-client") { Organizations = ["system:masters"], Purpose = KeyPurpose.Client };

    private static CertificateTemplate FrontProxyTemplate { get; } = new("front-proxy-client") { Purpose = KeyPurpose.Client };

    private LeafFiles Leaf(string name) => new(PkiDirectory, name, _time);

    private CertificateTemplate ServingTemplate() => new("kube-apiserver")
    {
        Purpose = KeyPurpose.Server,
        DnsNames =
        [
            "localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local", Environment.MachineName.ToLowerInvariant(),
            .. _options.ExternalHostname.Length > 0 ? [_options.ExternalHostname] : Array.Empty<string>(),
            .. _options.ServingNames.Where(name => !IPAddress.TryParse(name, out _)),
        ],
        IpAddresses =
        [
            IPAddress.Loopback, IPAddress.IPv6Loopback, AdvertiseAddress(_options), .. _options.ServiceNetworks.Select(Services.ServiceRange.FirstAddress),
            .. _options.ServingNames.Select(name => IPAddress.TryParse(name, out var address) ? address : null).OfType<IPAddress>(),
        ],
    };

    private string? KeepAdmin(CertificateAuthority signer)
    {
        var wanted = new CertificateTemplate("kubernetes-admin") { Organizations = ["system:masters"], Purpose = KeyPurpose.Client };
        var host = _options.BindAddress.Equals(IPAddress.Any) ? "127.0.0.1" : _options.BindAddress.AddressFamily == AddressFamily.InterNetworkV6 ? "[::1]" : _options.BindAddress.ToString();
        return new KubeconfigFile(AdminKubeconfig, _time).Keep(signer, AuthorityBundle, $"https://{host}:{_port}", wanted);
    }
}
