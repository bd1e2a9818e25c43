using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Configuration;
using Cybernetes.Join;

namespace Cybernetes.Trial;

/// <summary><c>c8s node create|delete|list</c>: further nodes on this machine, for trials and tests.</summary>
internal static class NodeCommand
{
    private const string Usage = """
        Further nodes on this machine, each in its own namespaces with its own containerd: a cluster of any size for trials and tests.

        Usage:
          c8s node create NAME    make a node, or start one that was made; returns when it is Ready
          c8s node delete NAME    stop it and remove its state
          c8s node list
          c8s node exec NAME COMMAND...    run a command within it
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var flags = new ClusterFlags("c8s node");
        var (read, exitCode) = flags.Read(args, Usage, Console.Out, Console.Error);
        if (read is not { } options)
        {
            return exitCode;
        }

        try
        {
            switch (flags.Set.Args.ToArray())
            {
                case ["create", var name]:
                    return await CreateAsync(options, name, cancellationToken);
                case ["delete", var name]:
                    return await DeleteAsync(options, name, cancellationToken);
                case ["list"]:
                    foreach (var node in TrialNode.All(options))
                    {
                        Console.Out.WriteLine($"{node.Name,-24}{(node.Holder() is { } pid ? $"running ({pid})" : "stopped")}");
                    }

                    return 0;
                case ["exec", var name, .. var command] when command.Length > 0:
                    return await ExecAsync(new TrialNode(options, name), command, cancellationToken);
                default:
                    Console.Error.WriteLine(Usage);
                    return 2;
            }
        }
        catch (Exception e) when (e is ConfigurationException or ApiException or HttpRequestException or IOException)
        {
            Console.Error.WriteLine($"error: {e.Message}");
            return 1;
        }
    }

    private static async Task<int> CreateAsync(ClusterOptions options, string name, CancellationToken cancellationToken)
    {
        if (!name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') || name == options.NodeName)
        {
            Console.Error.WriteLine($"error: \"{name}\" cannot be a node's name here: small letters, digits and dashes, and none that is taken");
            return 1;
        }

        var node = new TrialNode(options, name);
        if (node.Holder() is { } running)
        {
            Console.Error.WriteLine($"error: node {name} runs already (process {running})");
            return 1;
        }

        using var transport = new HttpApiTransport(Kubeconfig.Load(options.AdminKubeconfig).ToClientConfig());
        var client = new KubeClient(transport);
        var token = JoinToken.Create(TokenCommand.PinOf(options));
        var secret = TokenSecrets.Of(token, client.Time.GetUtcNow() + TimeSpan.FromMinutes(10), $"for node {name} on this machine");
        (await client.CreateAsync(secret, cancellationToken: cancellationToken)).OrThrow();
        Console.Out.WriteLine($"  starting node {name}");
        await node.StartAsync($"{token}", cancellationToken);
        var deadline = client.Time.GetUtcNow() + Patience;
        while (client.Time.GetUtcNow() < deadline)
        {
            await Task.Delay(500, cancellationToken);
            var there = (await client.GetAsync<Node>("", name, cancellationToken)).OrNull();
            if (there?.Status.Conditions.Any(condition => condition is { Type: "Ready", Status: "True" }) == true && node.Holder() is not null)
            {
                Console.Out.WriteLine($"Node {name} is Ready.");
                return 0;
            }

            if (node.Holder() is null)
            {
                break;
            }
        }

        Console.Error.WriteLine($"error: node {name} did not become Ready; its log:\n{await File.ReadAllTextAsync(node.LogPath, cancellationToken)}");
        return 1;
    }

    private static async Task<int> DeleteAsync(ClusterOptions options, string name, CancellationToken cancellationToken)
    {
        var node = TrialNode.All(options).FirstOrDefault(each => each.Name == name);
        if (node is null)
        {
            Console.Error.WriteLine($"error: there is no node {name} on this machine; `c8s node list` lists them");
            return 1;
        }

        await node.StopAsync(cancellationToken);
        node.Delete();
        using var transport = new HttpApiTransport(Kubeconfig.Load(options.AdminKubeconfig).ToClientConfig());
        (await new KubeClient(transport).DeleteAsync<Node>("", name, cancellationToken: cancellationToken)).OrNull();
        if (TrialNode.All(options).Count == 0)
        {
            await TrialBridge.RemoveAsync(cancellationToken);
        }

        Console.Out.WriteLine($"Node {name} is deleted.");
        return 0;
    }

    private static async Task<int> ExecAsync(TrialNode node, string[] command, CancellationToken cancellationToken)
    {
        if (node.FirstProcess() is not { } first)
        {
            Console.Error.WriteLine($"error: node {node.Name} does not run");
            return 1;
        }

        using var process = System.Diagnostics.Process.Start("nsenter", ["-t", $"{first}", "--net", "--mount", "--uts", "--pid", "--cgroup", "--", .. command]);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }
}
