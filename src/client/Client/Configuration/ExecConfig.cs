using Cybernetes.Api.Machinery;

namespace Cybernetes.Client.Configuration;

/// <summary>A program that gives credentials (client.authentication.k8s.io). Immutable.</summary>
/// <param name="ApiVersion">The version of ExecCredential spoken.</param>
/// <param name="Command">The program; a relative path with a slash is relative to the kubeconfig.</param>
public sealed record ExecConfig(string ApiVersion, string Command)
{
    /// <summary>The program's arguments.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>Environment variables beside the inherited ones.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Env { get; init; } = [];

    /// <summary>What is told when the program is not there.</summary>
    public string InstallHint { get; init; } = "";

    /// <summary>Whether the program is told of the cluster.</summary>
    public bool ProvideClusterInfo { get; init; }

    /// <summary>Never, IfAvailable or Always.</summary>
    public string InteractiveMode { get; init; } = "IfAvailable";

    /// <summary>The cluster's own configuration for the program, from the extension <c>client.authentication.k8s.io/exec</c>.</summary>
    public Value ClusterConfig { get; init; }
}
