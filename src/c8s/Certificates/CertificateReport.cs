using System.Globalization;
using Cybernetes.Pki.Rotation;

namespace Cybernetes.Certificates;

/// <summary>The tables of <c>kubeadm certs check-expiration</c>.</summary>
internal static class CertificateReport
{
    /// <summary>Writes the leaves and the authorities that are there.</summary>
    public static void Write(IReadOnlyList<CertificateEntry> entries, DateTimeOffset now, TextWriter output)
    {
        Table(output, ["CERTIFICATE", "EXPIRES", "RESIDUAL TIME", "CERTIFICATE AUTHORITY", "EXTERNALLY MANAGED"],
            Rows(entries.Where(entry => entry.Authority.Length > 0), now, entry => [entry.Authority, "no"]));
        output.WriteLine();
        Table(output, ["CERTIFICATE AUTHORITY", "EXPIRES", "RESIDUAL TIME", "EXTERNALLY MANAGED"],
            Rows(entries.Where(entry => entry.Authority.Length == 0), now, _ => ["no"]));
    }

    /// <summary>What is left of a certificate's life, as kubeadm writes it.</summary>
    public static string Residual(TimeSpan left) => left <= TimeSpan.Zero ? "<invalid>"
        : left.TotalDays >= 365 * 2 ? $"{(int)(left.TotalDays / 365)}y"
        : left.TotalDays >= 1 ? $"{(int)left.TotalDays}d"
        : left.TotalHours >= 1 ? $"{(int)left.TotalHours}h"
        : $"{(int)left.TotalMinutes}m";

    private static List<string[]> Rows(IEnumerable<CertificateEntry> entries, DateTimeOffset now, Func<CertificateEntry, string[]> rest)
    {
        var rows = new List<string[]>();
        foreach (var entry in entries)
        {
            using var certificate = entry.Read();
            if (certificate is not null)
            {
                var end = RenewalRule.ExpiryOf(certificate);
                rows.Add([entry.Name, end.UtcDateTime.ToString("MMM dd, yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture), Residual(end - now), .. rest(entry)]);
            }
        }

        return rows;
    }

    private static void Table(TextWriter output, string[] head, List<string[]> rows)
    {
        var widths = head.Select((text, i) => rows.Select(row => row[i].Length).Append(text.Length).Max()).ToArray();
        foreach (var row in rows.Prepend(head))
        {
            output.WriteLine(string.Join("   ", row.Select((text, i) => text.PadRight(widths[i]))));
        }
    }
}
