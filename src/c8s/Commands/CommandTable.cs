using System.Text;

namespace Cybernetes.Commands;

/// <summary>All commands of the binary.</summary>
internal static class CommandTable
{
    private static readonly Command[] _commands =
    [
        new("api", "list API kinds and convert objects between encodings", ApiCommands.RunAsync),
        new("check", "look whether this machine can run a cluster", CheckCommand.RunAsync),
        new("coredns", "the DNS server, alone", Dns.Command.CorednsCommand.RunAsync),
        new("kube-apiserver", "the API server, alone", ApiServer.Command.ApiServerCommand.RunAsync),
        new("kube-proxy", "the proxy of a node, alone", Proxy.Command.KubeProxyCommand.RunAsync),
        new("kms-dev", "a KMS plugin with a local key, for trials", ApiServer.Encryption.KmsDev.KmsDevCommand.RunAsync),
        new("up", "a cluster of one node in this process", Up.UpCommand.RunAsync),
        new("version", "print the version", VersionCommand.RunAsync),
    ];

    /// <summary>The command of that name; null where there is none.</summary>
    public static Command? Find(string name) => Array.Find(_commands, command => command.Name == name);

    /// <summary>What <c>c8s help</c> prints.</summary>
    public static string Usage()
    {
        var text = new StringBuilder("Cybernetes: Kubernetes in one small binary.\n\nUsage: c8s COMMAND [flags]\n\nCommands:\n");
        foreach (var command in _commands)
        {
            text.Append($"  {command.Name,-26}{command.Summary}\n");
        }

        return text.ToString();
    }
}
