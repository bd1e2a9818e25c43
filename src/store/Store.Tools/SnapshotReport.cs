using System.Globalization;
using Cybernetes.Store.Embedded.Snapshots;

namespace Cybernetes.Store.Tools;

/// <summary>What <c>etcdctl snapshot status</c> prints, of our snapshots.</summary>
internal static class SnapshotReport
{
    public static void Write(TextWriter output, SnapshotStatus status, string format)
    {
        var hash = status.Hash.ToString("x", CultureInfo.InvariantCulture);
        var size = Size(status.SizeBytes);
        switch (format)
        {
            case "json":
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{{\"hash\":{status.Hash},\"revision\":{status.Revision.Value},\"totalKey\":{status.Keys},\"totalSize\":{status.SizeBytes}}}"));
                break;
            case "table":
                Table(output, ["HASH", "REVISION", "TOTAL KEYS", "TOTAL SIZE"], [hash, status.Revision.ToString(), $"{status.Keys}", size]);
                break;
            default:
                output.WriteLine($"{hash}, {status.Revision}, {status.Keys}, {size}");
                break;
        }
    }

    private static void Table(TextWriter output, string[] head, string[] row)
    {
        var widths = head.Zip(row, (a, b) => Math.Max(a.Length, b.Length)).ToArray();
        var line = "+" + string.Concat(widths.Select(width => new string('-', width + 2) + "+"));
        output.WriteLine(line);
        output.WriteLine("|" + string.Concat(head.Zip(widths, (text, width) => $" {text.PadLeft(((width - text.Length) / 2) + text.Length).PadRight(width)} |")));
        output.WriteLine(line);
        output.WriteLine("|" + string.Concat(row.Zip(widths, (text, width) => $" {text.PadLeft(width)} |")));
        output.WriteLine(line);
    }

    private static string Size(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
    };
}
