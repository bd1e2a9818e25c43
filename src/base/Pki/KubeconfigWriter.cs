using System.Text;

namespace Cybernetes.Pki;

/// <summary>Writes a kubeconfig with one cluster, one user and one context, laid out as kubeadm's.</summary>
public static class KubeconfigWriter
{
    /// <summary>A user that shows a client certificate; everything is embedded.</summary>
    public static string WithCertificate(string server, string caPem, string cluster, string user, string certificatePem, string keyPem) =>
        Write(server, caPem, cluster, user, $"    client-certificate-data: {Base64(certificatePem)}\n    client-key-data: {Base64(keyPem)}\n");

    /// <summary>A user whose certificate and key are read from files (a kubelet that renews them).</summary>
    public static string WithCertificateFiles(string server, string caPem, string cluster, string user, string certificatePath, string keyPath) =>
        Write(server, caPem, cluster, user, $"    client-certificate: {certificatePath}\n    client-key: {keyPath}\n");

    /// <summary>A user that shows a bearer token.</summary>
    public static string WithToken(string server, string caPem, string cluster, string user, string token) =>
        Write(server, caPem, cluster, user, $"    token: {token}\n");

    /// <summary>A cluster without users: what everybody may know of it (kubeadm's cluster-info).</summary>
    public static string ClusterOnly(string server, string caPem) => $$"""
        apiVersion: v1
        clusters:
        - cluster:
            certificate-authority-data: {{Base64(caPem)}}
            server: {{server}}
          name: ""
        contexts: []
        current-context: ""
        kind: Config
        preferences: {}
        users: []

        """;

    private static string Write(string server, string caPem, string cluster, string user, string credentials) => $"""
        apiVersion: v1
        clusters:
        - cluster:
            certificate-authority-data: {Base64(caPem)}
            server: {server}
          name: {cluster}
        contexts:
        - context:
            cluster: {cluster}
            user: {user}
          name: {user}@{cluster}
        current-context: {user}@{cluster}
        kind: Config
        users:
        - name: {user}
          user:
        {credentials}
        """;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
