using System.Text;

namespace Cybernetes.Kubectl.Commands;

/// <summary>All commands.</summary>
public static class CommandTable
{
    private static readonly (string Name, string Summary, Func<Command> Make)[] _commands =
    [
        ("annotate", "Update the annotations on a resource", () => new Metadata.AnnotateCommand()),
        ("api-resources", "Print the supported API resources on the server", () => new Discover.ApiResourcesCommand()),
        ("api-versions", "Print the supported API versions on the server, in the form of \"group/version\"", () => new Discover.ApiVersionsCommand()),
        ("apply", "Apply a configuration to a resource by file name or stdin", () => new Apply.ApplyCommand()),
        ("auth can-i", "Check whether an action is allowed", () => new Auth.CanICommand()),
        ("auth whoami", "Experimental: Check self subject attributes", () => new Auth.WhoAmICommand()),
        ("config current-context", "Display the current-context", () => new Config.CurrentContextCommand()),
        ("config get-contexts", "Describe one or many contexts", () => new Config.GetContextsCommand()),
        ("config use-context", "Set the current-context in a kubeconfig file", () => new Config.UseContextCommand()),
        ("config view", "Display merged kubeconfig settings or a specified kubeconfig file", () => new Config.ViewCommand()),
        ("cordon", "Mark node as unschedulable", () => new Nodes.CordonCommand(true)),
        ("create", "Create a resource from a file or from stdin", () => new Create.CreateCommand()),
        ("create configmap", "Create a config map from a local file, directory or literal value", () => new Create.CreateConfigMapCommand()),
        ("create deployment", "Create a deployment with the specified name", () => new Create.CreateDeploymentCommand()),
        ("create namespace", "Create a namespace with the specified name", () => new Create.CreateNamespaceCommand()),
        ("create secret generic", "Create a secret from a local file, directory, or literal value", () => new Create.CreateSecretCommand()),
        ("create serviceaccount", "Create a service account with the specified name", () => new Create.CreateServiceAccountCommand()),
        ("create token", "Request a service account token", () => new Create.CreateTokenCommand()),
        ("delete", "Delete resources by file names, stdin, resources and names, or by resources and label selector", () => new Delete.DeleteCommand()),
        ("exec", "Execute a command in a container", () => new Exec.ExecCommand()),
        ("explain", "Get documentation for a resource", () => new Explain.ExplainCommand()),
        ("expose", "Take a replication controller, service, deployment or pod and expose it as a new Kubernetes service", () => new Expose.ExposeCommand()),
        ("get", "Display one or many resources", () => new Get.GetCommand()),
        ("label", "Update the labels on a resource", () => new Metadata.LabelCommand()),
        ("logs", "Print the logs for a container in a pod", () => new Logs.LogsCommand()),
        ("patch", "Update fields of a resource", () => new Patch.PatchCommand()),
        ("port-forward", "Forward one or more local ports to a pod", () => new PortForward.PortForwardCommand()),
        ("replace", "Replace a resource by file name or stdin", () => new Create.ReplaceCommand()),
        ("rollout history", "View rollout history", () => new Rollout.HistoryCommand()),
        ("rollout pause", "Mark the provided resource as paused", () => new Rollout.PauseCommand(true)),
        ("rollout restart", "Restart a resource", () => new Rollout.RestartCommand()),
        ("rollout resume", "Resume a paused resource", () => new Rollout.PauseCommand(false)),
        ("rollout status", "Show the status of the rollout", () => new Rollout.StatusCommand()),
        ("rollout undo", "Undo a previous rollout", () => new Rollout.UndoCommand()),
        ("run", "Run a particular image on the cluster", () => new Run.RunCommand()),
        ("scale", "Set a new size for a deployment, replica set, or replication controller", () => new Scale.ScaleCommand()),
        ("set image", "Update the image of a pod template", () => new Set.SetImageCommand()),
        ("taint", "Update the taints on one or more nodes", () => new Nodes.TaintCommand()),
        ("uncordon", "Mark node as schedulable", () => new Nodes.CordonCommand(false)),
        ("version", "Print the client and server version information", () => new Discover.VersionCommand()),
        ("wait", "Wait for a specific condition on one or many resources", () => new Wait.WaitCommand()),
    ];

    private static readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal)
    {
        ["create ns"] = "create namespace",
        ["create cm"] = "create configmap",
        ["create sa"] = "create serviceaccount",
        ["create deploy"] = "create deployment",
    };

    /// <summary>The command that a command line names, and what follows; flags may stand before it.</summary>
    public static (Command? Command, IReadOnlyList<string> Remaining) Find(IReadOnlyList<string> arguments)
    {
        // Words up to the command's name may be mixed with global flags, which take a value unless written with "=".
        var words = new List<int>();
        for (var i = 0; i < arguments.Count && words.Count < 3 && arguments[i] != "--"; i++)
        {
            if (!arguments[i].StartsWith('-'))
            {
                words.Add(i);
            }
            else if (words.Count == 0 && !arguments[i].Contains('=', StringComparison.Ordinal) && TakesValue(arguments[i]))
            {
                i++;
            }
        }

        foreach (var count in new[] { 3, 2, 1 })
        {
            if (words.Count >= count)
            {
                var name = string.Join(' ', words.Take(count).Select(index => arguments[index]));
                name = _aliases.GetValueOrDefault(name, name);
                var found = Array.Find(_commands, command => command.Name == name);
                if (found.Make is not null)
                {
                    return (found.Make(), [.. arguments.Where((_, index) => !words.Take(count).Contains(index))]);
                }
            }
        }

        return (null, arguments);
    }

    /// <summary>The list of commands.</summary>
    public static string Help()
    {
        var text = new StringBuilder("kubectl controls the Kubernetes cluster manager.\n\nCommands:\n");
        foreach (var (name, summary, _) in _commands)
        {
            text.Append($"  {name,-26}{summary}\n");
        }

        return text.Append("\nUsage:\n  kubectl [flags] [options]\n").ToString();
    }

    private static bool TakesValue(string flag) => flag is not ("--insecure-skip-tls-verify" or "--warnings-as-errors" or "-h" or "--help") && (flag.StartsWith("--", StringComparison.Ordinal) || flag.Length == 2);
}
