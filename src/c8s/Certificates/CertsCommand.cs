using System.Security.Cryptography;
using Cybernetes.Configuration;
using Cybernetes.Pki.Rotation;

namespace Cybernetes.Certificates;

/// <summary>
/// <c>c8s certs check|renew</c>: what <c>kubeadm certs check-expiration|renew</c> are. A running server renews by itself what has less than a third of
/// its life left; it takes up files that were renewed here within seconds.
/// </summary>
internal static class CertsCommand
{
    private const string Usage = """
        When this machine's certificates end, and their renewal.

        Usage:
          c8s certs check          show all certificates and authorities
          c8s certs renew NAME     issue one again: a name of the table, or all
          c8s certs renew ca       make a successor of the authority; it signs after a month, when everybody has heard of it
          c8s certs renew sa       make a new key of service account tokens; it signs after a day
        """;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var flags = new ClusterFlags("c8s certs");
        var (read, exitCode) = flags.Read(args, Usage, Console.Out, Console.Error);
        if (read is not { } options)
        {
            return Task.FromResult(exitCode);
        }

        try
        {
            return Task.FromResult(Run(options, flags.Set.Args, TimeProvider.System, Console.Out, Console.Error));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            Console.Error.WriteLine($"error: {e.Message}");
            return Task.FromResult(1);
        }
    }

    internal static int Run(ClusterOptions options, IReadOnlyList<string> words, TimeProvider time, TextWriter output, TextWriter errors)
    {
        var entries = CertificateEntry.All(options, time);
        switch (words)
        {
            case ["check"] or ["check-expiration"]:
                CertificateReport.Write(entries, time.GetUtcNow(), output);
                return 0;
            case ["renew", "all"]:
                foreach (var entry in entries.Where(entry => entry.Renew is not null && entry.Read() is not null))
                {
                    Renew(options, entry, time, output);
                }

                return 0;
            case ["renew", "sa"]:
                output.WriteLine(new SigningKeyFiles(options.PkiDirectory, time).Announce());
                return 0;
            case ["renew", "ca" or "front-proxy-ca"]:
                output.WriteLine(CertificateEntry.AuthorityOf(options, words[1], time).Announce());
                return 0;
            case ["renew", var name]:
                if (entries.FirstOrDefault(entry => entry.Name == name && entry.Renew is not null) is not { } one || one.Read() is null)
                {
                    errors.WriteLine($"error: there is no certificate \"{name}\" to renew; `c8s certs check` lists them");
                    return 1;
                }

                Renew(options, one, time, output);
                return 0;
            default:
                errors.WriteLine(Usage);
                return 2;
        }
    }

    private static void Renew(ClusterOptions options, CertificateEntry entry, TimeProvider time, TextWriter output)
    {
        entry.Renew!(CertificateEntry.AuthorityOf(options, entry.Authority, time).Signer);
        using var renewed = entry.Read();
        output.WriteLine($"certificate {entry.Name} renewed, it ends on {renewed!.NotAfter.ToUniversalTime():yyyy-MM-dd}");
    }
}
