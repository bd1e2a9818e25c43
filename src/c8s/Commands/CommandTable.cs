using System.Text;

namespace Cybernetes.Commands;

/// <summary>All commands of the binary.</summary>
internal static class CommandTable
{
    private static readonly Command[] _commands =
    [
        new("up", "a cluster of one node in this process", Up.UpCommand.RunAsync),
        new("server", "the same as a service; several share one etcd", Up.UpCommand.RunServerAsync),
        new("agent", "a node of a cluster whose servers are elsewhere", Up.UpCommand.RunAgentAsync),
        new("node", "further nodes on this machine, for trials and tests", Trial.NodeCommand.RunAsync),
        new("token", "tokens by which machines join", Join.TokenCommand.RunAsync),
        new("down", "stop the cluster and take it from this machine (--purge: its state too)", Down.DownCommand.RunAsync),
        new("check", "look whether this machine can run a cluster", CheckCommand.RunAsync),
        new("backup", "a backup of the cluster in one file, and its restoration", Backup.BackupCommand.RunAsync),
        new("certs", "show when certificates end, and renew them", Certificates.CertsCommand.RunAsync),
        new("encryption", "how Secrets are encrypted in the store", Encryption.EncryptionCommand.RunAsync),
        new("kubectl", "the command line of the cluster", Kubectl.KubectlCommand.RunAsync),
        new("image", "bring images to the node without a registry", (args, stop) => Cri.Images.ImageCommand.RunAsync(args, Console.Out, Console.Error, stop)),
        new("api", "convert objects between encodings; list the kinds", RunApiAsync),
        new("store", "snapshots of the store, and moving it to or from etcd", (args, stop) => Store.Tools.StoreCommand.RunAsync(args, "/var/lib/c8s/store.db", Console.Out, Console.Error, stop)),
        new("scheduler", "why is a pod pending? (explain POD)", (args, stop) => Scheduler.Explaining.ExplainCommand.RunAsync(args, Console.Out, Console.Error, stop)),
        new("hollow", "simulated nodes for trials of scale", (args, stop) => Hollow.HollowCommand.RunAsync(args, Console.Out, Console.Error, stop)),
        new("kms-dev", "a KMS plugin with a local key, for trials", ApiServer.Encryption.KmsDev.KmsDevCommand.RunAsync),
        new("kube-apiserver", "the API server, alone", ApiServer.Command.ApiServerCommand.RunAsync),
        new("kube-controller-manager", "the controllers, alone", Controllers.Command.ControllerManagerCommand.RunAsync),
        new("kube-scheduler", "the scheduler, alone", Scheduler.Command.SchedulerCommand.RunAsync),
        new("kubelet", "the kubelet, alone", Kubelet.Command.KubeletCommand.RunAsync),
        new("kube-proxy", "the proxy of a node, alone", Proxy.Command.KubeProxyCommand.RunAsync),
        new("ip-masq-agent", "masquerades what pods send out of the cluster, alone", Proxy.Command.IpMasqAgentCommand.RunAsync),
        new("coredns", "the DNS server, alone", Dns.Command.CorednsCommand.RunAsync),
        new("node-cache", "the node-local DNS cache, alone", Dns.Command.NodeCacheCommand.RunAsync),
        new("version", "print the version", VersionCommand.RunAsync),
    ];

    private static Task<int> RunApiAsync(string[] args, CancellationToken cancellationToken)
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        return Task.FromResult(Api.Tools.ApiCommand.Run(args, input, output, Console.Error));
    }

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
