namespace Cybernetes.Client.Configuration;

/// <summary>The configuration that a pod finds in its service account volume and environment.</summary>
public static class InClusterConfig
{
    private const string Directory = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <summary>True when the process runs in a pod.</summary>
    public static bool IsAvailable =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST"))
        && !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_PORT"))
        && File.Exists($"{Directory}/token");

    /// <summary>Reads it.</summary>
    /// <exception cref="ConfigurationException">The process does not run in a pod.</exception>
    public static ClientConfig Load()
    {
        var host = Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST");
        var port = Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_PORT");
        if (string.IsNullOrEmpty(host) || string.IsNullOrEmpty(port))
        {
            throw new ConfigurationException("unable to load in-cluster configuration, KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT must be defined");
        }

        if (!File.Exists($"{Directory}/token"))
        {
            throw new ConfigurationException($"open {Directory}/token: no such file or directory");
        }

        var namespaceFile = $"{Directory}/namespace";
        return new ClientConfig
        {
            Server = new Uri($"https://{(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}:{port}"),
            CertificateAuthorityFile = $"{Directory}/ca.crt",
            BearerTokenFile = $"{Directory}/token",
            Namespace = File.Exists(namespaceFile) ? File.ReadAllText(namespaceFile).Trim() : "default",
        };
    }
}
