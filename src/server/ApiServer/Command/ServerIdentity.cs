using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Base;
using Cybernetes.Pki;
using Cybernetes.Pki.Tokens;

namespace Cybernetes.ApiServer.Command;

/// <summary>
/// The server's keys and certificates. Those that are given as files are used; all others are made once and kept in the data directory, so that a
/// server started with nothing else has them, and an administrator's kubeconfig.
/// </summary>
public sealed class ServerIdentity
{
    private ServerIdentity(X509Certificate2 serving, X509Certificate2Collection clientAuthorities, CertificateAuthority authority, ServiceAccountKeys serviceAccounts, X509Certificate2 kubeletClient, string adminKubeconfig)
    {
        Serving = serving;
        ClientAuthorities = clientAuthorities;
        Authority = authority;
        ServiceAccounts = serviceAccounts;
        KubeletClient = kubeletClient;
        AdminKubeconfig = adminKubeconfig;
    }

    /// <summary>The certificate with key that the server shows.</summary>
    public X509Certificate2 Serving { get; }

    /// <summary>Whose client certificates are believed.</summary>
    public X509Certificate2Collection ClientAuthorities { get; }

    /// <summary>The server's own authority.</summary>
    public CertificateAuthority Authority { get; }

    /// <summary>The keys of service account tokens.</summary>
    public ServiceAccountKeys ServiceAccounts { get; }

    /// <summary>The certificate with key that the server shows to kubelets.</summary>
    public X509Certificate2 KubeletClient { get; }

    /// <summary>The path of the administrator's kubeconfig.</summary>
    public string AdminKubeconfig { get; }

    /// <summary>Reads or makes everything.</summary>
    public static ServerIdentity Prepare(ApiServerOptions options, int port, TimeProvider time)
    {
        var pki = Path.Combine(options.DataDirectory, "pki");
        Directory.CreateDirectory(pki);
        var authority = Own(pki, time);
        var serving = options.Serving is { } files
            ? CertificateFiles.LoadPair(files.Certificate, files.Key)
            : Issue(authority, pki, "apiserver", ServingTemplate(options));
        var kubeletClient = options.KubeletClient is { } kubelet
            ? CertificateFiles.LoadPair(kubelet.Certificate, kubelet.Key)
            : Issue(authority, pki, "apiserver-kubelet-client", new CertificateTemplate("kube-apiserver-kubelet-client") { Organizations = ["system:masters"], Purpose = KeyPurpose.Client });
        var clients = options.ClientCaFile.Length > 0 ? CertificateFiles.LoadBundle(options.ClientCaFile) : [authority.Certificate];
        var admin = WriteAdmin(options, authority, port);
        return new ServerIdentity(serving, clients, authority, Tokens(options, pki), kubeletClient, admin);
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

        // The source address of the default route; connecting a datagram socket sends nothing (192.0.2.0/24 is for documentation, RFC 5737).
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(IPAddress.Parse("192.0.2.1"), 9);
            return ((IPEndPoint)socket.LocalEndPoint!).Address;
        }
        catch (SocketException)
        {
            return IPAddress.Loopback;
        }
    }

    private static CertificateAuthority Own(string pki, TimeProvider time)
    {
        var (certificate, key) = (Path.Combine(pki, "ca.crt"), Path.Combine(pki, "ca.key"));
        if (File.Exists(certificate) && File.Exists(key))
        {
            return CertificateAuthority.Load(certificate, key, time);
        }

        var authority = CertificateAuthority.Create("kubernetes", time);
        AtomicFile.Write(key, KeyFactory.ToPem(authority.Key));
        AtomicFile.Write(certificate, authority.CertificatePem, AtomicFile.WorldReadable);
        return authority;
    }

    private static X509Certificate2 Issue(CertificateAuthority authority, string pki, string name, CertificateTemplate template)
    {
        var (certificate, key) = (Path.Combine(pki, name + ".crt"), Path.Combine(pki, name + ".key"));
        var issued = authority.Issue(template);
        issued.WriteTo(certificate, key);
        return issued.WithKey();
    }

    private static CertificateTemplate ServingTemplate(ApiServerOptions options) => new("kube-apiserver")
    {
        Purpose = KeyPurpose.Server,
        DnsNames =
        [
            "localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local", Environment.MachineName.ToLowerInvariant(),
            .. options.ExternalHostname.Length > 0 ? [options.ExternalHostname] : Array.Empty<string>(),
        ],
        IpAddresses = [IPAddress.Loopback, IPAddress.IPv6Loopback, AdvertiseAddress(options), .. options.ServiceNetworks.Select(Services.ServiceRange.FirstAddress)],
    };

    private static ServiceAccountKeys Tokens(ApiServerOptions options, string pki)
    {
        if (options.ServiceAccountSigningKeyFile.Length > 0)
        {
            return ServiceAccountKeys.Load(options.ServiceAccountSigningKeyFile, options.ServiceAccountKeyFiles);
        }

        var own = Path.Combine(pki, "sa.key");
        if (!File.Exists(own))
        {
            AtomicFile.Write(own, KeyFactory.ToPem(KeyFactory.NewRsa()));
        }

        return ServiceAccountKeys.Load(own, options.ServiceAccountKeyFiles);
    }

    private static string WriteAdmin(ApiServerOptions options, CertificateAuthority authority, int port)
    {
        var path = Path.Combine(options.DataDirectory, "admin.kubeconfig");
        var host = options.BindAddress.Equals(IPAddress.Any) ? "127.0.0.1" : options.BindAddress.AddressFamily == AddressFamily.InterNetworkV6 ? "[::1]" : options.BindAddress.ToString();
        var admin = authority.Issue(new CertificateTemplate("kubernetes-admin") { Organizations = ["system:masters"], Purpose = KeyPurpose.Client });
        AtomicFile.Write(path, KubeconfigWriter.WithCertificate($"https://{host}:{port}", authority.CertificatePem, "kubernetes", "kubernetes-admin", admin.CertificatePem, admin.KeyPem));
        return path;
    }
}
