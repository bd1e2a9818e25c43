using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Base;
using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Configuration;
using Cybernetes.Pki;

namespace Cybernetes.Join;

/// <summary><c>c8s token create|list|delete</c>, on a server.</summary>
internal static class TokenCommand
{
    private const string Usage = """
        Tokens by which machines join the cluster.

        Usage:
          c8s token create [--ttl 24h] [--description TEXT]   make one; prints the command to run on the other machine
          c8s token list
          c8s token delete ID
        """;

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var flags = new ClusterFlags("c8s token");
        var ttl = flags.Set.Duration("ttl", TimeSpan.FromHours(24), "how long the token is good; 0 for ever");
        var description = flags.Set.String("description", "", "what the token is for");
        var quiet = flags.Set.Bool("quiet", false, "print the token alone");
        var (read, exitCode) = flags.Read(args, Usage, Console.Out, Console.Error);
        if (read is not { } options)
        {
            return exitCode;
        }

        try
        {
            using var transport = new HttpApiTransport(Kubeconfig.Load(options.AdminKubeconfig).ToClientConfig());
            var client = new KubeClient(transport);
            switch (flags.Set.Args)
            {
                case ["create"]:
                    var token = JoinToken.Create(PinOf(options));
                    var end = ttl.Value > TimeSpan.Zero ? TimeProvider.System.GetUtcNow() + ttl.Value : (DateTimeOffset?)null;
                    (await client.CreateAsync(TokenSecrets.Of(token, end, description.Value), cancellationToken: cancellationToken)).OrThrow();
                    Console.Out.WriteLine(quiet.Value ? $"{token}" : $"On the machine that joins, with c8s installed:\n\n  c8s agent --server {await ServerUrlAsync(client, options, cancellationToken)} --token {token}\n");
                    return 0;
                case ["list"]:
                    await ListAsync(client, cancellationToken);
                    return 0;
                case ["delete", var id]:
                    (await client.DeleteAsync<Secret>(TokenSecrets.Namespace, TokenSecrets.NameOf(id.Split('.')[0]), cancellationToken: cancellationToken)).OrThrow();
                    Console.Out.WriteLine($"bootstrap token \"{id.Split('.')[0]}\" deleted");
                    return 0;
                default:
                    Console.Error.WriteLine(Usage);
                    return 2;
            }
        }
        catch (Exception e) when (e is ConfigurationException or ApiException or HttpRequestException or IOException)
        {
            Console.Error.WriteLine($"error: {e.Message}\n  Does the server run here? Its state is {options.DataDirectory}");
            return 1;
        }
    }

    /// <summary>The pin of the authority that signs on this machine.</summary>
    public static string PinOf(ClusterOptions options) =>
        PublicKeyPin.Of(CertificateFiles.LoadBundle(Path.Combine(options.PkiDirectory, "ca.crt"))[0])["sha256:".Length..];

    private static async Task<string> ServerUrlAsync(KubeClient client, ClusterOptions options, CancellationToken cancellationToken)
    {
        var info = (await client.GetAsync<ConfigMap>("kube-public", "cluster-info", cancellationToken)).OrNull();
        return info?.Data.GetValueOrDefault("kubeconfig") is { } text ? Kubeconfig.Parse(text).Clusters.Values.First().Value["server"].AsString ?? "" : $"https://THIS-MACHINE:{options.ApiPort}";
    }

    private static async Task ListAsync(KubeClient client, CancellationToken cancellationToken)
    {
        var secrets = (await client.ListAllAsync<Secret>(TokenSecrets.Namespace, new ListOptions { FieldSelector = "type=" + TokenSecrets.Type }, cancellationToken: cancellationToken)).OrThrow();
        Console.Out.WriteLine($"{"ID",-8}{"TTL",-16}{"EXPIRES",-24}DESCRIPTION");
        foreach (var secret in secrets.Items)
        {
            var expires = TokenSecrets.Text(secret, "expiration");
            var left = DateTimeOffset.TryParse(expires, out var end) ? GoDuration.Format(TimeSpan.FromSeconds(Math.Max(0, (long)(end - TimeProvider.System.GetUtcNow()).TotalSeconds))) : "<forever>";
            Console.Out.WriteLine($"{TokenSecrets.Text(secret, "token-id"),-8}{left,-16}{(expires.Length > 0 ? expires : "<never>"),-24}{TokenSecrets.Text(secret, "description")}");
        }
    }
}
