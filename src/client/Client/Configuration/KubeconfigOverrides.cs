namespace Cybernetes.Client.Configuration;

/// <summary>What flags put in the place of a kubeconfig's values; empty texts leave those. Immutable.</summary>
public sealed record KubeconfigOverrides
{
    /// <summary><c>--context</c>.</summary>
    public string Context { get; init; } = "";

    /// <summary><c>--cluster</c>.</summary>
    public string Cluster { get; init; } = "";

    /// <summary><c>--user</c>.</summary>
    public string User { get; init; } = "";

    /// <summary><c>--namespace</c>.</summary>
    public string Namespace { get; init; } = "";

    /// <summary><c>--server</c> (or a component's <c>--master</c>).</summary>
    public string Server { get; init; } = "";

    /// <summary><c>--token</c>.</summary>
    public string Token { get; init; } = "";

    /// <summary>Anything else that flags say of the connection.</summary>
    public Func<ClientConfig, ClientConfig>? Further { get; init; }

    internal ClientConfig Apply(ClientConfig config)
    {
        if (Server.Length > 0)
        {
            config = config with { Server = new Uri(Server.Contains("://", StringComparison.Ordinal) ? Server : $"http://{Server}") };
        }

        if (Token.Length > 0)
        {
            config = config with { BearerToken = Token, BearerTokenFile = "", Exec = null };
        }

        return Further?.Invoke(config) ?? config;
    }
}
